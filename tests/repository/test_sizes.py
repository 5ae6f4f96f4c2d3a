"""Is every file short enough to read at a sitting, and named for what it is?"""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator

import pytest

from repository.checkout import ROOT, SOURCE, parsed, place, python_files

LONGEST_FILE = 300
LONGEST_FUNCTION = 40
EMPTY_NAMES = {
    "utils",
    "util",
    "helpers",
    "helper",
    "common",
    "manager",
    "managers",
    "data",
    "process",
    "misc",
}

EVERY_FILE = python_files("src", "tests", "benchmarks", "docs")


def long_functions(tree: ast.Module, longest: int) -> Iterator[tuple[str, int, int]]:
    """Yield the name, the line and the length of every function that is too long."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            if length > longest:
                yield node.name, node.lineno, length


def test_there_are_files_to_measure():
    assert {"src", "tests", "benchmarks"} <= {file.relative_to(ROOT).parts[0] for file in EVERY_FILE}


def test_no_python_file_is_longer_than_300_lines():
    lengths = {place(file): len(file.read_text("utf-8").splitlines()) for file in EVERY_FILE}
    assert {file: length for file, length in lengths.items() if length > LONGEST_FILE} == {}


def test_no_function_is_longer_than_40_lines_but_for_kernels():
    kernels = SOURCE / "traffic" / "kernels"
    found = [
        f"{place(file, line)} {name}: {length} lines"
        for file in python_files("src")
        if not file.is_relative_to(kernels)
        for name, line, length in long_functions(parsed(file), LONGEST_FUNCTION)
    ]
    assert found == []


@pytest.mark.parametrize("kind", ["def", "async def"])
def test_a_function_of_41_lines_is_found(kind):
    body = "    pass\n" * 40
    assert list(long_functions(ast.parse(f"{kind} long():\n{body}"), LONGEST_FUNCTION)) == [("long", 1, 41)]


def test_a_function_of_40_lines_is_not_found():
    assert list(long_functions(ast.parse("def short():\n" + "    pass\n" * 39), LONGEST_FUNCTION)) == []


def test_no_file_or_folder_has_a_name_that_says_nothing():
    named = {file for file in EVERY_FILE if {file.stem, *file.relative_to(ROOT).parts[:-1]} & EMPTY_NAMES}
    assert sorted(map(place, named)) == []


def test_no_two_test_files_share_a_name():
    names = Counter(file.name for file in python_files("tests") if file.name.startswith("test_"))
    assert [name for name, count in names.items() if count > 1] == []


def test_the_tests_have_no_package_files():
    assert [place(file) for file in python_files("tests") if file.name == "__init__.py"] == []

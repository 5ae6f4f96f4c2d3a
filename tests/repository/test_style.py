"""Does every module say which question it answers, and every public thing what it does?"""

from __future__ import annotations

import ast
from collections.abc import Iterator

import pytest

from repository.checkout import parsed, place, python_files

DEFINITIONS = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef
MODULES = python_files("src", "benchmarks")


def says_its_question(tree: ast.Module) -> bool:
    """Say whether a module's docstring begins with one line that is a whole sentence."""
    first, _, rest = (ast.get_docstring(tree) or "").partition("\n")
    return first.endswith(("?", ".")) and (not rest or rest.startswith("\n"))


def unexplained(body: list[ast.stmt], within: str = "") -> Iterator[tuple[str, int]]:
    """Yield the public functions, classes and methods that have no docstring."""
    for node in body:
        if not isinstance(node, DEFINITIONS) or node.name.startswith("_") or is_overload(node):
            continue
        if not ast.get_docstring(node):
            yield within + node.name, node.lineno
        if isinstance(node, ast.ClassDef):
            yield from unexplained(node.body, f"{within}{node.name}.")


def is_overload(node: DEFINITIONS) -> bool:
    return any(isinstance(each, ast.Name) and each.id == "overload" for each in node.decorator_list)


def has_dated_imports(tree: ast.Module) -> bool:
    return any(isinstance(node, ast.ImportFrom) and node.module == "__future__" for node in tree.body)


def test_every_module_says_its_question_in_one_line():
    assert [place(file) for file in MODULES if not says_its_question(parsed(file))] == []


@pytest.mark.parametrize(
    ("text", "is_good"),
    [
        ('"""What is it?"""', True),
        ('"""One log format, one file."""', True),
        ('"""What is it?\n\nAnd more of it.\n"""', True),
        ('"""What is it\n\nand what not?\n"""', False),
        ('"""What is\nit?\n"""', False),
        ("import ast", False),
    ],
)
def test_a_module_without_its_question_is_found(text, is_good):
    assert says_its_question(ast.parse(text)) is is_good


def test_every_public_function_class_and_method_of_the_product_says_what_it_does():
    found = [
        f"{place(file, line)} {name}"
        for file in python_files("src")
        for name, line in unexplained(parsed(file).body)
    ]
    assert found == []


def test_a_public_thing_without_a_word_is_found():
    text = """
class Told:
    \"\"\"Says something.\"\"\"
    def silent(self): ...
    def _private(self): ...
class Silent:
    pass
def silent(): ...
@overload
def twice(): ...
"""
    assert [name for name, _ in unexplained(ast.parse(text).body)] == ["Told.silent", "Silent", "silent"]


def test_every_module_with_functions_takes_annotations_as_text():
    found = [
        place(file)
        for file in python_files("src")
        if any(isinstance(node, DEFINITIONS) for node in parsed(file).body)
        and not has_dated_imports(parsed(file))
    ]
    assert found == []

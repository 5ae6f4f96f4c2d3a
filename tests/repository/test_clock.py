"""Does anything but the command line look at the clock?"""

from __future__ import annotations

import ast
from collections.abc import Iterator

import pytest

from repository.checkout import SOURCE, parsed, place, python_files

MAY_LOOK = {"cli", "jobs", "web"}
OF_DATES = {"now", "utcnow", "today"}
OF_TIME = {"time", "time_ns", "localtime", "gmtime", "ctime", "monotonic", "perf_counter"}


def looks_at_the_clock(tree: ast.Module) -> Iterator[int]:
    """Yield the lines on which the time is asked for, or the means to ask for it are imported."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and _is_clock(node):
            yield node.lineno
        if isinstance(node, ast.ImportFrom) and node.module == "time":
            yield from (node.lineno for name in node.names if name.name in OF_TIME)


def _is_clock(node: ast.Attribute) -> bool:
    if node.attr in OF_DATES:
        return True
    return node.attr in OF_TIME and isinstance(node.value, ast.Name) and node.value.id == "time"


def test_only_the_command_line_looks_at_the_clock():
    found = [
        place(file, line)
        for file in python_files("src")
        if file.relative_to(SOURCE).parts[0] not in MAY_LOOK
        for line in looks_at_the_clock(parsed(file))
    ]
    assert found == []


def test_the_command_line_does_look_at_it_so_that_the_search_is_known_to_find_it():
    files = [file for file in python_files("src") if file.relative_to(SOURCE).parts[0] in MAY_LOOK]
    assert any(list(looks_at_the_clock(parsed(file))) for file in files)


@pytest.mark.parametrize(
    "text",
    [
        "from datetime import datetime\nat = datetime.now(UTC)",
        "import datetime\nat = datetime.datetime.utcnow()",
        "from datetime import date\nday = date.today()",
        "make = datetime.now",
        "import time\nat = time.time()",
        "from time import time\nat = time()",
        "import time\nat = time.monotonic()",
    ],
)
def test_a_look_at_the_clock_is_found(text):
    assert list(looks_at_the_clock(ast.parse(text))) != []


@pytest.mark.parametrize(
    "text",
    [
        "from datetime import time\nnoon = time(12, 0)",
        "at = datetime.fromtimestamp(0, UTC)",
        "def expired(days, *, today): return [day for day in days if day < today]",
        "at = moment.time()",
    ],
)
def test_reckoning_with_a_time_that_was_given_is_no_look_at_the_clock(text):
    assert list(looks_at_the_clock(ast.parse(text))) == []

"""Does any file name a path of the machine that it was written on, or the host of a package registry?

The forbidden words are put together from pieces here, so that this file does not hold them itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from repository.checkout import files, needs_a_checkout, place

SLASH = "/"
FOLDERS = ("work", "tmp", "home", "root", "Users", "opt" + SLASH + "pypi", "private" + SLASH + "var")
HOSTS = (
    ("py", "pi.org"),
    ("python", "hosted.org"),
    ("npm", "js.org"),
    ("npm", "js.com"),
    ("yarn", "pkg.com"),
    ("ana", "conda.org"),
    ("conda", "-forge.org"),
    ("proxy.go", "lang.org"),
    ("crates", ".io"),
    ("jfrog", ".io"),
    ("pkg.github", ".com"),
)
PATH = re.compile(r"(?<![\w.~-])" + SLASH + "(?:" + "|".join(FOLDERS) + ")" + SLASH + r"[\w.$-]")
DRIVE = re.compile(r"\b[A-Z]:\\{1,2}Users\\")
HOST = re.compile("|".join(re.escape("".join(pieces)) for pieces in HOSTS))


def strange_lines(text: str) -> Iterator[int]:
    """Yield the numbers of the lines that name a developer's path or a registry."""
    for number, line in enumerate(text.splitlines(), 1):
        if PATH.search(line) or DRIVE.search(line) or HOST.search(line):
            yield number


def written(file: Path) -> str:
    """Return a file's text; of a file that is none (a picture), what can be read as text."""
    return file.read_bytes().decode("utf-8", "replace")


@needs_a_checkout
def test_no_file_names_a_path_of_a_developers_machine_or_a_registry():
    found = [place(file, line) for file in files() for line in strange_lines(written(file))]
    assert found == []


@needs_a_checkout
def test_there_are_files_to_search():
    assert {"pyproject.toml", "README.md"} <= {file.name for file in files()}


@pytest.mark.parametrize("folder", FOLDERS)
def test_a_path_of_a_machine_is_found(folder):
    text = f"first line\nsee {SLASH}{folder}{SLASH}jane{SLASH}staffroom"
    assert list(strange_lines(text)) == [2]


@pytest.mark.parametrize("pieces", HOSTS)
def test_the_host_of_a_registry_is_found(pieces):
    host = "".join(pieces)
    assert list(strange_lines(f"--index-url https:{SLASH}{SLASH}{host}{SLASH}simple")) == [1]


@pytest.mark.parametrize(
    "text",
    [
        "staffroom logs read /var/log/squid",
        "https://example.org/work/plan",
        "~/work/notes and ./tmp/notes",
        "the school's own home/work agreement",
    ],
)
def test_an_ordinary_path_or_address_is_not_found(text):
    assert list(strange_lines(text)) == []

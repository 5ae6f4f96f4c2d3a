"""Which files are in this checkout, and what do their sources say?"""

from __future__ import annotations

import ast
import subprocess
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "staffroom"

NOT_WRITTEN = {"__pycache__", "migrations"}  # by a person: Django writes migrations

needs_a_checkout = pytest.mark.skipif(
    not (ROOT / ".git").exists(), reason="This is no git checkout, so nobody knows which files belong to it."
)


@cache
def files() -> tuple[Path, ...]:
    """Every file that is in the repository, or will be once it is added."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout.decode("utf-8")
    found = (ROOT / name for name in sorted(set(listed.split("\0"))) if name)
    return tuple(file for file in found if file.is_file())


@cache
def python_files(*folders: str) -> tuple[Path, ...]:
    """Every Python file of some folders of the repository."""
    found = (file for folder in folders for file in (ROOT / folder).rglob("*.py"))
    return tuple(sorted(file for file in found if not NOT_WRITTEN & set(file.parts)))


@cache
def parsed(file: Path) -> ast.Module:
    return ast.parse(file.read_text("utf-8"), str(file))


def place(file: Path, line: int = 0) -> str:
    """Write where something stands, as a person opens it."""
    name = file.relative_to(ROOT).as_posix()
    return f"{name}:{line}" if line else name

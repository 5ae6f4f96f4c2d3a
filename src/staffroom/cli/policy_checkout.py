"""Which keepers and which proofs are in this copy of Staffroom?"""

from __future__ import annotations

import tomllib
from pathlib import Path

import staffroom
from staffroom.policy.coverage import Names, find_keepers, find_proofs, gather


def read_keepers() -> Names:
    """Find what the source of every room says that it keeps, without running any of it."""
    house = Path(staffroom.__file__).parent
    return gather(
        find_keepers(file.read_text("utf-8"), ".".join(file.relative_to(house.parent).with_suffix("").parts))
        for file in sorted(house.rglob("*.py"))
    )


def find_tests() -> Path | None:
    """Return the folder of the tests where this is a source checkout; None for an installed product."""
    root = Path(staffroom.__file__).resolve().parents[2]
    named = root / "pyproject.toml"
    if not named.is_file() or not (root / "tests").is_dir():
        return None
    project = tomllib.loads(named.read_text("utf-8")).get("project", {})
    return root / "tests" if project.get("name") == "staffroom" else None


def read_proofs(tests: Path) -> Names:
    """Find the tests that are marked with a clause, without running them."""
    files = sorted(tests.rglob("test_*.py"))
    return gather(
        find_proofs(file.read_text("utf-8"), file.relative_to(tests.parent).as_posix()) for file in files
    )

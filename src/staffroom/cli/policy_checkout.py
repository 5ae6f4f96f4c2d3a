"""Which keepers and which proofs are in this copy of Staffroom?"""

from __future__ import annotations

import tomllib
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import staffroom
from staffroom.policy.coverage import Names, find_proofs, gather
from staffroom.policy.keeping import keepers


def read_keepers() -> Names:
    """Import every room below the command line, and return the keepers that this made known."""
    for module in walk_packages(staffroom.__path__, "staffroom."):
        if not module.name.startswith("staffroom.cli") and not module.name.endswith("__main__"):
            import_module(module.name)
    return keepers()


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

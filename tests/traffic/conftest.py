"""Kernels compiled once for all tests of this folder, and homes that share their keys."""

from __future__ import annotations

from pathlib import Path

import pytest

from staffroom.traffic import domain_table, machine
from traffic.made_store import CATALOGUE, share_keys


@pytest.fixture(scope="session")
def kernels(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("kernels")
    if not machine.is_available(folder):
        pytest.skip("no compiler for the kernels on this machine")
    return folder


@pytest.fixture(scope="session")
def domains() -> domain_table.DomainTable:
    return domain_table.build(CATALOGUE)


@pytest.fixture
def homes(tmp_path: Path) -> tuple[Path, Path]:
    """Two homes with the same keys."""
    first, second = tmp_path / "first", tmp_path / "second"
    share_keys(first, [second])
    return first, second


@pytest.fixture(params=["plain", "compiled"])
def path_taken(request: pytest.FixtureRequest) -> Path | None:
    """The plain path, and then the compiled one."""
    return None if request.param == "plain" else request.getfixturevalue("kernels")

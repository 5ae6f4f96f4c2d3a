"""A made school and its week, made once; a home that has read it, once; kernels compiled once."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from cli.runs import run, write_logs, write_school


@pytest.fixture(scope="session")
def school(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The made school's folder; not to be changed."""
    return write_school(tmp_path_factory.mktemp("school"))


@pytest.fixture(scope="session")
def logs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The made week's logs; not to be changed."""
    return write_logs(tmp_path_factory.mktemp("logs"))


@pytest.fixture(scope="session")
def monday(logs: Path) -> Path:
    return min(logs.iterdir())


@pytest.fixture(scope="session")
def read_home(school: Path, logs: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home in which the week has been read; only to be looked at."""
    home = tmp_path_factory.mktemp("read") / "home"
    shutil.copytree(school, home)
    done = run("logs", "read", logs, home=home)
    assert done.code == 0, done.err
    return home


@pytest.fixture
def home(school: Path, tmp_path: Path) -> Path:
    """A home of the test's own, with the school's files and nothing read."""
    return Path(shutil.copytree(school, tmp_path / "home"))


@pytest.fixture
def used_home(read_home: Path, tmp_path: Path) -> Path:
    """A home of the test's own in which the week has been read."""
    return Path(shutil.copytree(read_home, tmp_path / "home"))

"""Where does this school's Staffroom live on this machine?"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click
import platformdirs
from filelock import FileLock, Timeout

HOME = "STAFFROOM_HOME"
TRAFFIC = "traffic"
PLAIN = "STAFFROOM_PLAIN"  # any value: do without compiled kernels


@dataclass(frozen=True, slots=True)
class Home:
    """The school's folder: its plain files, and within it what Staffroom keeps."""

    folder: Path

    @property
    def traffic(self) -> Path:
        """Where evidence, its state and its keys are kept."""
        return self.folder / TRAFFIC

    @property
    def kernels(self) -> Path | None:
        """Where compiled kernels are kept, which any school on this machine may use; None to do without."""
        if os.environ.get(PLAIN):
            return None
        return self.cache / "kernels"

    @property
    def cache(self) -> Path:
        """Where is kept what any school on this machine may use, and what can be made again."""
        return Path(platformdirs.user_cache_dir("staffroom"))

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Keep other runs from writing for as long as this one does; one sentence where one is at it."""
        self.traffic.mkdir(parents=True, exist_ok=True, mode=0o700)
        try:
            with FileLock(self.traffic / "lock", timeout=0):
                yield
        except Timeout:
            sentence = "Another run is reading logs for this school. Wait until it has ended, then try again."
            raise click.ClickException(sentence) from None


def find_home(school: Path | None) -> Home:
    """Return the school's folder: the one given, STAFFROOM_HOME, or the user's own place for such data."""
    if school is not None:
        return Home(school)
    named = os.environ.get(HOME)
    return Home(Path(named) if named else Path(platformdirs.user_data_dir("staffroom")))


def find_existing_home(school: Path | None) -> Home:
    """Return the school's folder; one sentence where the one that was given is not there."""
    if school is not None and not school.is_dir():
        raise click.ClickException(f"There is no folder {school}. Look at its spelling, or make it first.")
    return find_home(school)


def school_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the option --school."""
    return click.option(
        "--school",
        type=click.Path(path_type=Path, file_okay=False),
        help=f"The school's folder. Without it: ${HOME}, or your own data folder.",
    )(command)


def json_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the option --json."""
    return click.option("--json", "as_json", is_flag=True, help="Print one JSON document instead.")(command)

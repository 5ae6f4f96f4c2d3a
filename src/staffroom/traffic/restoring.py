"""How does an archive become a school's folder again, with nothing touched before all of it is proven?"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from staffroom.traffic.bag import Extent
from staffroom.traffic.unpacking import NotRestored, unpack

Around = Callable[[Path], AbstractContextManager[None]]

LOCK: Final = ("traffic", "traffic/lock")  # all that a folder may hold which nobody has used yet


@dataclass(frozen=True, slots=True)
class Restored:
    """How much was restored, and where the folder that was there before is now; None for no folder."""

    extent: Extent
    aside: Path | None


def is_used(folder: Path) -> bool:
    """Say whether there is anything in a folder."""
    if not folder.is_dir():
        return folder.exists()
    return any(path.relative_to(folder).as_posix() not in LOCK for path in folder.rglob("*"))


def _nothing(_unpacked: Path) -> AbstractContextManager[None]:
    return nullcontext()


def restore(archive: Path, folder: Path, *, over: bool, at: datetime, around: Around = _nothing) -> Restored:
    """Unpack an archive beside `folder`, check every hash, and only then put it in the folder's place.

    `around` is given the unpacked folder, and spans putting it in its place: what it does counts where that
    succeeds. With `over`, a folder that is used is moved aside under a name with the moment `at`; it is never
    deleted. Raises NotRestored, and OSError where the disk does not do its part; then nothing has changed.
    """
    folder = folder.resolve()
    if is_used(folder) and not over:
        raise NotRestored(
            f"{folder} is in use already. Choose an empty folder with --school, or put the backup in its "
            "place with --over; the folder that is there is then moved aside, not deleted."
        )
    folder.parent.mkdir(parents=True, exist_ok=True)
    beside = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", suffix=".restoring", dir=folder.parent))
    try:
        extent = unpack(archive, beside)
        with around(beside):
            aside = _exchange(beside, folder, at)
        return Restored(extent, aside)
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _exchange(beside: Path, folder: Path, at: datetime) -> Path | None:
    """Put the new folder in the place of the old; return where the old one is now."""
    if not is_used(folder):
        _clear(folder)
        os.replace(beside, folder)
        return None
    aside = folder.with_name(f"{folder.name}.before-{at:%Y%m%dT%H%M%S}")
    if aside.exists():
        raise NotRestored(f"{aside} is there already. Wait a second, then try again.")
    os.replace(folder, aside)
    try:
        os.replace(beside, folder)
    except OSError:
        os.replace(aside, folder)
        raise
    return aside


def _clear(folder: Path) -> None:
    """Take away what a first run leaves in a folder; it stays where there is more than that."""
    (folder / "traffic" / "lock").unlink(missing_ok=True)
    if (folder / "traffic").is_dir():
        (folder / "traffic").rmdir()

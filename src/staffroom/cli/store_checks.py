"""Is what Staffroom keeps in order: evidence, state, keys?"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from datetime import date, datetime, tzinfo
from pathlib import Path
from typing import Final

from staffroom.cli.backup import size_in_words
from staffroom.cli.check import Check, count, name_day, ok, to_do, wrong
from staffroom.records.school import School
from staffroom.rules.retention import expired
from staffroom.traffic import state
from staffroom.traffic.keys import KEY_BYTES
from staffroom.traffic.state import State, Unusable
from staffroom.traffic.store import Store

OLD_DAYS: Final = 8  # logs are read at least once a week
ANYBODY_ELSE: Final = stat.S_IRWXG | stat.S_IRWXO
RESTORE: Final = "Restore a backup with: staffroom restore"
READ: Final = "Read the newest logs with: staffroom logs read"


def check_store(folder: Path, school: School, now: datetime) -> Iterator[Check]:
    """Go through the store. `now` is aware and in the school's time zone; nothing is written."""
    try:
        kept = state.load(folder)
    except Unusable as error:
        yield wrong("State", str(error), RESTORE)
        yield from _safety(folder)
        return
    days = [date.fromisoformat(day) for day in kept.days]
    yield _evidence(folder, days)
    yield _last_read(folder, now)
    yield _state(folder, kept)
    yield _keys(folder, days, Store(folder, school.calendar))
    yield from _safety(folder)
    yield _retention(days, school.settings.keep_days, now.date())


def _evidence(folder: Path, days: list[date]) -> Check:
    if not days:
        return to_do("Evidence", "Nothing is kept yet.", "Read logs with: staffroom logs read")
    size = sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
    says = f"{count(len(days), 'day')} kept, from {name_day(min(days))} to {name_day(max(days))}"
    return ok("Evidence", f"{says}; {size_in_words(size)} on disk.")


def _last_read(folder: Path, now: datetime) -> Check:
    title = "Last read"
    written = folder / state.NAME
    if not written.is_file():
        return to_do(title, "No log has been read yet.", "Read logs with: staffroom logs read")
    at = _modified(written, now.tzinfo)
    says = f"Logs were last read on {name_day(at)} at {at:%H:%M}."
    if (now - at).days >= OLD_DAYS:
        return to_do(title, says, READ)
    return ok(title, says)


def _modified(file: Path, timezone: tzinfo | None) -> datetime:
    return datetime.fromtimestamp(file.stat().st_mtime, timezone)


def _state(folder: Path, kept: State) -> Check:
    named = [*kept.days.values(), *(name for names in kept.prints.values() for name in names)]
    missing = sum(1 for name in named if not (folder / name).is_file())
    if missing:
        return wrong("State", f"{count(missing, 'file')} that it names cannot be found.", RESTORE)
    damaged = [day for day, name in sorted(kept.days.items()) if not _is_parquet(folder / name)]
    if damaged:
        return wrong("State", f"The evidence of {', '.join(damaged)} is damaged.", RESTORE)
    return ok("State", f"Can be read; {count(len(kept.bookmarks), 'log')} known, to be read on from there.")


def _is_parquet(file: Path) -> bool:
    """Look for the mark that a Parquet file begins and ends with."""
    with file.open("rb") as opened:
        begins = opened.read(4)
        opened.seek(max(0, file.stat().st_size - 4))
        return begins == opened.read(4) == b"PAR1"


def _keys(folder: Path, days: list[date], store: Store) -> Check:
    files = sorted((folder / "keys").glob("*.key"))
    damaged = sum(1 for file in files if not _is_key(file))
    if damaged:
        return wrong("Keys", f"{count(damaged, 'key')} cannot be read or is no key.", RESTORE)
    wanted = {f"codes-{store.period_of(day)}" for day in days} | ({"lines"} if days else set())
    missing = wanted - {file.stem for file in files}
    if missing:
        says = f"{count(len(missing), 'key')} of the evidence cannot be found."
        next = RESTORE
        return wrong("Keys", says, next)
    return ok("Keys", f"{count(len(files), 'key')}, none missing.")


def _is_key(file: Path) -> bool:
    try:
        return file.stat().st_size == KEY_BYTES and os.access(file, os.R_OK)
    except OSError:
        return False


def _safety(folder: Path) -> Iterator[Check]:
    """Look at who may read the store; systems other than POSIX say it in other ways."""
    if os.name != "posix" or not folder.is_dir():
        return
    open_folders = [one for one in (folder, folder / "keys") if _is_open(one)]
    open_keys = [one for one in (folder / "keys").glob("*.key") if _is_open(one)]
    if open_folders or open_keys:
        says = "Others than the owner may read or write the store or its keys."
        next = (
            f"Keep it to its owner: chmod 700 '{folder}' '{folder / 'keys'}'; chmod 600 '{folder / 'keys'}'/*"
        )
        yield wrong("Access", says, next)
    else:
        yield ok("Access", "Only its owner may look into the store; keys are readable to the owner only.")


def _is_open(path: Path) -> bool:
    return path.exists() and bool(path.stat().st_mode & ANYBODY_ELSE)


def _retention(days: list[date], keep_days: int, today: date) -> Check:
    over = expired(days, today=today, keep_days=keep_days)
    says = f"Evidence is deleted after {count(keep_days, 'day')}."
    if over:
        says += f" {count(len(over), 'day')} kept longer than that."
        return to_do("Retention", says, "They are deleted with the next: staffroom logs read")
    return ok("Retention", says)

"""What has been read so far, and which files hold what came of it?

`state.json` is the only truth: it is replaced as a whole, and it names every file that counts. A run that
is broken off leaves the state before it, and files that no state names are swept away by the next one.
"""

from __future__ import annotations

import json
import os
import shutil
from collections import Counter
from dataclasses import asdict, dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

FORMAT = 1
NAME = "state.json"
BESIDE = "afresh"  # the folder of a second store, while logs are read afresh


class Unusable(Exception):
    """The state cannot be read; the sentence says what to do."""


@dataclass(slots=True)
class Bookmark:
    """How far one log has been read.

    `head` and `tail` are keyed hashes of its first bytes and of those before `offset`, which counts plain
    (unpacked) bytes. `seen` is the day on which its log was last met ("" in states that do not say).
    """

    head: str
    head_length: int
    tail: str
    tail_length: int
    offset: int
    format: str
    inode: int = 0
    size: int = 0
    modified: int = 0
    seen: str = ""


@dataclass(slots=True)
class Segment:
    """What one stretch of one log held, in lines; `days` are the local days of its listed lines."""

    name: str
    format: str
    lines: int
    listed: int
    repeated: int
    pupils: int
    blind: dict[str, int]
    unreadable: dict[str, int]
    days: list[str]

    def falls_in(self, first: date, last: date) -> bool:
        """Say whether some of it is of the days from `first` to `last`."""
        return any(first.isoformat() <= day <= last.isoformat() for day in self.days)


@dataclass(slots=True)
class State:
    """Bookmarks, segments, and the files of each day and of each hour's fingerprints."""

    bookmarks: list[Bookmark] = field(default_factory=list)
    segments: list[Segment] = field(default_factory=list)
    days: dict[str, str] = field(default_factory=dict)
    prints: dict[str, list[str]] = field(default_factory=dict)  # hour since 1970 -> files
    number: int = 0  # of the last change; part of every file's name
    weeks: dict[str, str] = field(default_factory=dict)  # Monday -> the period of its codes

    def next(self) -> State:
        """Begin the state after this one, so that this one holds until the next is written."""
        prints = {hour: list(names) for hour, names in self.prints.items()}
        weeks = dict(self.weeks)
        return replace(self, days=dict(self.days), prints=prints, number=self.number + 1, weeks=weeks)

    def forget_day(self, day: str, hours: list[str]) -> None:
        """Drop a day's evidence and the fingerprints of its hours."""
        self.days.pop(day, None)
        mondays = {monday_of(date.fromisoformat(kept)).isoformat() for kept in self.days}
        self.weeks = {monday: name for monday, name in self.weeks.items() if monday in mondays}
        for hour in hours:
            self.prints.pop(hour, None)


def monday_of(day: date) -> date:
    """Return the Monday of a day's week."""
    return day - timedelta(days=day.weekday())


def load(folder: Path) -> State:
    """Read the state of a folder; an empty state where there is none. Raises Unusable."""
    try:
        text = (folder / NAME).read_text("utf-8")
    except FileNotFoundError:
        return State()
    except OSError as error:
        raise Unusable(f"{folder / NAME} cannot be read. Check who may read the folder.") from error
    try:
        return _from_json(json.loads(text))
    except (ValueError, TypeError, KeyError) as error:
        sentence = f"{folder / NAME} is damaged. Restore it from a backup with: staffroom restore"
        raise Unusable(sentence) from error


def _from_json(found: dict[str, Any]) -> State:
    if found["format"] != FORMAT:
        raise ValueError("unknown format")
    return State(
        [Bookmark(**one) for one in found["bookmarks"]],
        [Segment(**one) for one in found["segments"]],
        {str(day): str(name) for day, name in found["days"].items()},
        {str(hour): [str(name) for name in names] for hour, names in found["prints"].items()},
        int(found["number"]),
        {str(monday): str(name) for monday, name in found["weeks"].items()},
    )


def save(folder: Path, state: State) -> None:
    """Replace the state of a folder, whole or not at all, and sweep away files that it does not name."""
    folder.mkdir(parents=True, exist_ok=True)
    written = folder / f"{NAME}.new"
    with written.open("w", encoding="utf-8") as file:
        json.dump({"format": FORMAT} | asdict(state), file)
        file.flush()
        os.fsync(file.fileno())
    os.replace(written, folder / NAME)
    sweep(folder, state)


def settle(path: Path) -> None:
    """Wait until a file is on the disk itself, so that no state names one that a power cut took."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sweep(folder: Path, state: State) -> None:
    """Delete day and fingerprint files that the state does not name, and a second store left over."""
    shutil.rmtree(folder / BESIDE, ignore_errors=True)
    named = {*state.days.values(), *(name for names in state.prints.values() for name in names)}
    for kind in ("days", "prints"):
        for file in (folder / kind).glob("*"):
            if f"{kind}/{file.name}" not in named:
                file.unlink(missing_ok=True)


def count_together(segments: list[Segment]) -> Counter[str]:
    """Add up the blind lines of segments by kind."""
    total: Counter[str] = Counter()
    for segment in segments:
        total.update(segment.blind)
    return total

"""The tables of tests/cases: texts that a detector is to notice, and texts that it is to leave alone."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from staffroom.records.drafts import Draft

FOLDER = Path(__file__).parents[1] / "cases"
TABLES = ("notice", "leave")
COLUMNS = {"text", "kind", "words", "at", "since_last", "for_school", "missed"}


@dataclass(frozen=True, slots=True)
class Case:
    """A text, and the kind of notice that it is to bring (none: it is to be left alone).

    `words` are what is to be marked, where the case says it; `missed` is the reason where it is known that
    the detector is wrong about the text, which counts against it all the same. `since_last` is in minutes.
    """

    detector: str
    text: str
    kind: str = ""
    words: tuple[str, ...] = ()
    at: datetime | None = None
    since_last: int | None = None
    for_school: bool = False
    missed: str = ""

    @property
    def draft(self) -> Draft:
        """The text as a draft of its moment."""
        since_last = None if self.since_last is None else timedelta(minutes=self.since_last)
        return Draft(self.text, self.at, since_last, self.for_school)

    @property
    def is_held_back(self) -> bool:
        """Say whether the case is in the third that is kept for measuring, and never looked at for tuning."""
        return hashlib.sha256(self.text.encode()).digest()[0] % 3 == 0


def read_cases(file: Path) -> Iterator[Case]:
    """Read one table; its name is the detector's."""
    written = tomllib.loads(file.read_text(encoding="utf-8"))
    assert set(written) <= set(TABLES), file.name
    for table in TABLES:
        for row in written.get(table, []):
            assert set(row) <= COLUMNS, f"{file.name}: {row['text']}"
            assert bool(row.get("kind")) == (table == "notice"), f"{file.name}: {row['text']}"
            yield Case(file.stem, **(row | {"words": tuple(row.get("words", ()))}))


def all_cases() -> list[Case]:
    """Read every table."""
    return [case for file in sorted(FOLDER.glob("*.toml")) for case in read_cases(file)]

"""What does the store hold on one person, who asks for it themselves?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from staffroom.records.evidence import Evidence, Outcome
from staffroom.records.requests import Grade
from staffroom.rules.pseudonyms import code, person_identity
from staffroom.traffic.engine import open_engine, question
from staffroom.traffic.store import Store

Row = tuple[Evidence, Outcome]

_COUNTS = (
    "interactive",
    "media",
    "embed",
    "tracking",
    "background",
    "login",
    "shortener",
    "blocked",
    "lines",
    "octets",
    "hosts",
    "began",
    "lasted",
    "pages",
    "followed",
    "foreign",
)


def own_code(store: Store, person_id: str, day: date) -> int | None:
    """Make the code of a person for the week of a day; None where no code of its period was ever made."""
    name = f"codes-{store.period_of(day)}"
    return int(code(store.key(name), person_identity(person_id)), 16) if store.has_key(name) else None


def read_own(store: Store, person_id: str, first: date, last: date) -> list[Row]:
    """Return a person's evidence with its outcomes, of the days from `first` to `last`.

    In order of service and window within each period. The code is made for this answer and not kept.
    """
    files: defaultdict[int, list[Path]] = defaultdict(list)
    for day, file in store.day_files(first, last).items():
        who = own_code(store, person_id, day)
        if who is not None:
            files[who].append(file)
    if not files:
        return []
    with open_engine(threads=1) as engine:
        rows = [
            row
            for who, some in files.items()
            for row in engine.execute(
                question("own_windows"), {"files": [str(file) for file in some], "who": who}
            ).fetchall()
        ]
    return [_read(row) for row in rows]


def kept_mondays(store: Store) -> tuple[date, ...]:
    """Return the Mondays of the weeks of which something is kept, the latest first."""
    ordinals = (date.fromisoformat(day).toordinal() for day in store.state.days)
    mondays = {ordinal - (ordinal - 1) % 7 for ordinal in ordinals}  # day 1 of the calendar was a Monday
    return tuple(map(date.fromordinal, sorted(mondays, reverse=True)))


def codes_of(store: Store, person_id: str, mondays: Iterable[date]) -> dict[date, int]:
    """Return a person's code in each of some weeks, as far as there is one."""
    codes = {monday: own_code(store, person_id, monday) for monday in mondays}
    return {monday: who for monday, who in codes.items() if who is not None}


def _read(row: tuple[object, ...]) -> Row:
    service, window, grade, *counts, outcome = row
    numbers = {name: int(str(number)) for name, number in zip(_COUNTS, counts, strict=True)}
    evidence = Evidence(
        who="",
        attributed=True,
        service=str(service),
        window=int(str(window)),
        grade=Grade(int(str(grade))),
        **numbers,
    )
    return evidence, Outcome(str(outcome))

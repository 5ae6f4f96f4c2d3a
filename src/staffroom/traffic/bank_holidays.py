"""Which days are bank holidays? Worked out once a year and kept, because that takes a fifth of a second."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from importlib.util import find_spec
from pathlib import Path

from staffroom.records.calendar import Nation
from staffroom.rules.terms import bank_holidays

NAME = "bank-holidays.json"


def bank_holidays_of(folder: Path, nation: Nation, years: Iterable[int]) -> frozenset[date]:
    """Return a nation's bank holidays of some years, from the folder's copy where it has one.

    A copy counts for the `holidays` package, as it is installed, that it was made with.
    """
    path = folder / NAME
    edition = _edition()
    kept = _read(path, edition)
    wanted = {f"{nation.value}-{year}": year for year in sorted(years)}
    missing = [name for name in wanted if name not in kept]
    for name in missing:
        kept[name] = sorted(day.isoformat() for day in bank_holidays(nation, [wanted[name]]))
    if missing:
        _write(path, {"edition": edition, "days": kept})
    return frozenset(date.fromisoformat(day) for name in wanted for day in kept[name])


def _edition() -> str:
    """Name the installed `holidays` package; its version would take longer to find out than all the rest."""
    found = find_spec("holidays")
    origin = found.origin if found else None
    return str(Path(origin).stat().st_mtime_ns) if origin else ""


def _read(path: Path, edition: str) -> dict[str, list[str]]:
    try:
        found = json.loads(path.read_text("utf-8"))
        days = found["days"] if found["edition"] == edition else {}
        return {
            str(name): [date.fromisoformat(day).isoformat() for day in each] for name, each in days.items()
        }
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return {}


def _write(path: Path, content: dict[str, object]) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(content), "utf-8")
    except OSError:
        return  # a folder that may only be read: worked out again the next time

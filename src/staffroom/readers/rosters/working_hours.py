"""Which weekly hours and breaks does school.toml set?"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import time
from itertools import pairwise

from staffroom.readers.rosters.cells import list_known
from staffroom.readers.rosters.problems import Complaints, RowError
from staffroom.readers.rosters.settings import Toml, day_of, tables_of, text_of
from staffroom.records.calendar import TimeRange, WorkingDay, WorkingPattern

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
WEEKDAYS = "weekdays"  # Monday to Friday
DAY_NAMES = (*DAYS, WEEKDAYS)
MOST_RANGES = 20  # of one day
END_OF_DAY = "24:00"  # a TimeRange ends at 00:00 then

_RANGE = re.compile(r"(\d{1,2}):(\d\d)\s*[-–]\s*(\d{1,2}):(\d\d)", re.ASCII)


def read_patterns(document: Toml, complaints: Complaints) -> tuple[WorkingPattern, ...]:
    """Read each `[[pattern]]`; a day that cannot be read is not worked, and is complained of."""
    patterns = []
    for place, table in tables_of(document, "pattern", complaints):
        if "since" in table and day_of(table, "since") is None:
            complaints.say(0, f"{place}: since is not a date like 2026-09-01, so the pattern was left out.")
            continue
        if set(table) - {"name", "since", "days"}:
            complaints.say(
                0, f"{place} has an entry that is not known. Known are: name, since, [pattern.days]."
            )
        days = _days(table.get("days", {}), place, complaints)
        patterns.append(WorkingPattern(text_of(table, "name"), days, day_of(table, "since")))
    _complain_of_twins(patterns, complaints)
    return tuple(patterns)


def _complain_of_twins(patterns: list[WorkingPattern], complaints: Complaints) -> None:
    keys = sorted((pattern.name, str(pattern.since)) for pattern in patterns)
    if any(one == other for one, other in pairwise(keys)):
        complaints.say(0, "Two working patterns have the same name and the same since; the later one holds.")


def _days(found: object, place: str, complaints: Complaints) -> dict[int, WorkingDay]:
    if not isinstance(found, Mapping):
        complaints.say(0, f"{place}: days must be a table: write [pattern.days] and the days below.")
        return {}
    named = {str(name).casefold(): value for name, value in found.items()}
    if not set(named) <= set(DAY_NAMES):
        complaints.say(0, f"{place} has a day that is not known. {list_known(DAY_NAMES)}")
    if WEEKDAYS in named:
        named = {**dict.fromkeys(DAYS[:5], named[WEEKDAYS]), **named}
    days = {}
    for number, name in enumerate(DAYS):
        if name in named:
            days[number] = _day_or_none_worked(named[name], f"{place}, {name}", complaints)
    return {number: day for number, day in days.items() if day.ranges}


def _day_or_none_worked(found: object, place: str, complaints: Complaints) -> WorkingDay:
    try:
        return _day(found)
    except RowError as refused:
        complaints.say(0, f"{place}: {refused} The day counts as not worked.")
        return WorkingDay()


def _day(found: object) -> WorkingDay:
    if not isinstance(found, Mapping):
        return WorkingDay(_ranges(found))
    if set(found) - {"hours", "breaks"}:
        raise RowError("A day has hours and breaks only.")
    return WorkingDay(_ranges(found.get("hours", [])), _ranges(found.get("breaks", [])))


def read_written_day(hours: str, breaks: str) -> WorkingDay:
    """Read a day as people write it: "08:30-12:15, 13:00-16:00". Raises RowError where it cannot be read."""
    return WorkingDay(_ranges(_parts(hours)), _ranges(_parts(breaks)))


def read_written_week(days: Mapping[str, Mapping[str, str]]) -> dict[int, WorkingDay]:
    """Read a week of written days, "0" for Monday; a day that cannot be read is not worked."""
    week = {}
    for name, written in days.items():
        try:
            week[int(name)] = read_written_day(written.get("hours", ""), written.get("breaks", ""))
        except ValueError:  # RowError is one
            continue
    return {number: day for number, day in week.items() if day.ranges}


def _parts(text: str) -> list[str]:
    return [part.strip() for part in re.split("[,;]", text) if part.strip()]


def _ranges(found: object) -> tuple[TimeRange, ...]:
    """Read ranges such as "08:30-12:15"; raises RowError for one that is none."""
    texts = [found] if isinstance(found, str) else found
    if not isinstance(texts, list) or len(texts) > MOST_RANGES:
        raise RowError(f'Hours must be a list of at most {MOST_RANGES} ranges like "08:30-12:15".')
    ranges = sorted((_range(text) for text in texts), key=_start)
    if any(one.end == time() or other.start < one.end for one, other in pairwise(ranges)):
        raise RowError("Two ranges overlap.")
    return tuple(ranges)


def _range(text: object) -> TimeRange:
    found = _RANGE.fullmatch(text.strip()) if isinstance(text, str) else None
    if not found:
        raise RowError('A range is not written like "08:30-12:15".')
    start = _time(int(found[1]), int(found[2]))
    ends_at_midnight = f"{found[3]}:{found[4]}" == END_OF_DAY
    end = time() if ends_at_midnight else _time(int(found[3]), int(found[4]))
    if end <= start and not ends_at_midnight:
        raise RowError("A range ends before it begins. Write work past midnight as two ranges, one each day.")
    return TimeRange(start, end)


def _time(hour: int, minute: int) -> time:
    try:
        return time(hour, minute)
    except ValueError:
        raise RowError("A time of day is not between 00:00 and 24:00.") from None


def _start(each: TimeRange) -> time:
    return each.start

"""What does the store know of one week?"""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

from staffroom.records.evidence import Outcome
from staffroom.records.people import Register
from staffroom.records.seen import OutcomeCount, SeenWeek, VisitWindow
from staffroom.records.week import FileAccount
from staffroom.records.week_people import CodedPerson
from staffroom.rules.pseudonyms import code, person_identity
from staffroom.traffic.engine import open_engine, question
from staffroom.traffic.state import Segment, count_together
from staffroom.traffic.store import Store


def look_at_week(store: Store, monday: date) -> SeenWeek:
    """Read what the store holds of the week that begins on `monday`."""
    sunday = monday + timedelta(days=6)
    files = store.day_files(monday, sunday)
    segments = [one for one in store.state.segments if one.falls_in(monday, sunday)]
    read = {date.fromisoformat(day) for one in segments for day in one.days}
    week = SeenWeek(
        monday=monday,
        days=tuple(sorted({*files, *(day for day in read if monday <= day <= sunday)})),
        files=_accounts(segments),
        file_lines=sum(one.lines for one in segments),
        blind=dict(count_together(segments)),
    )
    return _with_evidence(week, [str(file) for file in files.values()]) if files else week


def _with_evidence(week: SeenWeek, files: list[str]) -> SeenWeek:
    with open_engine() as engine:
        visits = engine.execute(question("week_visits"), {"files": files}).fetchall()
        outcomes = engine.execute(question("week_outcomes"), {"files": files}).fetchall()
        lines = engine.execute(question("week_lines"), {"files": files}).fetchone()
    attributed, every, lookups = lines or (0, 0, 0)
    return SeenWeek(
        monday=week.monday,
        visits=tuple(map(VisitWindow._make, visits)),
        outcomes=tuple(OutcomeCount(row[0], Outcome(row[1]), row[2], row[3]) for row in outcomes),
        attributed_lines=attributed,
        all_lines=every,
        lookup_lines=lookups,
        days=week.days,
        files=week.files,
        file_lines=week.file_lines,
        blind=week.blind,
    )


def _accounts(segments: list[Segment]) -> tuple[FileAccount, ...]:
    """Add up the stretches of each file, in the order in which the files were first read."""
    by_file: dict[tuple[str, str], list[Segment]] = {}
    for one in segments:
        by_file.setdefault((one.name, one.format), []).append(one)
    return tuple(
        FileAccount(
            name=name,
            format=format,
            lines=sum(one.lines for one in parts),
            listed=sum(one.listed for one in parts),
            unreadable=dict(sum((Counter(one.unreadable) for one in parts), Counter())),
        )
        for (name, format), parts in by_file.items()
    )


def coded_people(store: Store, register: Register, period: str) -> dict[int, CodedPerson]:
    """Return what a report may know of the people in scope, by their codes of a period.

    Codes are only ever made from people, never taken apart.
    """
    name = f"codes-{period}"
    if not store.has_key(name):
        return {}
    key = store.key(name)
    return {
        int(code(key, person_identity(person.id)), 16): CodedPerson(person.pattern, person.id, person.roles)
        for person in register.people
    }

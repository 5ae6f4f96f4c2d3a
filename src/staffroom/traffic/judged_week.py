"""What was judged of each person in a made week? For the demonstration alone, where nobody is real."""

from __future__ import annotations

from datetime import date, timedelta

from staffroom.traffic.engine import open_engine, question
from staffroom.traffic.school_folder import OpenedSchool
from staffroom.traffic.seen_week import coded_people
from staffroom.traffic.store import Store


def judged_week(store: Store, opened: OpenedSchool, monday: date) -> list[tuple[str, str, int, str]]:
    """Return (person, service, window, outcome) for the visits and the ambiguous windows of a week."""
    days = [monday + timedelta(days=ahead) for ahead in range(7)]
    files = [str(file) for file in store.day_files(days[0], days[-1]).values()]
    if not files:
        return []
    people = coded_people(store, opened.school.register, store.period_of(monday))
    with open_engine() as engine:
        rows = engine.execute(question("judged_windows"), {"files": files}).fetchall()
    return [(people[who].person, service, window, outcome) for who, service, window, outcome in rows]

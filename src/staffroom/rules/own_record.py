"""What is held on one person, in words that they can check?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import groupby
from math import ceil
from zoneinfo import ZoneInfo

from staffroom.policy.keeping import keeps
from staffroom.records.calendar import Hours
from staffroom.records.decisions import Decision
from staffroom.records.evidence import WINDOW_SECONDS, Evidence, Outcome
from staffroom.records.school import Purpose
from staffroom.records.seen import VisitWindow
from staffroom.records.week_people import CodedPerson
from staffroom.rules.catalogue import Catalogue
from staffroom.rules.outcome_reasons import explain
from staffroom.rules.outcomes import Features, Traits, features, judge, traits
from staffroom.rules.presence import measure
from staffroom.rules.purpose import school_purpose
from staffroom.rules.thresholds import Card
from staffroom.rules.visit_pieces import Timetable
from staffroom.rules.visits import split_runs

EARLIER_RULE = "It was judged by an earlier form of the rule."
QUARTER = 900  # seconds
NO_TRAITS = Traits(alone=True, card=int(Card.ORDINARY))

Row = tuple[Evidence, Outcome]


@dataclass(frozen=True, slots=True)
class HeldUse:
    """One use of a service as it is held: `begins` and `ends` are local, to the quarter of an hour.

    `first` and `last` are its windows. Minutes are a range. `goes_on` is the day on which it is deleted.
    """

    service: str
    title: str
    outcome: Outcome
    day: date
    begins: datetime
    ends: datetime
    least_minutes: int
    most_minutes: int
    hours: tuple[Hours, ...]
    purpose: Decision
    because: tuple[str, ...]
    goes_on: date
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Ground:
    """What a record is read with: the catalogue, the timetable, the register, whose it is, and how long."""

    catalogue: Catalogue
    timetable: Timetable
    purposes: tuple[Purpose, ...]
    person: CodedPerson
    timezone: str
    keep_days: int


@keeps("CON-1", "MON-1")
def held_uses(rows: Iterable[Row], ground: Ground) -> tuple[HeldUse, ...]:
    """Turn the rows of one person, in order of service and window, into uses, in order of time.

    Windows of one service and outcome without a longer pause than the gap are one use, as in the counts.
    """
    uses: list[HeldUse] = []
    for (service, day), own in groupby(rows, key=lambda row: (row[0].service, _day(row[0], ground))):
        uses += _uses(service, day, list(own), ground)
    return tuple(sorted(uses, key=lambda use: (use.first, use.title)))


def _day(evidence: Evidence, ground: Ground) -> date:
    return ground.timetable.moment(_window(evidence)).day


def _window(evidence: Evidence) -> VisitWindow:
    return VisitWindow(0, evidence.service, evidence.window, evidence.began, evidence.lasted)


def _uses(service: str, day: date, rows: list[Row], ground: Ground) -> Iterator[HeldUse]:
    judged = list(zip(rows, _features(rows, _traits(service, ground.catalogue)), strict=True))
    for outcome in Outcome:
        chosen = [(row[0], window) for row, window in judged if row[1] is outcome]
        for run in split_runs(evidence.window for evidence, _ in chosen):
            yield _use(service, day, outcome, chosen[run.start : run.stop], ground)


def _traits(service: str, catalogue: Catalogue) -> Traits:
    return traits(catalogue.services[service]) if service in catalogue.services else NO_TRAITS


def _features(rows: list[Row], service: Traits) -> Iterator[Features]:
    for run in split_runs(evidence.window for evidence, _ in rows):
        stretch = [evidence for evidence, _ in rows[run.start : run.stop]]
        yield from (features(one, stretch, service) for one in stretch)


def _use(
    service: str, day: date, outcome: Outcome, windows: Sequence[tuple[Evidence, Features]], ground: Ground
) -> HeldUse:
    first, last = windows[0][0].window, windows[-1][0].window
    seen = [_window(evidence) for evidence, _ in windows]
    time = measure(seen)
    moments = [ground.timetable.moment(one) for one in seen]
    hours = tuple(dict.fromkeys(ground.timetable.hours(ground.person.pattern, one) for one in moments))
    known = ground.catalogue.services.get(service)
    return HeldUse(
        service=service,
        title=known.title if known else service,
        outcome=outcome,
        day=day,
        begins=_quarter(first * WINDOW_SECONDS // QUARTER, ground),
        ends=_quarter(ceil((last + 1) * WINDOW_SECONDS / QUARTER), ground),
        least_minutes=time.whole_least // 60,
        most_minutes=ceil(time.whole_most / 60),
        hours=hours,
        purpose=_purpose(service, day, moments[0].at_ms, ground),
        because=_because(outcome, [window for _, window in windows]),
        goes_on=day + timedelta(days=ground.keep_days + 1),
        first=first,
        last=last,
    )


def _quarter(quarter: int, ground: Ground) -> datetime:
    return datetime.fromtimestamp(quarter * QUARTER, UTC).astimezone(ZoneInfo(ground.timezone))


def _purpose(service: str, day: date, at_ms: int, ground: Ground) -> Decision:
    return school_purpose(
        ground.purposes,
        person=ground.person.person,
        roles=ground.person.roles,
        service=service,
        day=day,
        at_ms=at_ms,
    )


def _because(outcome: Outcome, windows: list[Features]) -> tuple[str, ...]:
    """Give each reason once, in the order of the windows."""
    told = [
        reason
        for window in windows
        for reason in (explain(window) if judge(window) is outcome else (EARLIER_RULE,))
    ]
    return tuple(dict.fromkeys(told))

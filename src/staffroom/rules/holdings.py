"""Who held a machine when, if records of different rank speak of it?"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import NamedTuple

ALWAYS = -(2**62)  # before every moment, in milliseconds
FOREVER = 2**62

Interval = tuple[int, int]  # milliseconds since 1970 in UTC, the end not included


class Bearer(StrEnum):
    """Whom a line is about; NOBODY is nobody known: the line is unattributed."""

    PERSON = "person"
    PUPIL = "pupil"
    NOBODY = "nobody"


class Answer(NamedTuple):
    """Whom a record names: `person` is an id of the staff table, or ""; `source` says how it is known."""

    bearer: Bearer
    person: str
    source: str


@dataclass(frozen=True, slots=True)
class Holding:
    """Somebody had a machine from `since` up to, not including, `until`: milliseconds since 1970 in UTC."""

    since: int
    until: int
    bearer: Bearer
    person: str
    source: str


class Rank(IntEnum):
    """How good a record is as evidence; the lower, the better."""

    ACCOUNT = 1  # RADIUS and logon records: an account at this address
    LEASE = 2  # DHCP: a machine at this address, and the device register says whose
    DEVICE = 3  # the device register names the address itself


class Statement(NamedTuple):
    """One record, for one interval. Two with one `who` do not contradict each other.

    `answer` is None where the record knows that somebody was there, but not who.
    """

    rank: Rank
    since: int
    until: int
    who: str
    answer: Answer | None


PUPILS = "pupils"  # the `who` of every pupil: which of them it was does not matter
OVERLAP = Answer(Bearer.NOBODY, "", "overlapping claims")

Active = dict[Rank, defaultdict[str, Counter[Answer | None]]]


def settle(statements: Iterable[Statement], otherwise: Answer) -> tuple[Holding, ...]:
    """Decide for all time who held the machine: in order, without gap or overlap.

    At each moment the best rank that names somebody decides; where it names different people, nobody held
    it. `otherwise` holds where no record speaks. Time grows with n log n of the statements.
    """
    changes: dict[int, list[tuple[Statement, int]]] = {ALWAYS: []}
    for statement in statements:
        if statement.since < statement.until:
            changes.setdefault(statement.since, []).append((statement, 1))
            changes.setdefault(statement.until, []).append((statement, -1))
    changes.pop(FOREVER, None)
    if len(changes) == 1 and not changes[ALWAYS]:
        return (Holding(ALWAYS, FOREVER, *otherwise),)
    return tuple(_join(list(_sweep(changes, otherwise))))


def inside(interval: Interval, windows: Iterable[Interval]) -> list[Interval]:
    """Return the parts of the windows that lie within an interval; they may overlap each other."""
    clipped = [(max(since, interval[0]), min(until, interval[1])) for since, until in windows]
    return [(since, until) for since, until in clipped if since < until]


def outside(interval: Interval, windows: Iterable[Interval]) -> list[Interval]:
    """Return the parts of an interval that no window covers, in order."""
    uncovered = []
    reached, end = interval
    for since, until in sorted(inside(interval, windows)):
        if reached < since:
            uncovered.append((reached, since))
        reached = max(reached, until)
    return [*uncovered, (reached, end)] if reached < end else uncovered


def _sweep(
    changes: dict[int, list[tuple[Statement, int]]], otherwise: Answer
) -> Iterator[tuple[int, Answer]]:
    active: Active = {rank: defaultdict(Counter) for rank in Rank}
    for moment in sorted(changes):
        for statement, step in changes[moment]:
            _count(active, statement, step)
        yield moment, _decide(active) or otherwise


def _count(active: Active, statement: Statement, step: int) -> None:
    answers = active[statement.rank][statement.who]
    answers[statement.answer] += step
    if not answers[statement.answer]:
        del answers[statement.answer]
    if not answers:
        del active[statement.rank][statement.who]


def _decide(active: Active) -> Answer | None:
    for named in active.values():
        if len(named) > 1:
            return OVERLAP
        for answers in named.values():
            known = [answer for answer in answers if answer is not None]
            if known:
                return min(known)
    return None


def _join(decided: list[tuple[int, Answer]]) -> Iterator[Holding]:
    """Make one holding of neighbours that are the same."""
    kept = decided[:1]
    for since, answer in decided[1:]:
        if answer != kept[-1][1]:
            kept.append((since, answer))
    ends = [since for since, _ in kept[1:]]
    for (since, answer), until in zip(kept, [*ends, FOREVER], strict=True):
        yield Holding(since, until, *answer)

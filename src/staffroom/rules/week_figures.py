"""Which figures does a week come to, before any is hidden?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from math import ceil

from staffroom.records.calendar import Hours
from staffroom.records.evidence import Outcome
from staffroom.records.seen import OutcomeCount
from staffroom.records.week import Column
from staffroom.rules.presence import Presence
from staffroom.rules.visit_pieces import Piece
from staffroom.rules.week_disclosure import LEAST, MOST, PEOPLE, VISITS, Figure, Part, Tally

_COLUMN_OF_HOURS = {
    Hours.WORKING: Column.WORKING,
    Hours.BREAK: Column.BREAK,
    Hours.OUTSIDE: Column.OUTSIDE,
    Hours.CLOSED: Column.OUTSIDE,
}
_TREND_OF_COLUMN = {
    Column.WORKING: Column.WORKING.value,
    Column.PURPOSE: Column.PURPOSE.value,
    Column.BREAK: Column.OUTSIDE.value,
    Column.OUTSIDE: Column.OUTSIDE.value,
}
_COLUMN_OF_OUTCOME = {
    Outcome.AMBIGUOUS: Column.AMBIGUOUS,
    Outcome.EMBEDDED: Column.EMBEDDED,
    Outcome.BACKGROUND: Column.BACKGROUND,
    Outcome.BLOCKED: Column.BLOCKED,
    Outcome.LOOKED_UP: Column.LOOKED_UP,
}

Figures = dict[Figure, Tally]


def column_of(piece: Piece) -> Column:
    """Return the column in which a piece counts; a purpose matters in working hours only."""
    if piece.hours is Hours.WORKING and piece.purpose:
        return Column.PURPOSE
    return _COLUMN_OF_HOURS[piece.hours]


def figures_of(pieces: Iterable[Piece], presence: Presence, outcomes: Iterable[OutcomeCount]) -> Figures:
    """Work out every figure of a week's report, true and unrounded."""
    numbers: defaultdict[Figure, int] = defaultdict(int)
    people: defaultdict[Figure, set[int]] = defaultdict(set)
    for piece in pieces:
        for figure in _figures_of(piece):
            numbers[figure] += 1
            people[figure].add(piece.who)
        for figure in _people_of(piece):
            people[figure].add(piece.who)
            numbers[figure] = len(people[figure])
    figures = {figure: Tally(number, len(people[figure])) for figure, number in numbers.items()}
    return figures | _minutes(figures, presence) | _outcomes(outcomes)


def _figures_of(piece: Piece) -> Iterable[Figure]:
    column, weekday = column_of(piece), piece.day.weekday()
    by_day = Column.PURPOSE if column is Column.PURPOSE else piece.hours
    yield Figure(Part.TOTAL, 0, VISITS)
    yield Figure(Part.SERVICE, piece.service, VISITS)
    yield Figure(Part.SERVICE, piece.service, column.value)
    yield Figure(Part.DAY, weekday, by_day.value)
    yield Figure(Part.HEAT, weekday, str(piece.hour))
    yield Figure(Part.TREND, 0, _TREND_OF_COLUMN[column])


def _people_of(piece: Piece) -> Iterable[Figure]:
    yield Figure(Part.TOTAL, 0, PEOPLE)
    yield Figure(Part.SERVICE, piece.service, PEOPLE)
    yield Figure(Part.DAY, piece.day.weekday(), PEOPLE)


def _minutes(figures: Mapping[Figure, Tally], presence: Presence) -> Figures:
    found: Figures = {}
    for figure, tally in figures.items():
        if figure.column != PEOPLE or figure.part not in (Part.TOTAL, Part.SERVICE):
            continue
        is_whole = figure.part is Part.TOTAL
        least = presence.whole_least if is_whole else presence.least[str(figure.row)]
        most = presence.whole_most if is_whole else presence.most[str(figure.row)]
        found[figure._replace(column=LEAST)] = Tally(_whole_minutes(least), tally.people)
        found[figure._replace(column=MOST)] = Tally(
            max(_whole_minutes(most), _whole_minutes(least)), tally.people
        )
    return found


def _whole_minutes(seconds: float) -> int:
    """Round up to whole minutes, so that the parts of a whole never come to less than it."""
    return ceil(round(seconds, 3) / 60)


def _outcomes(outcomes: Iterable[OutcomeCount]) -> Figures:
    return {
        Figure(Part.SERVICE, one.service, _COLUMN_OF_OUTCOME[one.outcome].value): Tally(
            one.windows, one.people
        )
        for one in outcomes
        if one.outcome in _COLUMN_OF_OUTCOME
    }

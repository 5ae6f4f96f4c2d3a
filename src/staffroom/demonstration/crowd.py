"""In which order does a day's log hold the lines of staff among those of the pupils?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, time
from random import Random
from typing import Final, TypeAlias

from staffroom.demonstration.presence import MINUTE, moment
from staffroom.demonstration.pupil_pool import PupilPool, PupilSeat, Wish
from staffroom.demonstration.squid import Line

CHALLENGED: Final = 0.075  # of requests of pupils who sign in: a 407 comes first; our assumption
# How busy pupils are in each hour of the day, from seven in the morning: our assumption.
BUSY: Final = dict(enumerate((1, 5, 18, 20, 16, 12, 10, 19, 14, 5, 2), start=7))

NOBODY: Final = b"-"
Waiting: TypeAlias = defaultdict[int, list[Line]]


def order_lines(
    staff: Iterable[Line], *, pool: PupilPool, pupil_lines: int, day: date, chance: Random
) -> Iterator[bytes]:
    """Add pupils' lines to those of staff and give all in the order in which their requests ended.

    Requests are drawn minute by minute as they begin, and a minute's lines are given once no line that
    ends in it can come any more: the memory needed does not grow with the day, but for open tunnels.
    """
    waiting: Waiting = defaultdict(list)
    for line in staff:
        waiting[line.ended_at // MINUTE].append(line)
    first = moment(day, time(0)) // MINUTE
    for minute, quota in _quotas(day, pupil_lines):
        yield from _give(waiting, until=minute, since=first)
        first = minute
        _draw_minute(waiting, pool, chance, minute=minute, quota=quota)
    for minute in sorted(waiting):
        yield from (line.text for line in sorted(waiting[minute]))


def _quotas(day: date, pupil_lines: int) -> Iterator[tuple[int, int]]:
    """Share a day's lines out among its minutes, so that they add up exactly."""
    whole, so_far, given = 60 * sum(BUSY.values()), 0, 0
    for hour, busy in BUSY.items():
        start = moment(day, time(hour)) // MINUTE
        for minute in range(start, start + 60):
            so_far += busy
            due = pupil_lines * so_far // whole
            yield minute, due - given
            given = due


def _give(waiting: Waiting, *, since: int, until: int) -> Iterator[bytes]:
    for minute in range(since, until):
        for line in sorted(waiting.pop(minute, ())):
            yield line.text


def _draw_minute(waiting: Waiting, pool: PupilPool, chance: Random, *, minute: int, quota: int) -> None:
    """Draw the requests that begin in a minute: `quota` lines, a challenge and its request being two."""
    wishes, seats, draw = pool.wishes, pool.seats, chance.random
    many, people, start = len(wishes), len(seats), minute * MINUTE
    made = 0
    while made < quota:
        began_at = start + int(draw() * MINUTE)
        wish, seat = wishes[int(draw() * many)], seats[int(draw() * people)]
        if made + 2 <= quota and seat.user != NOBODY and draw() < CHALLENGED:
            waiting[minute].append(_challenge(began_at, seat, wish))
            made += 1
        ended_at = began_at + wish.elapsed
        waiting[ended_at // MINUTE].append(_line(ended_at, seat, wish))
        made += 1


def _line(ended_at: int, seat: PupilSeat, wish: Wish) -> Line:
    client, user = seat
    elapsed, before, after = wish
    stamp = (ended_at // 1000, ended_at % 1000, elapsed, client, before, user, after)
    return Line(ended_at, b"%d.%03d %6d %b %b %b %b\n" % stamp)


def _challenge(at: int, seat: PupilSeat, wish: Wish) -> Line:
    method, url = wish.before.split(b" ")[2:4]
    stamp = (at // 1000, at % 1000, 0, seat.client, method, url)
    return Line(at, b"%d.%03d %6d %b TCP_DENIED/407 4126 %b %b - HIER_NONE/- text/html\n" % stamp)

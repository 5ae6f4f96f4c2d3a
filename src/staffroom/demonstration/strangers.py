"""Who leaves lines and is not in scope: leavers, suppliers, guests, machines by themselves?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time
from random import Random
from typing import Final

from staffroom.demonstration.apps import LEFT_ON_OVERNIGHT
from staffroom.demonstration.browsing import draw_murmurs
from staffroom.demonstration.chance import begin
from staffroom.demonstration.machines import Kind, Machine
from staffroom.demonstration.made_school import MadeSchool
from staffroom.demonstration.manners import FACEBOOK, INSTAGRAM, X
from staffroom.demonstration.presence import moment
from staffroom.demonstration.squid import Line
from staffroom.demonstration.tunnels import Seat, write_tunnels
from staffroom.demonstration.visits import draw_acts, draw_traffic

UNKNOWN_ACCOUNT: Final = "boiler-engineer"
GUEST: Final = "10.40.0.23"


def stranger_lines(school: MadeSchool, day: date) -> Iterator[Line]:
    """Write a day's lines of those who are not in scope; no truth is held of them."""
    chance = begin(school.seed, "strangers", day.isoformat())
    for machine in school.machines:
        if machine.kind is Kind.DESK and chance.random() < 0.3:
            yield from _machine_alone(machine, day, chance)
    if day.weekday() < 5:
        room = next(one for one in school.machines if one.kind is Kind.CLASSROOM)
        leavers = [one.signs_in_as for one in school.colleagues if not one.here]
        seats = [Seat(room.address, user) for user in (*leavers, UNKNOWN_ACCOUNT)]
        for seat in (*seats, Seat(GUEST)):
            yield from _visit(seat, day, chance)


def _machine_alone(machine: Machine, day: date, chance: Random) -> Iterator[Line]:
    """Write what a machine that is left on does in its own name, which ends in a dollar sign."""
    start, end = moment(day, time(19, 30)), moment(day, time(23, 50))
    fetches = draw_murmurs(LEFT_ON_OVERNIGHT, chance, start=start, end=end)
    yield from write_tunnels(
        fetches, seat=Seat(machine.address, f"{machine.name}$"), chance=chance, off_at=end
    )


def _visit(seat: Seat, day: date, chance: Random) -> Iterator[Line]:
    start, end = moment(day, time(9)), moment(day, time(15, 30))
    manner = chance.choice((FACEBOOK, INSTAGRAM, X))
    acts = draw_acts(manner, chance, start=chance.randrange(start, end), leaves=end)
    yield from write_tunnels(draw_traffic(manner, acts, chance), seat=seat, chance=chance, off_at=end)

"""What did one colleague do on one day, and what did the proxy write down of it?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from random import Random
from typing import Final

from staffroom.demonstration.apps import ON_A_PHONE, ON_DESKS, ON_PHONES
from staffroom.demonstration.browsing import draw_browsing, draw_murmurs
from staffroom.demonstration.chance import begin, draw_count
from staffroom.demonstration.exchanges import Fetch
from staffroom.demonstration.machines import Kind, Machine
from staffroom.demonstration.made_school import MadeSchool
from staffroom.demonstration.manners import IN_A_BROWSER, Manner
from staffroom.demonstration.presence import Stay, draw_stay
from staffroom.demonstration.purposes import draw_duties, is_registered
from staffroom.demonstration.refusals import TRIES_A_DAY, draw_attempt
from staffroom.demonstration.sites import Web
from staffroom.demonstration.squid import NOBODY, Line
from staffroom.demonstration.staff import Colleague
from staffroom.demonstration.tunnels import Seat, write_tunnels
from staffroom.demonstration.visits import Told, Visit, draw_acts, draw_end, draw_left_open, draw_traffic

PAGES_ON_A_PHONE: Final = 6.0  # ordinary pages in a day; our assumption
# Which machine a private visit is made at, by kind: our assumption.
CHOSEN: Final = {Kind.DESK: 6.0, Kind.PLAIN: 6.0, Kind.PHONE: 4.0, Kind.CLASSROOM: 0.5, Kind.TROLLEY: 0.5}


@dataclass(slots=True)
class PersonDay:
    """A colleague's day: what each machine fetched for them, and the visits they really made."""

    colleague: Colleague
    school: MadeSchool
    day: date
    stay: Stay
    chance: Random
    fetches: dict[Machine, list[Fetch]] = field(default_factory=dict)
    visits: list[Visit] = field(default_factory=list)

    def live(self, web: Web) -> None:
        """Draw the whole day."""
        for machine in self.school.machines_of.get(self.colleague.person.id, ()):
            self._work_at(machine, web)
        for _ in range(draw_count(self.chance, self.colleague.visits)):
            self._visit_privately()
        for manner in draw_duties(self.colleague.person.roles, self.chance):
            self._visit(manner, self._working_machine(), self.stay.draw_moment(self.chance))

    def lines(self) -> Iterator[Line]:
        """Write down what the proxy saw, in no order; the same lines each time."""
        for machine, fetches in self.fetches.items():
            chance = begin(self.school.seed, "tunnels", self.day, self.colleague.person.id, machine.name)
            yield from write_tunnels(fetches, seat=self.seat(machine), chance=chance, off_at=self.stay.end)

    def told(self, manner: Manner, machine: Machine) -> Told:
        """Say what the log and the register can tell of a visit at a machine on this day."""
        if manner.hidden:
            return Told.NOT_WHAT
        doubtful = self.school.is_doubtful(machine, self.day)
        nameless = machine.kind is Kind.TROLLEY or not machine.registered
        return Told.NOT_WHO if doubtful or nameless else Told.WHOLE

    def seat(self, machine: Machine) -> Seat:
        """Say under which address and which user a log shows this colleague at a machine."""
        signs_in = machine.kind in (Kind.DESK, Kind.CLASSROOM)
        address = self.school.address_of(machine, self.day)
        return Seat(address, self.colleague.signs_in_as if signs_in else NOBODY)

    def _work_at(self, machine: Machine, web: Web) -> None:
        in_pocket = machine.kind is Kind.PHONE
        murmurs = ON_PHONES if in_pocket else ON_DESKS
        pages = PAGES_ON_A_PHONE if in_pocket else self.colleague.job.pages
        stay, chance = self.stay, self.chance
        self._fetch(machine, draw_murmurs(murmurs, chance, start=stay.start, end=stay.end))
        self._fetch(machine, draw_browsing(web, chance, stay=stay, pages=pages))
        for _ in range(draw_count(chance, TRIES_A_DAY)):
            self._fetch(machine, draw_attempt(chance, stay.draw_free_moment(chance)))

    def _visit_privately(self) -> None:
        machine = self._any_machine()
        manners = ON_A_PHONE if machine.kind is Kind.PHONE else IN_A_BROWSER
        manner = self.chance.choices(manners, weights=[one.weight for one in manners])[0]
        self._visit(manner, machine, self.stay.draw_free_moment(self.chance))

    def _visit(self, manner: Manner, machine: Machine, start: int) -> None:
        leaves = self.stay.end
        acts = draw_acts(manner, self.chance, start=start, leaves=leaves)
        ended_at = draw_end(acts, self.chance, leaves=leaves)
        person = self.colleague.person
        self._fetch(machine, draw_traffic(manner, acts, self.chance))
        self._fetch(machine, draw_left_open(manner, self.chance, ended_at=ended_at, leaves=leaves))
        for_school = is_registered(person.roles, manner.service)
        told = self.told(manner, machine)
        self.visits.append(Visit(person.id, manner.service, start, ended_at, acts, told, for_school))

    def _any_machine(self) -> Machine:
        own = self.school.machines_of.get(self.colleague.person.id, ())
        shared = self.school.machines_of[""]
        machines = [*own, self.chance.choice(shared)]
        return self.chance.choices(machines, weights=[CHOSEN[one.kind] for one in machines])[0]

    def _working_machine(self) -> Machine:
        """Choose where school work is done: at the own desk, or in a classroom that signs in."""
        own = self.school.machines_of.get(self.colleague.person.id, ())
        rooms = [one for one in self.school.machines_of[""] if one.kind is Kind.CLASSROOM]
        desks = [one for one in own if one.kind in (Kind.DESK, Kind.PLAIN)]
        return self.chance.choice(desks or rooms)

    def _fetch(self, machine: Machine, fetches: Iterator[Fetch] | list[Fetch]) -> None:
        self.fetches.setdefault(machine, []).extend(fetches)


def make_person_day(colleague: Colleague, school: MadeSchool, day: date, web: Web) -> PersonDay | None:
    """Make a colleague's day, or None where they are not at school."""
    chance = begin(school.seed, "day", day.isoformat(), colleague.person.id)
    stay = draw_stay(colleague, day, chance)
    if stay is None:
        return None
    made = PersonDay(colleague, school, day, stay, chance)
    made.live(web)
    return made

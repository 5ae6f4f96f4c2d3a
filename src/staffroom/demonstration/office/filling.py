"""In which order is the made school's office filled?"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from staffroom.demonstration.made_school import MadeSchool
from staffroom.demonstration.office import (
    answers,
    colleagues,
    monitoring,
    policy,
    pupils,
    purposes,
    remarks,
    timetable,
)
from staffroom.demonstration.office.moments import Moments
from staffroom.demonstration.office.office import MAKER, Office
from staffroom.demonstration.office.sign_ins import SignIn, make_sign_ins
from staffroom.records.progress import Progress
from staffroom.school.people.actions.school import finish_setting_up

Say = Callable[[str], None]
Step = tuple[str, Sequence[Callable[[], object]]]


class Filling:
    """Fills an empty office, step by step; the same school and the same moments make the same one."""

    def __init__(self, school: MadeSchool, *, logs: Path, folder: Path, now: datetime) -> None:
        self._office = Office(school, Moments(school.week, now))
        self._logs = logs
        self._folder = folder

    def fill(self, *, say: Say, progress: Progress) -> tuple[SignIn, ...]:
        """Do everything in the order in which it happened. `say` hears what is being done."""
        for what, acts in (*self._before(), *self._by_time(progress)):
            say(what)
            for act in acts:
                act()
        say("Making the sign-ins")
        return make_sign_ins(self._office)

    def _before(self) -> tuple[Step, ...]:
        office = self._office
        return (
            ("Writing down who is at the school", [
                lambda: colleagues.describe(office),
                lambda: colleagues.add_colleagues(office),
                lambda: finish_setting_up(by=MAKER, at=office.moments.began, folder=self._folder),
                lambda: pupils.import_pupils(office),
            ]),
            ("Writing down terms and working hours", [
                lambda: timetable.add_calendar(office),
                lambda: timetable.set_everybodys_hours(office),
            ]),
            ("Bringing a first policy into force", [lambda: self._first_policy()]),
        )  # fmt: skip

    def _by_time(self, progress: Progress) -> list[Step]:
        """Return what happened in the order of its days: the new policy before the week's logs, or after."""
        office = self._office
        dated: list[tuple[datetime, Step]] = [
            (office.moments.after_week(-20), ("Switching monitoring on, by two people", self._switching())),
            (office.moments.after_week(7), ("Reading the week's logs", self._reading(progress))),
            (office.moments.before_policy(0), ("Bringing the policy into force", [self._second_policy])),
            (office.moments.told_at, ("Leaving things that wait for somebody", [
                lambda: purposes.ask_for_a_purpose(office),
                lambda: remarks.leave_one_waiting(office),
            ])),
        ]  # fmt: skip
        return [step for _, step in sorted(dated, key=lambda one: one[0])]

    def _switching(self) -> list[Callable[[], object]]:
        office = self._office
        return [
            lambda: monitoring.complete_the_record(office),
            lambda: purposes.register_purposes(office),
            lambda: purposes.take_out_the_staff_board(office),
            lambda: monitoring.name_the_logs(office, self._logs),
            lambda: monitoring.switch_on(office),
            lambda: monitoring.read_the_notice(office),
            lambda: colleagues.let_go(office),
        ]

    def _reading(self, progress: Progress) -> list[Callable[[], object]]:
        office = self._office
        return [
            lambda: monitoring.read_the_logs(office, progress),
            lambda: remarks.answer_one(office),
            lambda: monitoring.publish_the_week(office),
        ]

    def _first_policy(self) -> None:
        self._policy = policy.add_the_policy(self._office)
        self._first = policy.bring_in_the_first(self._office, self._policy)
        answers.answer_the_first(self._office, self._first)

    def _second_policy(self) -> None:
        version = policy.bring_in_the_second(self._office, self._policy, self._first)
        answers.remind_everybody(self._office)
        answers.answer_the_second(self._office, version)

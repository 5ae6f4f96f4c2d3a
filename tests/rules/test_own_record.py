"""Does a record say of each use what is held, why, in which hours, and when it goes?"""

from __future__ import annotations

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from staffroom.records.calendar import Calendar, Hours, TimeRange, WorkingDay, WorkingPattern
from staffroom.records.evidence import Evidence, Outcome
from staffroom.records.requests import Grade
from staffroom.records.school import Purpose
from staffroom.records.services import Host, Role, Service
from staffroom.records.week_people import CodedPerson
from staffroom.rules.catalogue import Catalogue
from staffroom.rules.own_record import EARLIER_RULE, Ground, held_uses
from staffroom.rules.visit_pieces import Timetable

NINE = 5_962_560 + 0  # a window; its local time is worked out below
CHIRP = Service(
    "chirp",
    "Chirp",
    "network",
    (Host("chirp.example", Role.INTERACTIVE), Host("img.chirp.example", Role.MEDIA)),
)
DAY = WorkingDay((TimeRange(time(8), time(16)),), (TimeRange(time(12), time(13)),))
CALENDAR = Calendar(patterns=(WorkingPattern("", dict.fromkeys(range(5), DAY)),))
LONDON = ZoneInfo("Europe/London")


def window_at(hour, minute=0, day=date(2026, 9, 7)):
    return int(datetime.combine(day, time(hour, minute), LONDON).timestamp()) // 300


def ground(purposes=(), keep_days=90):
    return Ground(
        catalogue=Catalogue((CHIRP,)),
        timetable=Timetable(CALENDAR, frozenset()),
        purposes=purposes,
        person=CodedPerson("", "ref-7", frozenset({"teacher"})),
        timezone="Europe/London",
        keep_days=keep_days,
    )


def visit(window, **others):
    given = {
        "interactive": 9,
        "media": 9,
        "octets": 900_000,
        "hosts": 3,
        "began": 0b111,
        "lasted": 0b1111,
        "lines": 18,
    }
    return Evidence("", True, "chirp", window, Grade.NAME_AND_VOLUME, **given | others), Outcome.VISIT


def widget(window):
    return Evidence("", True, "chirp", window, Grade.NAME_AND_VOLUME, embed=1, lines=1), Outcome.EMBEDDED


@pytest.mark.clause("CON-1", "MON-1")
def test_a_visit_says_what_when_how_long_why_and_when_it_goes():
    (use,) = held_uses([visit(window_at(9, 20)), visit(window_at(9, 25))], ground())
    assert (use.title, use.outcome, use.day) == ("Chirp", Outcome.VISIT, date(2026, 9, 7))
    assert (use.begins.time(), use.ends.time()) == (time(9, 15), time(9, 30))
    assert (use.least_minutes, use.most_minutes) == (1, 6)
    assert use.hours == (Hours.WORKING,)
    assert use.because[0] == "On the scorecard “Ordinary service” it has 54 points; 43 make a visit."
    assert "page lines, at least 1 (14)" in use.because[1]
    assert use.goes_on == date(2026, 12, 7)


def test_a_use_from_a_break_into_working_hours_is_said_to_be_both():
    (use,) = held_uses(
        [visit(window_at(12, 50)), visit(window_at(12, 55)), visit(window_at(13, 0))], ground()
    )
    assert use.hours == (Hours.BREAK, Hours.WORKING)


def test_a_button_is_held_apart_from_a_visit_and_says_that_it_was_one():
    rows = [visit(window_at(9, 0)), widget(window_at(9, 5)), visit(window_at(9, 10))]
    uses = held_uses(rows, ground())
    assert [use.outcome for use in uses] == [Outcome.VISIT, Outcome.EMBEDDED]
    assert "button" in uses[1].because[0]


def test_a_longer_pause_makes_two_uses():
    assert len(held_uses([visit(window_at(9, 0)), visit(window_at(9, 15))], ground())) == 2


@pytest.mark.clause("MON-2")
def test_a_use_that_the_register_covers_says_why():
    purposes = (Purpose("chirp", "The school's own page.", "", role="teacher"),)
    (use,) = held_uses([visit(window_at(9))], ground(purposes))
    assert (use.purpose.allowed, use.purpose.because) == (True, "The school's own page.")
    (bare,) = held_uses([visit(window_at(9))], ground())
    assert not bare.purpose.allowed


def test_what_an_earlier_form_of_the_rule_judged_is_said_to_be():
    evidence, _ = widget(window_at(9))
    (use,) = held_uses([(evidence, Outcome.VISIT)], ground())
    assert use.because == (EARLIER_RULE,)


def test_a_service_that_has_left_the_catalogue_is_still_shown():
    gone = Ground(
        Catalogue(()),
        Timetable(CALENDAR, frozenset()),
        (),
        CodedPerson("", "r", frozenset()),
        "Europe/London",
        9,
    )
    (use,) = held_uses([visit(window_at(9))], gone)
    assert use.title == "chirp"


@given(st.sets(st.integers(0, 2000), max_size=40))
def test_every_window_that_is_held_is_in_exactly_one_use(ahead):
    start = window_at(0)
    rows = [visit(start + one) if one % 3 else widget(start + one) for one in sorted(ahead)]
    uses = held_uses(rows, ground())
    for evidence, outcome in rows:
        holding = [u for u in uses if u.outcome is outcome and u.first <= evidence.window <= u.last]
        assert len(holding) == 1


@given(st.integers(0, 5 * 288))
def test_times_are_told_to_the_quarter_of_an_hour_and_hold_the_use(ahead):
    window = window_at(0) + ahead
    (use,) = held_uses([visit(window)], ground())
    assert {use.begins.minute % 15, use.ends.minute % 15, use.begins.second} == {0}
    assert use.begins.timestamp() <= window * 300 < use.ends.timestamp()
    assert use.least_minutes <= use.most_minutes

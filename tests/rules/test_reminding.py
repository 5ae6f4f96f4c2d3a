"""Does each reminder fall on its day, once?"""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from staffroom.rules.reminding import Stage, latest_reminder, next_day

ASKED, DUE = date(2026, 9, 1), date(2026, 9, 29)
asked_days = some.dates(date(2026, 1, 1), date(2028, 1, 1))
spans = some.integers(0, 60)
later = some.integers(0, 120)


@pytest.mark.parametrize(
    ("day", "stage", "weeks"),
    [
        (date(2026, 9, 1), Stage.START, 0),
        (date(2026, 9, 21), Stage.START, 0),
        (date(2026, 9, 22), Stage.WEEK_BEFORE, 0),
        (date(2026, 9, 28), Stage.DAY_BEFORE, 0),
        (date(2026, 9, 29), Stage.ON_THE_DAY, 0),
        (date(2026, 10, 5), Stage.ON_THE_DAY, 0),
        (date(2026, 10, 6), Stage.OVERDUE, 1),
        (date(2026, 10, 13), Stage.OVERDUE, 2),
    ],
)
def test_reminders_come_at_the_start_a_week_and_a_day_before_on_the_day_and_weekly(day, stage, weeks):
    reminder = latest_reminder(ASKED, DUE, day)
    assert (reminder.stage, reminder.weeks) == (stage, weeks)


def test_nothing_comes_before_the_start():
    assert latest_reminder(ASKED, DUE, ASKED - timedelta(days=1)) is None


@given(asked_days, spans, later)
def test_the_latest_reminder_is_of_today_or_before(asked, span, after):
    today = asked + timedelta(days=after)
    reminder = latest_reminder(asked, asked + timedelta(days=span), today)
    assert reminder is not None
    assert asked <= reminder.day <= today


@given(asked_days, spans, later)
def test_the_next_day_is_the_first_on_which_the_reminder_is_another(asked, span, after):
    due, today = asked + timedelta(days=span), asked + timedelta(days=after)
    now, following = latest_reminder(asked, due, today), next_day(asked, due, today)
    assert following > today
    between = {
        latest_reminder(asked, due, today + timedelta(days=n)) for n in range((following - today).days)
    }
    assert between == {now}
    assert latest_reminder(asked, due, following) != now


@given(asked_days, spans)
def test_no_two_reminders_of_one_asking_have_the_same_key(asked, span):
    due = asked + timedelta(days=span)
    seen = [latest_reminder(asked, due, asked + timedelta(days=n)) for n in range(120)]
    by_key = {}
    for reminder in seen:
        assert by_key.setdefault(reminder.key, reminder.day) == reminder.day
    assert len(by_key) == len({reminder.day for reminder in seen})

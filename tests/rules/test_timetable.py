"""When is something due, whatever the clocks do?"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from staffroom.rules.timetable import EARLY, Every, last_due

LONDON = ZoneInfo("Europe/London")
BEGINNING = datetime(2020, 1, 1, tzinfo=UTC)
moments = st.timedeltas(timedelta(), timedelta(days=7_300)).map(lambda span: BEGINNING + span)
LONGEST = {
    Every.MINUTE: timedelta(minutes=1),
    Every.HOUR: timedelta(hours=1),
    Every.DAY: timedelta(hours=25),
    Every.WEEK: timedelta(days=7, hours=1),
}


@pytest.mark.parametrize(
    ("every", "at", "due"),
    [
        (Every.MINUTE, "2026-09-16T12:00:30", "2026-09-16T12:00:00"),
        (Every.HOUR, "2026-09-16T12:59:59", "2026-09-16T12:00:00"),
        (Every.DAY, "2026-09-16T05:29:59", "2026-09-15T05:30:00"),  # summer time: half past six
        (Every.DAY, "2026-09-16T05:30:00", "2026-09-16T05:30:00"),
        (Every.DAY, "2026-12-16T06:30:00", "2026-12-16T06:30:00"),
        (Every.WEEK, "2026-09-14T05:29:00", "2026-09-07T05:30:00"),  # a Monday, too early
        (Every.WEEK, "2026-09-20T20:00:00", "2026-09-14T05:30:00"),
        (Every.DAY, "2026-10-25T12:00:00", "2026-10-25T06:30:00"),  # the clocks went back that night
        (Every.DAY, "2026-03-29T12:00:00", "2026-03-29T05:30:00"),  # and forward that one
    ],
)
def test_what_was_due_last(every, at, due):
    found = last_due(every, datetime.fromisoformat(at).replace(tzinfo=UTC), LONDON)
    assert found == datetime.fromisoformat(due).replace(tzinfo=UTC)


@given(moments, st.sampled_from(Every))
def test_it_lies_before_now_and_not_too_long_ago(at, every):
    due = last_due(every, at, LONDON)
    assert timedelta() <= at - due < LONGEST[every]


@given(moments, st.sampled_from(Every))
def test_what_was_due_is_due_at_its_own_moment(at, every):
    due = last_due(every, at, LONDON)
    assert last_due(every, due, LONDON) == due


@given(moments, moments, st.sampled_from(Every))
def test_time_goes_on_only_forwards(one, other, every):
    earlier, later = sorted((one, other))
    assert last_due(every, earlier, LONDON) <= last_due(every, later, LONDON)


@given(moments, st.sampled_from([Every.DAY, Every.WEEK]))
def test_mornings_are_half_past_six_by_the_schools_clocks(at, every):
    local = last_due(every, at, LONDON).astimezone(LONDON)
    assert local.time() == EARLY
    assert every is Every.DAY or local.weekday() == 0

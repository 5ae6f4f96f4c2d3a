"""Does a list of devices change what it says, and nothing else?"""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from staffroom.records.people import Device
from staffroom.rules.device_plan import plan_devices

TODAY = date(2026, 9, 15)
BEFORE = TODAY - timedelta(days=30)
SHARED, OF_ANNA, OF_BEN = Device("10.0.0.1"), Device("10.0.0.1", "A1"), Device("10.0.0.1", "B2")
days = st.none() | st.dates(BEFORE, TODAY + timedelta(days=30))
devices = st.builds(
    Device, st.sampled_from(["10.0.0.1", "10.0.0.2"]), st.sampled_from(["", "A1"]), days, days
)


def plan(listed, held=(), *, is_complete=False):
    return plan_devices(listed, held, on=TODAY, is_complete=is_complete)


def test_a_device_that_is_new_is_added():
    assert plan([OF_ANNA]).added == (OF_ANNA,)


def test_a_device_with_another_holder_is_changed():
    (change,) = plan([OF_BEN], [OF_ANNA]).changed
    assert (change.was, change.then) == (OF_ANNA, OF_BEN)


def test_a_row_without_a_first_day_speaks_of_the_row_that_holds_today():
    ended = Device("10.0.0.1", "A1", None, BEFORE)
    now = Device("10.0.0.1", "B2", BEFORE + timedelta(days=1))
    found = plan([OF_BEN], [ended, now])
    assert found.is_empty
    assert found.unchanged == 1


def test_a_row_with_a_first_day_speaks_of_no_other_row():
    dated = Device("10.0.0.1", "B2", TODAY)
    assert plan([dated], [OF_ANNA]).added == (dated,)


def test_a_device_that_is_not_in_a_list_stays_unless_the_list_is_complete():
    assert plan([], [SHARED]).is_empty
    assert plan([], [SHARED], is_complete=True).left == (SHARED,)


def test_what_has_ended_does_not_end_again():
    assert plan([], [Device("10.0.0.1", "A1", None, BEFORE)], is_complete=True).is_empty


@given(st.lists(devices), st.booleans())
def test_a_list_changes_nothing_where_the_register_holds_the_same(listed, is_complete):
    held = list(dict.fromkeys(listed))
    assert plan(listed, held, is_complete=is_complete).is_empty


@given(st.lists(devices), st.lists(devices))
def test_every_row_of_a_list_is_added_changed_or_unchanged(listed, held):
    found = plan(listed, held, is_complete=True)
    assert len(found.added) + len(found.changed) + found.unchanged == len(set(listed))
    assert len(found.changed) + found.unchanged + len(found.left) <= len(held)

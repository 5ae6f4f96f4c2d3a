"""Is there one clock at a time, and does the next take over from one that is gone?"""

from __future__ import annotations

from datetime import timedelta

import pytest

from school.made_people import AT
from staffroom.school.clock.keeping import SILENCE, beat, give_up_clock, last_beat, take_clock

pytestmark = pytest.mark.django_db


def test_the_first_becomes_the_clock_and_the_second_does_not():
    assert take_clock(holder="one", at=AT)
    assert not take_clock(holder="two", at=AT)
    assert take_clock(holder="one", at=AT)


def test_a_clock_that_ends_well_leaves_its_place_at_once():
    take_clock(holder="one", at=AT)
    give_up_clock(holder="one")
    assert take_clock(holder="two", at=AT)


def test_a_clock_that_is_silent_for_a_minute_loses_its_place():
    take_clock(holder="one", at=AT)
    assert not take_clock(holder="two", at=AT + SILENCE)
    assert take_clock(holder="two", at=AT + SILENCE + timedelta(seconds=1))
    assert not beat(holder="one", at=AT + timedelta(seconds=70))


def test_a_clock_that_says_it_is_there_keeps_its_place():
    take_clock(holder="one", at=AT)
    assert beat(holder="one", at=AT + timedelta(seconds=50))
    assert not take_clock(holder="two", at=AT + timedelta(seconds=100))
    assert last_beat() == AT + timedelta(seconds=50)


def test_one_that_lost_its_place_cannot_give_up_anothers():
    take_clock(holder="two", at=AT)
    give_up_clock(holder="one")
    assert not take_clock(holder="three", at=AT)


def test_before_there_was_a_clock_none_was_heard():
    assert last_beat() is None

"""Do pupils' lines fill a day exactly, in order, and with the mixture that is stated?"""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from demonstration.log_shape import Logged, read_line
from staffroom.demonstration.chance import begin
from staffroom.demonstration.crowd import order_lines
from staffroom.demonstration.pupil_pool import SIGNED_IN, PupilPool, make_pool
from staffroom.demonstration.squid import Line, write_tunnel
from staffroom.rules.catalogue import load

DAY = date(2026, 9, 14)
EIGHT = 1_789_369_200_000
CATALOGUE = load()
PUPILS = tuple(f"20p{number}" for number in range(300))
POOL = make_pool(seed=1, pupils=PUPILS, size=3000)


@given(st.integers(0, 400), st.lists(st.integers(-3_600_000, 8 * 3_600_000), max_size=20))
@settings(max_examples=40)
def test_every_line_of_staff_and_as_many_of_pupils_as_asked_come_out_in_order(
    pupil_lines: int, offsets: list[int]
) -> None:
    staff = [_staff_line(EIGHT + offset) for offset in offsets]
    lines = _order(staff, pupil_lines)
    assert len(lines) == len(staff) + pupil_lines
    assert sorted(line.ended_at for line in lines) == [line.ended_at for line in lines]
    assert sum(line.user == "pkaur" for line in lines) == len(staff)


def test_a_line_just_before_midnight_or_just_after_is_not_lost() -> None:
    early, late = EIGHT - 8 * 3_600_000, EIGHT + 16 * 3_600_000 - 1
    lines = _order([_staff_line(early), _staff_line(late)], 10)
    assert (lines[0].ended_at, lines[-1].ended_at) == (early, late)


def test_there_is_nothing_where_nothing_was_asked_for() -> None:
    assert _order([], 0) == []


def test_the_same_draws_make_the_same_lines() -> None:
    assert _order([], 500) == _order([], 500)


def test_about_a_fifth_of_pupils_lines_are_about_social_networks() -> None:
    lines = _order([], 8000)
    share = sum(CATALOGUE.listing(line.host.encode()) is not None for line in lines) / len(lines)
    assert 0.16 < share < 0.28


def test_about_six_pupils_lines_in_a_hundred_are_challenges() -> None:
    lines = _order([], 8000)
    assert 0.05 < sum(line.status == 407 for line in lines) / len(lines) < 0.075


def test_a_challenge_is_followed_by_its_request_from_the_same_machine() -> None:
    lines = _order([], 4000)
    begins = {(line.client, line.host, line.began_at) for line in lines if line.status != 407}
    challenges = [line for line in lines if line.status == 407]
    assert challenges
    assert all((line.client, line.host, line.ended_at) in begins for line in challenges)


def test_one_who_does_not_sign_in_is_not_challenged() -> None:
    silent = {seat.client.decode() for seat in POOL.seats if seat.user == b"-"}
    assert silent
    assert not any(line.status == 407 and line.client in silent for line in _order([], 4000))


@pytest.mark.parametrize("status", [200, 403, 407])
def test_pupils_have_lines_of_every_outcome(status: int) -> None:
    assert any(line.status == status for line in _order([], 4000))


def test_pupils_sit_at_addresses_of_their_own_network() -> None:
    large = make_pool(seed=1, pupils=tuple(f"p{n}" for n in range(5000)), size=10)
    clients = {seat.client for seat in large.seats}
    assert len(clients) == 5000
    assert all(client.startswith(b"10.30.") for client in clients)


def test_most_pupils_sign_in() -> None:
    share = sum(seat.user != b"-" for seat in POOL.seats) / len(POOL.seats)
    assert share == pytest.approx(SIGNED_IN, abs=0.06)


def test_the_same_seed_makes_the_same_pool() -> None:
    assert make_pool(seed=1, pupils=PUPILS, size=100) == make_pool(seed=1, pupils=PUPILS, size=100)
    assert _wishes(1) != _wishes(2)


def _wishes(seed: int) -> tuple[object, ...]:
    return make_pool(seed=seed, pupils=PUPILS, size=100).wishes


def _order(staff: list[Line], pupil_lines: int, pool: PupilPool = POOL) -> list[Logged]:
    made = order_lines(staff, pool=pool, pupil_lines=pupil_lines, day=DAY, chance=begin(7))
    read = [read_line(text) for text in made]
    assert None not in read
    return [line for line in read if line is not None]


def _staff_line(ended_at: int) -> Line:
    return write_tunnel(
        began_at=ended_at - 100,
        ended_at=ended_at,
        client="10.20.0.1",
        user="pkaur",
        host="x.com",
        octets=5,
    )

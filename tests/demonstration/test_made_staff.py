"""Has the made school the staff that a school has?"""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

import pytest

from staffroom.demonstration.jobs import JOBS, SMALLEST_STAFF, fill_jobs
from staffroom.demonstration.names import FAMILY, GIVEN, Accounts
from staffroom.demonstration.patterns import BY_NAME
from staffroom.demonstration.staff import make_staff
from staffroom.records.people import Standing

WEEK = date(2026, 9, 14)


@pytest.mark.parametrize("staff", [*range(SMALLEST_STAFF, 130), 300, 1000])
def test_every_size_of_staff_is_met_exactly_with_every_job_filled(staff: int) -> None:
    filled = fill_jobs(staff)
    assert len(filled) == staff
    assert {job.title for job in filled} == {job.title for job in JOBS}


def test_a_school_of_sixty_has_the_shares_of_the_table() -> None:
    counted = Counter(job.title for job in fill_jobs(60))
    assert counted == {job.title: job.share for job in JOBS}


@pytest.mark.parametrize("title", ["headteacher", "communications lead", "staff governor"])
def test_a_large_school_still_has_one_holder_of_a_single_job(title: str) -> None:
    assert sum(job.title == title for job in fill_jobs(900)) == 1


def test_a_school_too_small_for_its_jobs_is_refused_with_a_sentence() -> None:
    with pytest.raises(ValueError, match="at least 30 staff; 12 were asked for"):
        fill_jobs(12)


def test_staff_are_of_every_standing_that_the_policy_binds_at_this_school() -> None:
    standings = {one for colleague in _staff() for one in colleague.person.standings}
    assert standings == {Standing.EMPLOYEE, Standing.GOVERNOR, Standing.VOLUNTEER, Standing.AGENCY}


def test_one_colleague_is_both_employee_and_governor() -> None:
    both = {Standing.EMPLOYEE, Standing.GOVERNOR}
    assert [one.job.title for one in _staff() if one.person.standings == both] == ["staff governor"]


def test_there_are_part_timers_and_a_split_day() -> None:
    patterns = {one.person.pattern for one in _staff()}
    assert {"monday to wednesday", "wednesday to friday", "mornings", "site", "office", ""} <= patterns
    assert patterns <= BY_NAME.keys()
    assert len(BY_NAME["site"].days[0].ranges) == 2


def test_no_two_people_share_a_code_or_an_account() -> None:
    people = [one.person for one in _staff(300)]
    accounts = [account for person in people for account in person.accounts]
    assert len({person.id for person in people}) == len(people) == 301
    assert len(set(accounts)) == len(accounts)


def test_one_who_left_before_the_week_is_on_the_roll_and_not_here() -> None:
    gone = [one for one in _staff() if not one.here]
    assert [one.person.until < WEEK for one in gone if one.person.until] == [True]


def test_somebody_joins_on_the_monday_of_the_week() -> None:
    assert [one.person.since for one in _staff() if one.person.since] == [WEEK]


def test_everybody_else_is_in_scope_all_week() -> None:
    sunday = WEEK + timedelta(days=6)
    others = [one.person for one in _staff() if one.here]
    assert all(
        (p.since is None or p.since <= WEEK) and (p.until is None or p.until >= sunday) for p in others
    )


def test_proxies_write_an_account_in_more_than_one_way() -> None:
    forms = [one.signs_in_as for one in _staff()]
    assert any("\\" in form for form in forms)
    assert any("@" in form for form in forms)
    assert any(not {"\\", "@"} & set(form) for form in forms)


def test_the_way_an_account_is_written_still_holds_the_account() -> None:
    assert all(one.person.accounts[0] in one.signs_in_as.lower() for one in _staff())


def test_some_never_visit_and_some_visit_often() -> None:
    visits = [one.visits for one in _staff(300)]
    assert min(visits) == 0
    assert max(visits) > 4


def test_names_are_drawn_from_lists_without_doubles() -> None:
    assert len(set(GIVEN)) == len(GIVEN) > 60
    assert len(set(FAMILY)) == len(FAMILY) >= 80


def test_an_account_that_is_taken_gets_the_next_number() -> None:
    accounts = Accounts()
    assert [accounts.give("pkaur") for _ in range(3)] == ["pkaur", "pkaur2", "pkaur3"]


def test_the_same_seed_makes_the_same_staff() -> None:
    assert _staff() == _staff()
    assert _staff() != make_staff(seed=2, week=WEEK, staff=60)


def _staff(staff: int = 60):
    return make_staff(seed=1, week=WEEK, staff=staff)

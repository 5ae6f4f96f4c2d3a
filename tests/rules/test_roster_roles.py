"""Does each role of a roster give the standing that it should?"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from staffroom.records.people import Standing
from staffroom.rules.roster_roles import NEITHER, PUPIL_ROLES, STAFF_ROLES, is_neither, is_pupil, standing_of


@pytest.mark.parametrize(
    "role", ["teacher", "Teacher", "aide", "siteAdministrator", "site_administrator", "TEACHER"]
)
def test_those_who_work_at_a_school_are_employees(role):
    assert standing_of(role) is Standing.EMPLOYEE


@pytest.mark.parametrize("standing", list(Standing))
def test_every_standing_is_a_role_of_its_own_name(standing):
    assert standing_of(standing.value) is standing


@pytest.mark.parametrize("role", ["student", "Pupil"])
def test_a_pupil_has_no_standing(role):
    assert is_pupil(role)
    assert standing_of(role) is None


@pytest.mark.parametrize("role", ["parent", "guardian", "relative"])
def test_a_parent_is_neither_staff_nor_pupil(role):
    assert is_neither(role)
    assert standing_of(role) is None
    assert not is_pupil(role)


def test_no_role_is_in_two_tables():
    assert not PUPIL_ROLES & NEITHER
    assert not set(STAFF_ROLES) & (PUPIL_ROLES | NEITHER)


@given(role=st.text(max_size=20))
def test_any_word_is_at_most_one_of_the_three(role):
    assert sum([standing_of(role) is not None, is_pupil(role), is_neither(role)]) <= 1

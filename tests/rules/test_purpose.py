"""Is a service used for the school's purposes?"""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from staffroom.records.school import Purpose
from staffroom.rules.purpose import school_purpose

DAY = date(2026, 9, 7)


def purpose(**more):
    return Purpose(**{"service": "facebook", "reason": "School news page", "approved_by": "Head", **more})


def decide(*purposes, person="t-1", roles=frozenset({"teacher"}), service="facebook", day=DAY):
    return school_purpose(purposes, person=person, roles=roles, service=service, day=day)


@pytest.mark.clause("MON-2")
def test_a_registered_purpose_is_allowed_and_its_reason_is_given():
    decision = decide(purpose())
    assert decision.allowed
    assert decision.clause == "MON-2"
    assert decision.because == "School news page"


@pytest.mark.clause("MON-2")
def test_an_empty_register_allows_nothing_and_says_why():
    decision = decide()
    assert not decision.allowed
    assert decision.clause == "MON-2"
    assert "register" in decision.because


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({"person": "t-1"}, True),
        ({"person": "t-2"}, False),
        ({"role": "teacher"}, True),
        ({"role": "communications lead"}, False),
        ({"person": "t-1", "role": "communications lead"}, False),
        ({"person": "t-1", "role": "teacher"}, True),
        ({"service": "*"}, True),
        ({"service": "linkedin"}, False),
        ({"since": DAY}, True),
        ({"since": DAY + timedelta(days=1)}, False),
        ({"until": DAY}, True),
        ({"until": DAY - timedelta(days=1)}, False),
        ({"since": DAY, "until": DAY}, True),
    ],
)
@pytest.mark.clause("MON-2")
def test_an_entry_covers_only_its_people_its_service_and_its_days(more, expected):
    assert decide(purpose(**more)).allowed is expected


def test_the_first_entry_that_covers_gives_the_reason():
    found = decide(purpose(person="t-2"), purpose(reason="First"), purpose(reason="Second"))
    assert found.because == "First"


names = st.sampled_from(["", "a", "b"])
purposes = st.builds(
    Purpose,
    service=st.sampled_from(["facebook", "x", "*"]),
    reason=st.text(max_size=5),
    approved_by=st.just("Head"),
    person=names,
    role=names,
)


@settings(deadline=None)
@given(st.lists(purposes, max_size=6), names, st.frozensets(names.filter(bool)))
def test_more_entries_never_take_a_purpose_away(register, person, roles):
    some = school_purpose(register[:3], person=person, roles=roles, service="x", day=DAY)
    more = school_purpose(register, person=person, roles=roles, service="x", day=DAY)
    assert more.allowed or not some.allowed

"""Is the secret itself marked, whatever it is, and is what is over told freely?"""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from detectors.made_ground import GROUND
from staffroom.detectors.checker import check
from staffroom.detectors.detector import Ground
from staffroom.detectors.text.stranger_access import DETECTOR
from staffroom.records.drafts import Draft
from staffroom.records.findings import Finding, Strength
from staffroom.records.school_words import SchoolWords

PRIVATE = st.one_of(
    st.ip_addresses(v=4, network="10.0.0.0/8"),
    st.ip_addresses(v=4, network="172.16.0.0/12"),
    st.ip_addresses(v=4, network="192.168.0.0/16"),
)


def findings(text: str, ground: Ground = GROUND) -> tuple[Finding, ...]:
    return check(Draft(text), ground, [DETECTOR]).findings


@given(st.from_regex(r"[A-Z][a-z]{4,9}[0-9]{1,3}[!]?", fullmatch=True))
def test_whatever_a_password_is_it_is_marked_and_nothing_else(password):
    assume(not password.lower().startswith(("year", "class", "room")))
    for sentence in ("the password is {}", "Password: {}", "the laptop's pw {} is easy"):
        (found,) = findings(sentence.format(password))
        assert (found.kind, found.words) == ("password", (password,))


@given(st.from_regex(r"[0-9]{4}", fullmatch=True))
def test_whatever_a_code_of_a_door_is_it_is_marked(code):
    (found,) = findings(f"the door code is {code}, don't forget")
    assert (found.kind, found.words) == ("entry-code", (code,))


@given(PRIVATE)
def test_every_private_address_is_found(address):
    (found,) = findings(f"it is on {address} now")
    assert (found.kind, found.words) == ("internal-address", (str(address),))


@given(st.ip_addresses(v=4))
def test_a_public_address_is_no_way_in(address):
    assume(not address.is_private)
    assert findings(f"it is on {address} now") == ()


@pytest.mark.clause("SEC-7")
def test_what_lets_a_stranger_in_must_not_be_published():
    (found,) = findings("the wifi is Lark4Ever!")
    assert (found.clause, found.strength, found.words) == ("SEC-7", Strength.MUST, ("Lark4Ever!",))


def test_a_key_of_the_wifi_is_one_finding_though_it_is_a_password_too():
    assert [found.kind for found in findings("wifi password: copse-2026")] == ["wifi-key"]


def test_a_trip_ahead_is_noticed_with_who_where_and_when_and_one_that_is_over_is_not():
    (found,) = findings("Year 4 will be at the museum tomorrow")
    assert found.words == ("Year 4", "will be", "museum")
    assert findings("Year 4 were at the museum yesterday") == ()


def test_the_schools_own_systems_are_known_on_pictures_of_screens():
    ground = Ground(SchoolWords(systems=("NestBook",)))
    (found,) = findings("pic of NestBook, what a mess", ground)
    assert (found.kind, found.words) == ("screen", ("pic", "NestBook"))
    assert findings("pic of NestBook, what a mess", Ground()) == ()


def test_a_password_hidden_with_characters_that_nobody_sees_is_found():
    (found,) = findings("pass\u200bword: Biscuit\u00ad1")
    assert found.words == ("Biscuit\u00ad1",)

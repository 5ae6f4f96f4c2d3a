"""Does a school's word about a host change the catalogue as it says, and nothing else?"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from staffroom.records.school import Override
from staffroom.records.services import Host, Role, Service
from staffroom.rules import catalogue
from staffroom.rules.catalogue_overrides import OverrideError

OVERRIDE = Override(
    host="video.school.example",
    service="youtube",
    role="embed",
    reason="Lessons are shown through it.",
    decided_on=date(2026, 9, 1),
    decided_by="Headteacher",
)


def after(*overrides: Override, additions: tuple[Service, ...] = ()) -> catalogue.Catalogue:
    return catalogue.load(overrides=overrides, additions=additions)


def test_a_school_adds_a_host_to_a_service():
    listing = after(OVERRIDE).listing(b"www.video.school.example")
    assert listing is not None
    assert (listing.service, listing.role, listing.name) == ("youtube", Role.EMBED, "video.school.example")
    assert Host("video.school.example", Role.EMBED) in after(OVERRIDE).service("youtube").hosts


def test_a_school_moves_a_host_to_another_role():
    listing = after(replace(OVERRIDE, host="www.youtube.com")).listing(b"www.youtube.com")
    assert listing is not None
    assert (listing.service, listing.role) == ("youtube", Role.EMBED)


def test_a_school_moves_a_host_to_another_service():
    one = after(replace(OVERRIDE, host="instagram.com", service="facebook", role="interactive"))
    listing = one.listing(b"help.instagram.com")
    assert listing is not None
    assert listing.service == "facebook"
    assert "instagram.com" not in {host.name for host in one.service("instagram").hosts}


def test_a_school_gives_a_role_to_one_host_under_a_listed_domain():
    one = after(replace(OVERRIDE, host="studio.youtube.com", role="background"))
    studio, other = one.listing(b"studio.youtube.com"), one.listing(b"other.youtube.com")
    assert studio is not None
    assert other is not None
    assert (studio.role, other.role) == (Role.BACKGROUND, Role.INTERACTIVE)


def test_a_host_taken_out_is_a_hole_in_its_parent():
    one = after(replace(OVERRIDE, host="studio.youtube.com", service="", role="unlisted"))
    assert one.holes == ("studio.youtube.com",)
    assert one.listing(b"studio.youtube.com") is None
    assert one.listing(b"api.studio.youtube.com") is None
    assert one.listing(b"www.youtube.com") is not None


def test_a_listed_domain_taken_out_takes_the_names_under_it_but_not_those_listed_themselves():
    one = after(replace(OVERRIDE, host="youtube.com", service="", role="unlisted"))
    assert one.listing(b"youtube.com") is None
    assert one.listing(b"somewhere.youtube.com") is None
    assert one.listing(b"www.youtube.com") is not None


def test_a_host_of_the_school_s_own_service_can_be_overridden():
    addition = Service("clubs", "Clubs", "forum", (Host("clubs.example", Role.INTERACTIVE),))
    one = after(replace(OVERRIDE, host="clubs.example", service="clubs"), additions=(addition,))
    listing = one.listing(b"clubs.example")
    assert listing is not None
    assert (listing.service, listing.role) == ("clubs", Role.EMBED)


def test_no_overrides_leave_the_catalogue_as_it_is():
    assert after().services == catalogue.load().services
    assert after().holes == ()


@given(
    st.sampled_from(catalogue.load().listings), st.sampled_from([*(role.value for role in Role), "unlisted"])
)
def test_an_override_touches_its_own_host_only(listed, role):
    before = catalogue.load()
    one = after(replace(OVERRIDE, host=listed.name, service=listed.service, role=role))
    rest = {other.name: (other.service, other.role) for other in one.listings if other.name != listed.name}
    assert rest == {o.name: (o.service, o.role) for o in before.listings if o.name != listed.name}
    new = one.listing(listed.name.encode())
    assert (new.role if new else "unlisted") == role


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"reason": ""}, "has no reason"),
        ({"reason": "  "}, "has no reason"),
        ({"decided_on": None}, "has no date"),
        ({"role": "harmless"}, "has no role that is known"),
        ({"role": ""}, "has no role that is known"),
        ({"service": "no-such-service"}, "names a service that is not in the catalogue"),
        ({"host": ""}, "must be the domain name"),
        ({"host": "Example.org"}, "must be the domain name"),
        ({"host": "https://example.org/"}, "must be the domain name"),
        ({"host": "192.0.2.7"}, "must be the domain name"),
        ({"host": "uk"}, "must be the domain name"),
        ({"host": "co.uk"}, "must be the domain name"),
        ({"host": "a" * 64 + ".org"}, "must be the domain name"),
    ],
)
def test_an_override_that_does_not_say_enough_is_refused_in_one_sentence(change, sentence):
    with pytest.raises(OverrideError, match=sentence) as refusal:
        after(replace(OVERRIDE, **change))
    message = str(refusal.value)
    assert message.endswith(".")
    assert "\n" not in message


def test_two_overrides_of_one_host_are_refused():
    with pytest.raises(OverrideError, match="overridden twice"):
        after(OVERRIDE, replace(OVERRIDE, role="media"))


def test_a_refusal_never_repeats_a_host_that_is_none():
    with pytest.raises(OverrideError) as refusal:
        after(replace(OVERRIDE, host="jo.bloggs@school.example"))
    assert "bloggs" not in str(refusal.value)

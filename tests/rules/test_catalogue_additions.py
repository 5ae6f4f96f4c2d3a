"""Do a school's own services stand behind the catalogue without disturbing it?"""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from staffroom.records.services import Host, Role, Service
from staffroom.rules import catalogue
from staffroom.rules.catalogue_additions import KIND, AdditionError, listed_by_school


def own(*hosts: str, id: str = "own", role: Role = Role.INTERACTIVE) -> Service:
    return Service(id, f"Own {id}", "forum", tuple(Host(name, role) for name in hosts))


def with_additions(*additions: Service) -> catalogue.Catalogue:
    return catalogue.load(additions=additions)


def test_a_school_s_own_list_becomes_one_service():
    service = listed_by_school("UT1: Social", ["b.example", "a.example"], checked_on=date(2026, 11, 1))
    assert service.id == "school-list-ut1-social"
    assert service.kind == KIND
    assert service.checked_on == date(2026, 11, 1)
    assert service.hosts == (Host("a.example", Role.INTERACTIVE), Host("b.example", Role.INTERACTIVE))
    listing = with_additions(service).listing(b"www.a.example")
    assert listing is not None
    assert (listing.service, listing.role) == (service.id, Role.INTERACTIVE)


def test_a_name_already_in_the_catalogue_keeps_its_role():
    service = listed_by_school("ut1", ["connect.facebook.net", "new.example"])
    one = with_additions(service)
    listing = one.listing(b"connect.facebook.net")
    assert listing is not None
    assert (listing.service, listing.role) == ("facebook", Role.EMBED)
    assert [host.name for host in one.service(service.id).hosts] == ["new.example"]


def test_a_name_under_one_in_the_catalogue_stays_with_it():
    listing = with_additions(listed_by_school("ut1", ["de-de.facebook.com"])).listing(b"de-de.facebook.com")
    assert listing is not None
    assert (listing.service, listing.name) == ("facebook", "facebook.com")


def test_a_parent_of_a_listed_name_takes_only_the_rest():
    one = with_additions(listed_by_school("ut1", ["moneysavingexpert.com"]))
    rest, forum = one.listing(b"www.moneysavingexpert.com"), one.listing(b"forums.moneysavingexpert.com")
    assert rest is not None
    assert forum is not None
    assert (rest.service, forum.service) == ("school-list-ut1", "moneysavingexpert-forum")


def test_of_two_additions_the_first_has_the_host():
    one = with_additions(own("a.example", id="first"), own("a.example", "b.example", id="second"))
    assert [host.name for host in one.service("second").hosts] == ["b.example"]


def test_a_school_may_give_its_own_hosts_any_role():
    listing = with_additions(own("a.example", role=Role.MEDIA)).listing(b"a.example")
    assert listing is not None
    assert listing.role is Role.MEDIA


@given(st.sets(st.sampled_from([one.name for one in catalogue.load().listings]), max_size=5))
def test_additions_never_change_a_listing_of_the_catalogue(names: set[str]):
    before = {one.name: (one.service, one.role) for one in catalogue.load().listings}
    after = with_additions(own(*names, "new.example", role=Role.TRACKING))
    assert {one.name: (one.service, one.role) for one in after.listings} == before | {
        "new.example": ("own", Role.TRACKING)
    }


@pytest.mark.parametrize("id", ["", "Own", "own service", "own--list", "-own", "ówn"])
def test_an_id_that_is_no_slug_is_refused(id: str):
    with pytest.raises(AdditionError, match="lower-case letters, digits and hyphens"):
        with_additions(own("a.example", id=id))


def test_an_id_that_is_taken_is_refused():
    with pytest.raises(AdditionError, match="already a service"):
        with_additions(own("a.example", id="facebook"))
    with pytest.raises(AdditionError, match="already a service"):
        with_additions(own("a.example"), own("b.example"))


@pytest.mark.parametrize("host", ["", "uk", "co.uk", "A.example", "a.example/path", "192.0.2.7"])
def test_a_host_that_is_no_domain_is_refused(host: str):
    with pytest.raises(AdditionError, match="not the domain name of a site"):
        with_additions(own(host))


@pytest.mark.parametrize("name", ["", "  ", "!!!", "…"])
def test_a_list_needs_a_name(name: str):
    with pytest.raises(AdditionError, match="at least one letter or digit"):
        listed_by_school(name, ["a.example"])

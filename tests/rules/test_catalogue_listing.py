"""Does the catalogue find the longest listed domain of any host?"""

from __future__ import annotations

import pickle
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from staffroom.records.services import Host, Listing, Role, Service
from staffroom.rules import catalogue
from staffroom.rules.catalogue import Catalogue

LABELS = st.sampled_from(["a", "b", "www", "cdn", "example"])
NAMES = st.lists(LABELS, min_size=1, max_size=4).map(".".join).map("{}.org".format)


def made(*hosts: tuple[str, Role], holes: tuple[str, ...] = ()) -> Catalogue:
    service = Service("made", "Made", "forum", tuple(Host(name, role) for name, role in hosts))
    return Catalogue([service], holes)


def found(one: Catalogue, host: bytes) -> str | None:
    listing = one.listing(host)
    return listing and listing.name


def slowly(one: Catalogue, host: str) -> str | None:
    """Find the longest listed domain by trying every one; None too where a longer hole covers the host."""
    known = [*(listing.name for listing in one.listings), *one.holes]
    covering = [name for name in known if host == name or host.endswith(f".{name}")]
    longest = max(covering, key=len, default=None)
    return None if longest in one.holes else longest


@given(listed=st.sets(NAMES, max_size=8), taken_out=st.sets(NAMES, max_size=3), host=NAMES)
def test_a_host_finds_what_a_search_through_everything_finds(
    listed: set[str], taken_out: set[str], host: str
):
    hosts = [(name, Role.MEDIA) for name in listed - taken_out]
    one = made(*hosts, holes=tuple(taken_out))
    assert found(one, host.encode()) == slowly(one, host)
    assert found(one, host.encode()) == slowly(one, host)  # and again, from memory


@given(st.binary(max_size=400))
def test_no_bytes_whatever_raise(host: bytes):
    listing = catalogue.load().listing(host)
    assert listing is None or isinstance(listing, Listing)


@given(st.binary(max_size=60).filter(lambda text: not text.endswith(b".")))
def test_only_a_label_boundary_counts(before: bytes):
    listing = made(("example.org", Role.MEDIA)).listing(before + b"example.org")
    assert (listing is not None) == (before == b"")


@pytest.mark.parametrize("host", [b"WWW.Example.ORG", b"www.example.org.", b"a.b.c.www.example.org"])
def test_case_a_last_dot_and_more_labels_do_not_matter(host: bytes):
    assert found(made(("www.example.org", Role.MEDIA)), host) == "www.example.org"


@pytest.mark.parametrize("host", [b"", b".", b"..", b"org", b"example.org..", b"-", b"192.0.2.7", b"[::1]"])
def test_what_is_no_host_is_not_listed(host: bytes):
    assert made(("example.org", Role.MEDIA)).listing(host) is None


def test_the_longest_listed_domain_wins():
    one = made(("example.org", Role.INTERACTIVE), ("cdn.example.org", Role.MEDIA))
    assert [found(one, host) for host in (b"example.org", b"a.cdn.example.org", b"xcdn.example.org")] == [
        "example.org",
        "cdn.example.org",
        "example.org",
    ]


def test_a_name_longer_than_dns_allows_is_not_listed():
    one = made(("example.org", Role.MEDIA))
    allowed = b"a." * 121 + b"example.org"
    assert len(allowed) == 253
    assert found(one, allowed) == "example.org"
    assert found(one, allowed + b".") == "example.org"
    assert found(one, b"b" + allowed) is None
    assert found(one, b"b" + allowed + b".") is None


def test_a_hole_hides_its_parent_but_not_what_is_listed_below_it():
    one = made(
        ("example.org", Role.MEDIA), ("a.school.example.org", Role.EMBED), holes=("school.example.org",)
    )
    hosts = (b"example.org", b"school.example.org", b"b.school.example.org", b"a.school.example.org")
    assert [found(one, host) for host in hosts] == ["example.org", None, None, "a.school.example.org"]


def test_a_position_is_the_place_in_the_listings_which_are_sorted():
    listings = catalogue.load().listings
    assert [one.position for one in listings] == list(range(len(listings)))
    assert [one.name for one in listings] == sorted(one.name for one in listings)


def test_every_listing_finds_itself():
    one = catalogue.load()
    assert [one.listing(listing.name.encode()) for listing in one.listings] == list(one.listings)


def test_what_is_remembered_stays_bounded(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(catalogue, "REMEMBERED", 10)
    one = made(("example.org", Role.MEDIA))
    for number in range(1_000):
        assert found(one, b"%d.example.org" % number) == "example.org"
        assert one.listing(b"%d.example.net" % number) is None
    assert len(one._found) <= 10


def test_a_host_listed_by_two_services_is_refused():
    with pytest.raises(ValueError, match="listed twice"):
        made(("example.org", Role.MEDIA), ("example.org", Role.EMBED))


def test_the_day_of_the_last_check_is_the_oldest_of_all():
    services = [
        Service(f"made-{day}", "Made", "forum", (), checked_on=date(2026, 11, day)) for day in (9, 3, 20)
    ]
    assert Catalogue(services).checked_on == date(2026, 11, 3)
    assert Catalogue([Service("made", "Made", "forum", ())]).checked_on is None
    assert catalogue.load().checked_on is not None


def test_a_catalogue_can_be_handed_to_another_process():
    one = made(("example.org", Role.MEDIA), holes=("a.example.org",))
    one.listing(b"www.example.org")
    other = pickle.loads(pickle.dumps(one))
    assert (other.services, other.listings, other.holes) == (one.services, one.listings, one.holes)


def test_the_services_cannot_be_changed():
    with pytest.raises(TypeError):
        catalogue.load().services["facebook"] = None  # type: ignore[index]


def test_an_unknown_service_is_a_key_error():
    with pytest.raises(KeyError):
        catalogue.load().service("no-such-service")

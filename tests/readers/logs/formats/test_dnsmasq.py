"""Does a dnsmasq or Pi-hole log become lookups, and nothing but lookups?"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readers.logs.formats.made_listings import at, made_context, mangled
from staffroom.readers.logs.formats.dnsmasq import FORMAT
from staffroom.records.requests import Grade, Request, Unreadable

QUERY = b"Sep  7 09:01:02 dnsmasq[1742]: query[A] www.facebook.com from 10.0.0.5"


def read(line: bytes, **context: str) -> Request | Unreadable | None:
    return FORMAT.open(b"", made_context(**context)).read(line)


def test_a_query_is_a_lookup_by_its_client_in_local_time() -> None:
    request = read(QUERY)

    assert isinstance(request, Request)
    assert request.listing.service == "facebook"
    assert request.client == "10.0.0.5"
    assert request.began_at == request.ended_at == at("2026-09-07T08:01:02")  # British Summer Time
    assert request.grade is Grade.NAME_LOOKED_UP
    assert (request.user, request.octets, request.blocked) == ("", None, False)
    assert request.referrer is None
    assert request.content_type is None


@pytest.mark.parametrize(
    "line",
    [
        b"<30>Sep  7 09:01:02 router dnsmasq[1742]: query[A] www.facebook.com from 10.0.0.5",
        b"Sep  7 09:01:02 dnsmasq[1742]: 31 10.0.0.5/40123 query[A] www.facebook.com from 10.0.0.5",
        b"2026-09-07T09:01:02+01:00 router dnsmasq[1742]: query[AAAA] www.facebook.com from 10.0.0.5",
        b"Sep  7 09:01:02 pihole dnsmasq[1742]: query[HTTPS] WWW.FaceBook.com from 10.0.0.5",
        b"Sep  7 09:01:02 dnsmasq[1742]: query[type=65] www.facebook.com from ::ffff:10.0.0.5",
        QUERY + b"\r",
    ],
)
def test_every_way_of_writing_a_query_gives_the_same_lookup(line: bytes) -> None:
    assert read(line) == read(QUERY)


@pytest.mark.parametrize(
    "message",
    [
        b"forwarded www.facebook.com to 192.0.2.53",
        b"reply www.facebook.com is 192.0.2.80",
        b"cached www.facebook.com is 192.0.2.80",
        b"config www.facebook.com is 0.0.0.0",
        b"gravity blocked www.facebook.com is 0.0.0.0",
        b"exactly denied www.facebook.com is 0.0.0.0",
        b"/etc/hosts www.facebook.com is 10.0.0.1",
    ],
)
def test_an_answer_names_no_client_and_is_passed_over(message: bytes) -> None:
    assert read(b"Sep  7 09:01:02 dnsmasq[1742]: " + message) is None


def test_a_line_of_december_in_a_file_written_in_january_is_of_last_year() -> None:
    line = QUERY.replace(b"Sep  7", b"Dec 31")
    request = read(line, written_by="2027-01-02T00:00:00")

    assert isinstance(request, Request)
    assert request.began_at == at("2026-12-31T09:01:02")


@pytest.mark.clause("CON-1")
def test_a_name_that_is_not_listed_is_nothing() -> None:
    assert read(QUERY.replace(b"www.facebook.com", b"notfacebook.com")) is None
    assert read(QUERY.replace(b"www.facebook.com", b"facebook.com.union.example")) is None


def test_a_client_cannot_put_another_address_into_the_name_it_asks_for() -> None:
    assert read(QUERY.replace(b"www.facebook.com", b"www.facebook.com from 10.0.0.99")) is None


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (QUERY[:-14], "the line is cut off"),
        (QUERY[:-1] + b"x", "the address of the machine cannot be read"),
        (QUERY.replace(b"Sep", b"Hep"), "its time makes no sense"),
        (QUERY.replace(b"09:01:02", b"29:01:02"), "its time makes no sense"),
    ],
)
def test_a_broken_line_about_a_listed_name_says_why_and_nothing_of_itself(line: bytes, reason: str) -> None:
    assert read(line) == Unreadable(reason)


def test_it_recognises_its_own_lines_and_not_those_about_leases() -> None:
    assert FORMAT.recognises(b"Sep  7 09:00:00 dnsmasq[1742]: started, version 2.90 cachesize 10000\n")
    assert FORMAT.recognises(b"kernel: up\n" + QUERY)
    assert not FORMAT.recognises(
        b"Sep  7 09:00:00 dnsmasq-dhcp[1742]: DHCPACK(br0) 10.0.0.5 00:1a:2b:3c:4d:5e\n"
    )
    assert not FORMAT.recognises(b"")


@given(st.one_of(st.binary(max_size=200), mangled(QUERY)))
def test_no_line_is_ever_too_broken(line: bytes) -> None:
    answer = read(line)

    assert answer is None or isinstance(answer, Request | Unreadable)
    assert FORMAT.recognises(line) in (True, False)

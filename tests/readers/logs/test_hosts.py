from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from staffroom.readers.logs.hosts import LONGEST_NAME, clean_host, find_host, is_address

labels = st.from_regex(rb"[a-z][a-z0-9-]{0,20}[a-z0-9]", fullmatch=True)
names = st.lists(labels, min_size=2, max_size=5).map(b".".join)


@pytest.mark.parametrize(
    ("target", "host"),
    [
        (b"www.example.org:443", b"www.example.org"),
        (b"http://www.example.org/", b"www.example.org"),
        (b"https://www.example.org", b"www.example.org"),
        (b"https://www.example.org:8443/a/b?c=d", b"www.example.org"),
        (b"http://www.example.org?next=http://other.example", b"www.example.org"),
        (b"http://www.example.org#top", b"www.example.org"),
        (b"www.example.org", b"www.example.org"),
        (b"www.example.org/path", b"www.example.org"),
        (b"//www.example.org/path", b"www.example.org"),
        (b"WWW.Example.ORG:443", b"www.example.org"),
        (b"www.example.org.", b"www.example.org"),
        (b"www.example.org.:443", b"www.example.org"),
        (b"http://jane:secret@www.example.org/", b"www.example.org"),
        (b"http://jane@school@www.example.org/", b"www.example.org"),
        (b"wss://chat.example.org/socket", b"chat.example.org"),
        (b"http://example.org\\@other.example/", b"example.org"),
        (b"http://[2001:db8::1]:80/", b"2001:db8::1"),
        (b"[2001:DB8::1]:443", b"2001:db8::1"),
        (b"2001:db8::1", b"2001:db8::1"),
        (b"192.0.2.7:443", b"192.0.2.7"),
        ("http://bücher.example/".encode(), "bücher.example".encode()),
    ],
)
def test_a_host_is_found_in_every_way_that_logs_write_one(target: bytes, host: bytes):
    assert find_host(target) == host


@pytest.mark.parametrize(
    "target",
    [
        b"",
        b"-",
        b"/only/a/path",
        b"http://",
        b"http:///path",
        b"[2001:db8::1",
        b"two words",
        b"a\tb",
        b".",
        b"a\0b",
    ],
)
def test_what_names_no_host_gives_none(target: bytes):
    assert find_host(target) == b""


def test_an_address_further_on_in_a_query_is_not_the_host():
    assert find_host(b"/login?next=https://www.example.org/") == b""
    assert find_host(b"www.example.org/?u=https://other.example/@third.example") == b"www.example.org"


def test_a_name_longer_than_any_host_may_be_is_none():
    assert clean_host(b"a" * LONGEST_NAME) == b"a" * LONGEST_NAME
    assert clean_host(b"a" * (LONGEST_NAME + 1)) == b""


@pytest.mark.parametrize("host", [b"192.0.2.7", b"2001:db8::1", b"::1"])
def test_addresses_are_told_from_names(host: bytes):
    assert is_address(host)


@pytest.mark.parametrize("host", [b"www.example.org", b"4chan.example", b"1.2.3.example", b""])
def test_names_are_told_from_addresses(host: bytes):
    assert not is_address(host)


@given(
    name=names,
    scheme=st.sampled_from([b"", b"http://", b"https://", b"//"]),
    user=st.sampled_from([b"", b"jane@", b"jane:pw@"]),
    dot=st.sampled_from([b"", b"."]),
    port=st.sampled_from([b"", b":80", b":8443"]),
    path=st.sampled_from([b"", b"/", b"/a?b=http://c.example", b"?q", b"#x"]),
)
def test_whatever_stands_around_a_name_the_name_is_found(name, scheme, user, dot, port, path):
    target = scheme + user + name + dot + port + path
    assert find_host(target) == name
    assert find_host(target.upper()) == name


@given(st.binary(max_size=400))
def test_any_bytes_give_a_clean_host_or_none(target: bytes):
    host = find_host(target)
    assert len(host) <= LONGEST_NAME
    assert host == host.lower()
    assert not set(host) & set(b' \t\r\n\0/"')


@given(st.binary(max_size=100))
def test_finding_the_host_of_a_found_host_changes_nothing(target: bytes):
    host = find_host(target)
    if b":" not in host and b"@" not in host and not host.endswith(b"."):
        assert find_host(host) == host

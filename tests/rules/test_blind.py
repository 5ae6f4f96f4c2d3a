"""Is a line behind which nothing can be seen counted as such?"""

from __future__ import annotations

import ipaddress
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from staffroom.rules.blind import Blindness, blindness, is_address, names
from staffroom.rules.domains import is_domain, is_shared_suffix


@pytest.mark.parametrize(
    ("host", "kind"),
    [
        (b"cloudflare-ech.com", Blindness.ENCRYPTED_HELLO),
        (b"dns.google", Blindness.ENCRYPTED_LOOKUPS),
        (b"mozilla.cloudflare-dns.com", Blindness.ENCRYPTED_LOOKUPS),
        (b"abc123.dns.nextdns.io", Blindness.ENCRYPTED_LOOKUPS),
        (b"DOH.OpenDNS.com.", Blindness.ENCRYPTED_LOOKUPS),
        (b"dns.mullvad.net", Blindness.ENCRYPTED_LOOKUPS),
        (b"api.mullvad.net", Blindness.TUNNELS),
        (b"mask.icloud.com", Blindness.TUNNELS),
        (b"mask-h2.icloud.com", Blindness.TUNNELS),
        (b"api.nordvpn.com", Blindness.TUNNELS),
        (b"controlplane.tailscale.com", Blindness.TUNNELS),
        (b"192.0.2.7", Blindness.ADDRESSES),
        (b"2001:db8::7", Blindness.ADDRESSES),
        (b"[2001:DB8::7]", Blindness.ADDRESSES),
        (b"fe80::1%eth0", Blindness.ADDRESSES),
    ],
)
def test_a_blind_host_says_in_which_way(host: bytes, kind: Blindness):
    assert blindness(host) is kind


@pytest.mark.parametrize(
    "host",
    [
        b"",
        b".",
        b"-",
        b"www.bbc.co.uk",
        b"discord.com",
        b"mastodon.social",
        b"www.icloud.com",
        b"google.com",
        b"cloudflare.com",
        b"1.2.3",
        b"300.1.1.1",
        b"1.2.3.4.example.org",
        b"[not:an:address]",
        b"notdns.google",
        b"a." * 200 + b"dns.google",
    ],
)
def test_any_other_host_is_not_blind(host: bytes):
    assert blindness(host) is None


@given(st.binary(max_size=400))
def test_no_bytes_whatever_raise(host: bytes):
    assert blindness(host) is None or blindness(host) in Blindness


@given(st.ip_addresses())
def test_every_address_is_one(address: ipaddress.IPv4Address | ipaddress.IPv6Address):
    assert is_address(str(address).encode())
    assert blindness(str(address).encode()) is Blindness.ADDRESSES


@given(st.sampled_from(sorted(names())), st.sampled_from([b"", b"a.", b"a.b."]))
def test_a_listed_name_and_what_is_under_it_are_blind(name: bytes, before: bytes):
    assert blindness(before + name) is names()[name]


def test_every_listed_name_is_a_lower_case_domain():
    listed = [name.decode() for name in names()]
    assert [name for name in listed if not is_domain(name) or is_shared_suffix(name)] == []


def test_no_name_is_written_twice_and_every_kind_with_names_has_some():
    text = (files("staffroom.rules") / "services" / "blind.toml").read_text("utf-8")
    assert sum(text.count(f'"{name.decode()}"') for name in names()) == len(names())
    assert set(names().values()) == set(Blindness) - {Blindness.ADDRESSES}


def test_the_names_cannot_be_changed():
    with pytest.raises(TypeError):
        names()[b"example.org"] = Blindness.TUNNELS  # type: ignore[index]

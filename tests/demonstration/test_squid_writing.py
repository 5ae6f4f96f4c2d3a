"""Are lines written as Squid writes them?"""

from __future__ import annotations

from ipaddress import ip_address, ip_network

from hypothesis import given
from hypothesis import strategies as st

from demonstration.log_shape import read_line
from staffroom.demonstration.squid import (
    server_of,
    write_challenge,
    write_page,
    write_refusal,
    write_tunnel,
)

DOCUMENTATION = [ip_network(one) for one in ("192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24")]


def test_a_tunnel_is_written_word_for_word() -> None:
    line = write_tunnel(
        began_at=1_789_361_675_538,
        ended_at=1_789_361_736_817,
        client="10.21.1.44",
        user="pkaur",
        host="x.com",
        octets=5280,
    )
    server = server_of("x.com")
    assert line.text.decode() == (
        "1789361736.817  61279 10.21.1.44 TCP_TUNNEL/200 5280 CONNECT x.com:443 pkaur "
        f"HIER_DIRECT/{server} -\n"
    )
    assert line.ended_at == 1_789_361_736_817


def test_the_time_of_a_line_is_when_it_ended_and_elapsed_is_padded_to_six() -> None:
    text = write_refusal(at=1_700_000_000_007, client="10.0.0.1", user="-", host="x.com").text
    assert text.startswith(b"1700000000.008      1 10.0.0.1 ")


def test_a_challenge_names_nobody_and_no_server() -> None:
    line = read_line(write_challenge(at=1_700_000_000_000, client="10.0.0.1", host="x.com").text)
    assert line is not None
    assert (line.result, line.status, line.user, line.server) == ("TCP_DENIED", 407, "-", "-")


def test_a_refusal_names_the_user() -> None:
    line = read_line(write_refusal(at=1_700_000_000_000, client="10.0.0.1", user="pkaur", host="x.com").text)
    assert line is not None
    assert (line.result, line.status, line.user) == ("TCP_DENIED", 403, "pkaur")


def test_a_plain_page_has_its_address_and_its_type() -> None:
    text = write_page(
        began_at=1_700_000_000_000,
        ended_at=1_700_000_000_150,
        client="10.0.0.1",
        user="-",
        url="http://www.oak-news1.example/a",
        octets=9,
    ).text
    line = read_line(text)
    assert line is not None
    assert (line.method, line.host, line.type) == ("GET", "www.oak-news1.example", "text/html")


@given(st.integers(10**12, 2 * 10**12), st.integers(0, 10**8), st.integers(0, 10**12))
def test_what_is_written_can_be_read_back(ended_at: int, elapsed: int, octets: int) -> None:
    text = write_tunnel(
        began_at=ended_at - elapsed,
        ended_at=ended_at,
        client="10.1.2.3",
        user="HOLLYBANK\\pkaur",
        host="www.facebook.com",
        octets=octets,
    ).text
    line = read_line(text)
    assert line is not None
    assert (line.began_at, line.ended_at, line.octets) == (ended_at - elapsed, ended_at, octets)
    assert (line.host, line.user) == ("www.facebook.com", "HOLLYBANK\\pkaur")


@given(st.text(st.characters(codec="ascii"), max_size=40))
def test_a_server_is_always_the_same_and_in_a_range_kept_for_documentation(host: str) -> None:
    server = ip_address(server_of(host))
    assert server_of(host) == str(server)
    assert sum(server in network for network in DOCUMENTATION) == 1

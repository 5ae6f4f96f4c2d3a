"""How does Squid write one request down in its native log?"""

from __future__ import annotations

from typing import Final, NamedTuple
from zlib import crc32

# logformat squid %ts.%03tu %6tr %>a %Ss/%03>Hs %<st %rm %ru %[un %Sh/%<a %mt
# Source: Squid's documentation of `logformat`. The time is when the request ENDED, so a tunnel is written
# when it closes; the milliseconds it took are padded to six places.

NOBODY: Final = "-"


class Line(NamedTuple):
    """A line with its line end, and when its request ended (milliseconds since 1970, UTC)."""

    ended_at: int
    text: bytes


def write_tunnel(*, began_at: int, ended_at: int, client: str, user: str, host: str, octets: int) -> Line:
    """Write a CONNECT tunnel that was let through."""
    what = f"TCP_TUNNEL/200 {octets} CONNECT {host}:443 {user} HIER_DIRECT/{server_of(host)} -"
    return _write(began_at, ended_at, client, what)


def write_page(*, began_at: int, ended_at: int, client: str, user: str, url: str, octets: int) -> Line:
    """Write a page without encryption that was let through."""
    host = url.split("/")[2]
    what = f"TCP_MISS/200 {octets} GET {url} {user} HIER_DIRECT/{server_of(host)} text/html"
    return _write(began_at, ended_at, client, what)


def write_challenge(*, at: int, client: str, host: str) -> Line:
    """Write the 407 with which a proxy asks who is there, before it lets the same request through."""
    return _write(at, at, client, f"TCP_DENIED/407 4126 CONNECT {host}:443 {NOBODY} HIER_NONE/- text/html")


def write_refusal(*, at: int, client: str, user: str, host: str) -> Line:
    """Write the 403 with which a proxy refuses a blocked service."""
    return _write(at, at + 1, client, f"TCP_DENIED/403 3987 CONNECT {host}:443 {user} HIER_NONE/- text/html")


def server_of(host: str) -> str:
    """Make up the address of a server: always the same for a host, in a range kept for documentation."""
    number = crc32(host.encode("ascii"))
    return f"{('192.0.2', '198.51.100', '203.0.113')[number % 3]}.{number // 3 % 254 + 1}"


def _write(began_at: int, ended_at: int, client: str, what: str) -> Line:
    seconds, thousandths = divmod(ended_at, 1000)
    text = f"{seconds}.{thousandths:03d} {ended_at - began_at:6d} {client} {what}\n"
    return Line(ended_at, text.encode("ascii"))

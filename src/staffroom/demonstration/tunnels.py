"""Which tunnels does a proxy see when a client fetches things from hosts?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from random import Random
from typing import Final

from staffroom.demonstration.chance import Spread
from staffroom.demonstration.exchanges import Fetch
from staffroom.demonstration.refusals import is_blocked
from staffroom.demonstration.squid import NOBODY, Line, write_challenge, write_refusal, write_tunnel

# Our assumptions. A browser keeps a connection for the next request until it or the server has waited
# long enough; a handshake is a few kilobytes of certificates; the line brings 2.5 octets a microsecond.
IDLE_SECONDS: Final = Spread(65, 0.7, least=4, most=420)
# A socket that an app or a chat listens on is kept alive without a word, often for hours.
LISTENING: Final = frozenset(
    (
        "edge-chat.facebook.com",
        "gateway.facebook.com",
        "edge-mqtt.facebook.com",
        "mqtt-mini.facebook.com",
        "g.whatsapp.net",
        "web.whatsapp.com",
        "mtalk.google.com",
        "courier.push.apple.com",
    )
)
LISTENING_SECONDS: Final = Spread(1200, 0.9, least=20, most=4 * 3600)
HANDSHAKE_OCTETS: Final = Spread(4700, 0.2)
OCTETS_A_MILLISECOND: Final = 2500
CHALLENGED: Final = 0.09  # of the tunnels of a machine that signs in: a 407 comes first


@dataclass(frozen=True, slots=True)
class Seat:
    """Where somebody sits: the client's address, and the user as the proxy writes it (or "-")."""

    client: str
    user: str = NOBODY


@dataclass(slots=True)
class _Tunnel:
    began_at: int
    busy_until: int
    idle: int
    octets: int


def write_tunnels(fetches: Iterable[Fetch], *, seat: Seat, chance: Random, off_at: int) -> Iterator[Line]:
    """Join a client's fetches into tunnels and write those down.

    A fetch uses the tunnel to its host while that is open; a tunnel closes when it has been idle for
    long enough, or at `off_at` (milliseconds) when the machine is put away. A fetch from a blocked
    service is refused. No order is promised.
    """
    tunnels: dict[tuple[str, int], _Tunnel] = {}
    for fetch in sorted(fetches):
        if is_blocked(fetch.host):
            yield write_refusal(at=fetch.at, client=seat.client, user=seat.user, host=fetch.host)
            continue
        key = (fetch.host, fetch.lane)
        tunnel = tunnels.get(key)
        if tunnel is not None and fetch.at > tunnel.busy_until + tunnel.idle:
            yield from _close(tunnel, fetch.host, seat, chance, off_at)
            tunnel = None
        if tunnel is None:
            tunnel = tunnels[key] = _open(fetch, chance)
        _use(tunnel, fetch)
    for (host, _), tunnel in tunnels.items():
        yield from _close(tunnel, host, seat, chance, off_at)


def _open(fetch: Fetch, chance: Random) -> _Tunnel:
    idle = LISTENING_SECONDS if fetch.host in LISTENING else IDLE_SECONDS
    return _Tunnel(fetch.at, fetch.at, int(idle.draw(chance) * 1000), int(HANDSHAKE_OCTETS.draw(chance)))


def _use(tunnel: _Tunnel, fetch: Fetch) -> None:
    lasts = 60 + fetch.octets // OCTETS_A_MILLISECOND
    tunnel.busy_until = max(tunnel.busy_until, fetch.at + lasts)
    tunnel.octets += fetch.octets


def _close(tunnel: _Tunnel, host: str, seat: Seat, chance: Random, off_at: int) -> Iterator[Line]:
    if seat.user != NOBODY and chance.random() < CHALLENGED:
        yield write_challenge(at=tunnel.began_at, client=seat.client, host=host)
    closes = max(tunnel.busy_until, min(tunnel.busy_until + tunnel.idle, off_at))
    yield write_tunnel(
        began_at=tunnel.began_at,
        ended_at=closes,
        client=seat.client,
        user=seat.user,
        host=host,
        octets=tunnel.octets,
    )

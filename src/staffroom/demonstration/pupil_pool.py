"""Which requests do pupils' machines make, drawn once and used again and again?"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random
from typing import Final, NamedTuple

from staffroom.demonstration.apps import ON_PHONES
from staffroom.demonstration.chance import Spread, begin
from staffroom.demonstration.embeds import EMBEDS
from staffroom.demonstration.exchanges import Exchange
from staffroom.demonstration.manners import IN_A_BROWSER
from staffroom.demonstration.sites import Web, make_web
from staffroom.demonstration.squid import server_of

# Our assumptions. Most lines of a school's log are pupils' and end up dropped, so that these need the
# right hosts and sizes but no story behind them; nobody is told what a pupil did.
ELAPSED_SECONDS: Final = Spread(25, 1.3, least=0.05, most=4 * 3600)
PAGE: Final = Spread(30, 1.4, least=0.3, most=40_000)  # kilobytes
REFUSED: Final = (
    "www.instagram.com",
    "www.snapchat.com",
    "www.tiktok.com",
    "discord.com",
    "www.facebook.com",
    "x.com",
)
BLIND: Final = ("cloudflare-ech.com", "dns.google", "203.0.113.7", "198.51.100.23")
SIGNED_IN: Final = 0.9


class Wish(NamedTuple):
    """A request without its time and its client: what stands before and behind the user in the line."""

    elapsed: int  # milliseconds
    before: bytes
    after: bytes


class PupilSeat(NamedTuple):
    """A pupil's machine, and the user as the proxy writes it (or "-")."""

    client: bytes
    user: bytes


@dataclass(frozen=True, slots=True)
class PupilPool:
    """What there is to draw from, for each line of a pupil's."""

    wishes: tuple[Wish, ...]
    seats: tuple[PupilSeat, ...]


def make_pool(*, seed: int, pupils: tuple[str, ...], size: int) -> PupilPool:
    """Make a pool of `size` wishes, and a seat for every pupil; the same seed makes the same pool."""
    chance, web = begin(seed, "pupil pool"), make_web(seed)
    makers = tuple(_MAKERS)
    weights = tuple(_MAKERS.values())
    chosen = chance.choices(makers, weights=weights, k=size)
    wishes = tuple(maker(chance, web) for maker in chosen)
    return PupilPool(wishes, tuple(_seats(chance, pupils)))


def _seats(chance: Random, pupils: tuple[str, ...]) -> Iterator[PupilSeat]:
    for number, account in enumerate(pupils):
        client = f"10.30.{number // 240}.{number % 240 + 10}"
        yield PupilSeat(client.encode(), account.encode() if chance.random() < SIGNED_IN else b"-")


def _page(chance: Random, web: Web) -> Wish:
    site = web.pick(chance)
    return _tunnel(chance, site.host if chance.random() < 0.75 else site.pictures, PAGE.draw(chance))


def _plain_page(chance: Random, web: Web) -> Wish:
    host, octets = web.pick(chance).host, int(PAGE.draw(chance) * 1000)
    what = f"TCP_MISS/200 {octets} GET http://{host}/page/{chance.randrange(9000)}"
    return Wish(chance.randrange(20, 900), what.encode(), f"HIER_DIRECT/{server_of(host)} text/html".encode())


def _embedded(chance: Random, web: Web) -> Wish:
    embed = chance.choices(EMBEDS, weights=[one.sites * one.pages for one in EMBEDS])[0]
    return _drawn(chance, embed.exchanges)


def _visited(chance: Random, web: Web) -> Wish:
    manner = chance.choices(IN_A_BROWSER, weights=[one.weight for one in IN_A_BROWSER])[0]
    return _drawn(chance, manner.acting)


def _murmured(chance: Random, web: Web) -> Wish:
    return _drawn(chance, chance.choice(ON_PHONES).exchanges)


def _refused(chance: Random, web: Web) -> Wish:
    what = f"TCP_DENIED/403 3987 CONNECT {chance.choice(REFUSED)}:443"
    return Wish(1, what.encode(), b"HIER_NONE/- text/html")


def _blind(chance: Random, web: Web) -> Wish:
    return _tunnel(chance, chance.choice(BLIND), PAGE.draw(chance))


def _drawn(chance: Random, exchanges: tuple[Exchange, ...]) -> Wish:
    one = chance.choice(exchanges)
    return _tunnel(chance, chance.choice(one.hosts), one.kilobytes.draw(chance))


def _tunnel(chance: Random, host: str, kilobytes: float) -> Wish:
    elapsed = int(ELAPSED_SECONDS.draw(chance) * 1000)
    what = f"TCP_TUNNEL/200 {4500 + int(kilobytes * 1000)} CONNECT {host}:443"
    return Wish(elapsed, what.encode(), f"HIER_DIRECT/{server_of(host)} -".encode())


# How many of a hundred lines are of which kind: our assumption.
_MAKERS: Final[dict[Callable[[Random, Web], Wish], float]] = {
    _page: 72,
    _plain_page: 4,
    _embedded: 11,
    _visited: 5,
    _refused: 4,
    _murmured: 2.5,
    _blind: 1.5,
}

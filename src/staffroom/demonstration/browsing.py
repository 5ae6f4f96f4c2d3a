"""What does a colleague load when they go about the school's business or their own on ordinary sites?"""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from typing import Final

from staffroom.demonstration.apps import Murmur
from staffroom.demonstration.chance import Spread, draw_count
from staffroom.demonstration.embeds import (
    LINK_IN_A_MESSAGE,
    SIGN_IN_ELSEWHERE,
    SIGN_IN_WITH_GOOGLE,
    draw_embeds,
)
from staffroom.demonstration.exchanges import Exchange, Fetch, draw_all, exchange
from staffroom.demonstration.presence import Stay
from staffroom.demonstration.sites import PRIVATE, Site, Web

# Our assumptions, for one page in so many.
PAGES_A_SITTING: Final = Spread(4, 0.8, least=1, most=40)
SECONDS_A_PAGE: Final = Spread(25, 1.0, least=2, most=600)
TO_A_PRIVATE_SITE: Final = 0.02
BY_A_LINK: Final = 0.02
SIGNS_IN_WITH_FACEBOOK: Final = 0.004
SIGNS_IN_WITH_GOOGLE: Final = 0.02
LOOKUPS_ARE_HIDDEN: Final = 0.03  # the browser asks a resolver of its own over HTTPS
TO_AN_ADDRESS: Final = 0.01

PAGE: Final = Spread(45, 1.0, least=1, most=3000)
PICTURES: Final = Spread(220, 1.2, least=1, most=20_000)
ENCRYPTED_LOOKUP: Final = (exchange("dns.google mozilla.cloudflare-dns.com", median=1.1, sigma=0.6),)
BARE_ADDRESS: Final = (exchange("203.0.113.7 198.51.100.23", median=60, sigma=1.4),)
_EXTRAS: Final[tuple[tuple[float, tuple[Exchange, ...]], ...]] = (
    (BY_A_LINK, LINK_IN_A_MESSAGE),
    (SIGNS_IN_WITH_FACEBOOK, SIGN_IN_ELSEWHERE),
    (SIGNS_IN_WITH_GOOGLE, SIGN_IN_WITH_GOOGLE),
    (LOOKUPS_ARE_HIDDEN, ENCRYPTED_LOOKUP),
    (TO_AN_ADDRESS, BARE_ADDRESS),
)


def draw_browsing(web: Web, chance: Random, *, stay: Stay, pages: float) -> Iterator[Fetch]:
    """Draw a day's ordinary pages, about `pages` of them, a few in a row at each sitting."""
    remaining = draw_count(chance, pages)
    while remaining > 0:
        sitting = min(remaining, int(PAGES_A_SITTING.draw(chance)))
        remaining -= sitting
        at, site = stay.draw_moment(chance), web.pick(chance)
        for _ in range(sitting):
            if at >= stay.end:
                break
            yield from _page(site, chance, at)
            at += int(SECONDS_A_PAGE.draw(chance) * 1000)
            site = site if chance.random() < 0.6 else web.pick(chance)


def _page(site: Site, chance: Random, at: int) -> Iterator[Fetch]:
    if chance.random() < TO_A_PRIVATE_SITE:
        yield Fetch(at, chance.choice(PRIVATE), int(PAGE.draw(chance) * 1000))
        return
    yield Fetch(at, site.host, int(PAGE.draw(chance) * 1000))
    yield Fetch(at + chance.randrange(150, 900), site.pictures, int(PICTURES.draw(chance) * 1000))
    yield from draw_embeds(site.embeds, chance, at)
    for likelihood, exchanges in _EXTRAS:
        if chance.random() < likelihood:
            yield from draw_all(exchanges, chance, at)


def draw_murmurs(murmurs: tuple[Murmur, ...], chance: Random, *, start: int, end: int) -> Iterator[Fetch]:
    """Draw what a machine's apps do by themselves from one moment to another."""
    for murmur in murmurs:
        if chance.random() < murmur.installed:
            for _ in range(draw_count(chance, murmur.an_hour * (end - start) / 3_600_000)):
                yield from draw_all(murmur.exchanges, chance, chance.randrange(start, end))

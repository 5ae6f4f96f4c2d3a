"""Which ordinary sites are there to be browsed, and what does each of them embed?"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from random import Random
from typing import Final

from staffroom.demonstration.chance import begin
from staffroom.demonstration.embeds import EMBEDS, Embed

SITES: Final = 40_000
ZIPF: Final = 0.95  # our assumption: the site of rank n is opened in proportion to n ** -0.95

# Visits to these say something about a person's health, money, faith or union: a report on social networks
# must keep no trace of them. The names are made and end in a domain that is reserved for examples.
PRIVATE: Final = (
    "members.union-of-teaching.example",
    "www.riverside-clinic.example",
    "online.calder-valley-bank.example",
    "www.hilltop-faith.example",
    "help.lifting-low-mood.example",
    "www.jobs-for-teachers.example",
)


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


_FIRST: Final = _words(
    "amber birch bramble brook cedar chalk clay cliff clover copper coral dale elm ember fell fern "
    "field flint garnet gorse grove harbour hazel heath holly iris ivory juniper larch linden marsh "
    "meadow mill moss north oak ochre orchard pearl pine quarry reed ridge river rowan sedge slate "
    "spring stone summit thistle vale"
)
_SECOND: Final = _words(
    "academy atlas books cafe courier craft daily digital garden gazette guide help journal kitchen "
    "learning library lessons maps market maths media museum music news online outdoors paper people "
    "phonics planner post reading recipes resources review science shop sport store stories studio "
    "supplies teaching times tools travel tutor weather weekly worksheets world"
)


@dataclass(frozen=True, slots=True)
class Site:
    """A site with its own host, the host of its pictures, and what it embeds."""

    host: str
    pictures: str
    embeds: tuple[Embed, ...]


class Web:
    """Sites by rank; `pick` draws one as often as people open it."""

    def __init__(self, sites: tuple[Site, ...]) -> None:
        self.sites: Final = sites
        self._reach: Final = list(accumulate(rank**-ZIPF for rank in range(1, len(sites) + 1)))

    def pick(self, chance: Random) -> Site:
        """Draw a site."""
        return self.sites[bisect_left(self._reach, chance.random() * self._reach[-1])]


@lru_cache(maxsize=4)
def make_web(seed: int, sites: int = SITES) -> Web:
    """Make a web of made sites; the same seed makes the same web."""
    chance = begin(seed, "sites")
    return Web(tuple(_site(chance, number) for number in range(sites)))


def _site(chance: Random, number: int) -> Site:
    name = f"{chance.choice(_FIRST)}-{chance.choice(_SECOND)}{number}.example"
    embeds = tuple(embed for embed in EMBEDS if chance.random() < embed.sites)
    return Site(f"www.{name}", f"{chance.choice(('cdn', 'img', 'static', 'assets'))}.{name}", embeds)

"""Which services does the made school block, and who tries them all the same?"""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from typing import Final

from staffroom.demonstration.exchanges import Fetch

BLOCKED: Final = {
    "tiktok": ("www.tiktok.com", "analytics.tiktok.com", "www.tiktokv.com"),
    "snapchat": ("web.snapchat.com", "accounts.snapchat.com"),
    "tinder": ("tinder.com",),
}
TRIED: Final = ("www.tiktok.com", "web.snapchat.com", "tinder.com")
TRIES_A_DAY: Final = 0.12  # of a colleague; our assumption
_HOSTS: Final = frozenset(host for hosts in BLOCKED.values() for host in hosts)


def is_blocked(host: str) -> bool:
    """Say whether the made school's proxy refuses a host."""
    return host in _HOSTS


def draw_attempt(chance: Random, at: int) -> Iterator[Fetch]:
    """Draw somebody's attempt to open a blocked service: browsers try again a few times by themselves."""
    host = chance.choice(TRIED)
    for number in range(chance.randint(1, 4)):
        yield Fetch(at + number * chance.randrange(80, 2500), host, 0)

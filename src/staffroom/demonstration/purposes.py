"""For which of the school's purposes may the made staff use a social network?"""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import Final

from staffroom.demonstration.chance import draw_count
from staffroom.demonstration.manners import FACEBOOK, LINKEDIN, YOUTUBE, Manner, X


@dataclass(frozen=True, slots=True)
class Duty:
    """A role's registered use of services, and how often a day it is done (our assumption)."""

    role: str
    manners: tuple[Manner, ...]
    a_day: float
    reason: str


DUTIES: Final = (
    Duty("communications", (FACEBOOK, X), 4.0, "Posts the school's news and answers comments on its pages"),
    Duty("careers", (LINKEDIN,), 0.7, "Keeps in touch with employers who offer work experience"),
    Duty("teacher", (YOUTUBE,), 0.4, "Shows films in lessons"),
)


def is_registered(roles: frozenset[str], service: str) -> bool:
    """Say whether the register of the made school covers a service for somebody with these roles."""
    return any(
        duty.role in roles and service in (manner.service for manner in duty.manners) for duty in DUTIES
    )


def draw_duties(roles: frozenset[str], chance: Random) -> list[Manner]:
    """Draw which services somebody uses for the school on a day, once for each visit."""
    return [
        chance.choice(duty.manners)
        for duty in DUTIES
        if duty.role in roles
        for _ in range(draw_count(chance, duty.a_day))
    ]

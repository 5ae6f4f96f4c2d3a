"""Who does something: a person, or a part of Staffroom itself?"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class ActorKind(StrEnum):
    """What kind of actor."""

    PERSON = "person"
    SYSTEM = "system"


class AnonymousActorError(ValueError):
    """Somebody acted without saying who; nothing is done for them."""


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts. `ref` is a person's reference, or the name of a part such as "clock".

    Raises AnonymousActorError where `ref` is empty: nobody is anonymous by accident.
    """

    kind: ActorKind
    ref: str

    def __post_init__(self) -> None:
        if not self.ref:
            raise AnonymousActorError("An act needs somebody who does it.")


def person(ref: str) -> Actor:
    """Return the actor that a person is."""
    return Actor(ActorKind.PERSON, ref)


def system(part: str) -> Actor:
    """Return the actor that a part of Staffroom is, such as "clock" or "command line"."""
    return Actor(ActorKind.SYSTEM, part)

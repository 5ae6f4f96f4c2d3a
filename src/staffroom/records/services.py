"""What is a social networking service, and what is each of its hosts for?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Role(StrEnum):
    """What a host does when a browser or an app speaks to it."""

    INTERACTIVE = "interactive"  # pages and calls that a person using the service makes
    MEDIA = "media"  # pictures and video that those pages show
    EMBED = "embed"  # buttons, widgets and players inside other people's pages
    TRACKING = "tracking"  # pixels and analytics
    BACKGROUND = "background"  # keep-alive and push connections of an app nobody is looking at
    LOGIN = "login"  # sign-in, also offered to other sites ("continue with …")
    SHORTENER = "shortener"  # links that lead on to another site


class Standing(StrEnum):
    """Whether the service still runs."""

    ALIVE = "alive"
    DEFUNCT = "defunct"


@dataclass(frozen=True, slots=True)
class Host:
    """One domain of a service; every name under it counts too, unless listed itself."""

    name: str
    role: Role


@dataclass(frozen=True, slots=True)
class Service:
    """One social networking service of the catalogue."""

    id: str
    title: str
    kind: str
    hosts: tuple[Host, ...]
    standing: Standing = Standing.ALIVE
    minimum_age: int | None = None
    checked_on: date | None = None
    source: str = ""
    named_by_policy: bool = False
    rich: bool = False  # its players, feeds or apps bring as much as a page does


@dataclass(frozen=True, slots=True)
class Listing:
    """Where the catalogue found a host: its service, its role and its place in the list."""

    service: str
    role: Role
    name: str  # the listed domain that matched, not the full host of the line
    position: int  # index of the listed domain in `Catalogue.listings`

"""What does one line of a network log say?"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from staffroom.records.services import Listing


class Grade(IntEnum):
    """How much a log can see; the higher, the more."""

    ADDRESS = 1  # an address only
    NAME_LOOKED_UP = 2  # DNS: a name was looked up, nothing more
    NAME = 3  # the name of the server (SNI), no volume
    NAME_AND_VOLUME = 4  # the name, how long and how much
    PAGE = 5  # the page, its Referer and its content type


@dataclass(frozen=True, slots=True)
class Request:
    """One line of a log about a listed service, as the log states it.

    Times are milliseconds since 1970 in UTC. `octets` is what the client received, or None
    where the log does not say. `referrer` is the host of the Referer: "" where the line had
    none, None where the log does not record it. `content_type` is None where not recorded.
    """

    began_at: int
    ended_at: int
    client: str
    user: str
    listing: Listing
    octets: int | None
    blocked: bool
    grade: Grade
    referrer: str | None = None
    content_type: str | None = None


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A line that could not be read: a reason in words, never the line."""

    reason: str

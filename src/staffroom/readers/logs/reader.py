"""What must a log format be able to do?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from staffroom.records.requests import Grade, Request, Unreadable
from staffroom.records.services import Listing


class Listings(Protocol):
    """The catalogue, as much of it as a reader needs."""

    def listing(self, host: bytes) -> Listing | None:
        """Find a host (any case, no port) or the longest listed domain above it."""


@dataclass(frozen=True, slots=True)
class Context:
    """What a log does not say of itself.

    `written_by` is the last moment the file can speak of (its modification time), milliseconds in UTC: it
    gives a year to lines without one. `timezone` is that of local times without an offset.
    `mapping` is the school's description of an export (see `columns.py`), where there is one.
    """

    listings: Listings
    written_by: int
    timezone: str = "Europe/London"
    mapping: object = None


class Lines(Protocol):
    """A reader that knows the head of its file, and now takes it line by line."""

    def read(self, line: bytes) -> Request | Unreadable | None:
        """Turn one line (no line end) into a request.

        None is a line that is not about a listed service, or no request at all (a comment, a
        header). The host is found and looked up as bytes first; nothing else of the line is
        decoded or kept unless the host is listed. Never raises.
        """


class LogFormat(Protocol):
    """One log format."""

    name: str  # a slug, also for --format
    title: str
    grade: Grade

    def recognises(self, head: bytes) -> bool:
        """Say whether the first 64 KB of a file are of this format. Never raises."""

    def open(self, head: bytes, context: Context) -> Lines:
        """Learn what the head says (fields, dates) and be ready to take lines, the head's again too."""

"""What was seen of one person and one service in five minutes, and what is it judged to be?"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from staffroom.records.requests import Grade

WINDOW_SECONDS = 300
SLOT_SECONDS = 15
SLOTS = WINDOW_SECONDS // SLOT_SECONDS


class Outcome(StrEnum):
    """What a window of evidence is judged to be; only a visit enters a count."""

    VISIT = "visit"
    AMBIGUOUS = "ambiguous"
    EMBEDDED = "embedded"
    BACKGROUND = "background"
    BLOCKED = "blocked"
    LOOKED_UP = "looked up"  # DNS only: somebody or something asked for the name


@dataclass(frozen=True, slots=True)
class Evidence:
    """All lines about one service from one person (or machine) in one window of five minutes.

    `window` counts windows of 300 seconds since 1970 in UTC. `who` is this term's code.
    The counts are of lines by the role of the host; one to an interactive, media or login host counts in
    every window that it lasted through (up to an hour), the others in the window in which they began, as
    `lines` counts all. `octets` are shared between a line's windows by its time in each. `hosts` has one bit
    for each different interactive, media or login host. `began` has one bit for each slot of 15 seconds in
    which such a line began, `lasted` for each slot in which one was open.
    """

    who: str
    attributed: bool
    service: str
    window: int
    grade: Grade
    interactive: int = 0
    media: int = 0
    embed: int = 0
    tracking: int = 0
    background: int = 0
    login: int = 0
    shortener: int = 0
    blocked: int = 0  # refused, to an interactive, media or login host; others count under their role
    lines: int = 0  # that began here
    octets: int = 0  # of interactive and media lines that were let through
    hosts: int = 0
    began: int = 0
    lasted: int = 0
    pages: int = 0  # lines with an HTML content type
    followed: int = 0  # lines whose Referer is of the same service
    foreign: int = 0  # lines whose Referer is of another site

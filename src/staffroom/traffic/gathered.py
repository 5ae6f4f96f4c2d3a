"""What has been gathered so far: windows of evidence as numbers, before anybody has a code?"""

from __future__ import annotations

from enum import IntEnum
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

COUNTED: Final = (
    "interactive",
    "media",
    "embed",
    "tracking",
    "background",
    "login",
    "shortener",
    "blocked",
    "pages",
    "followed",
    "foreign",
    "grade",
    "lines",
)
BLOCKED, PAGES, FOLLOWED, FOREIGN, GRADE, LINES = range(7, 13)
MOST_WINDOWS_OF_A_LINE: Final = 12  # an hour: a connection that lasts longer says nothing of its later hours
WIDTH: Final = len(COUNTED)
DROPPED: Final = -1  # the bearer of a line that is a pupil's

# A window's key, from its low bits up: 24 bits of window, 12 of service, 24 of bearer.
SERVICE_SHIFT: Final = 24
BEARER_SHIFT: Final = 36
FIRST_WINDOW: Final = 946_684_800 // 300  # windows are counted from 1 January 2000 inside a key


class Told(IntEnum):
    """Places in which a gatherer counts."""

    WINDOWS = 0
    FRESH = 1
    PUPILS = 2
    REPEATED = 3
    KEPT = 4


class Windows(NamedTuple):
    """Rows of evidence: `keys` says whose, what and when; the rest is counted."""

    keys: npt.NDArray[np.uint64]
    counts: npt.NDArray[np.int32]  # one row of WIDTH numbers each
    octets: npt.NDArray[np.int64]
    hosts: npt.NDArray[np.uint64]
    began: npt.NDArray[np.uint32]
    lasted: npt.NDArray[np.uint32]


class Fresh(NamedTuple):
    """Fingerprints not seen before, and the hour (since 1970) of each line's end."""

    prints: npt.NDArray[np.uint64]
    hours: npt.NDArray[np.int32]


class Bearers(NamedTuple):
    """Who was behind each identity, and when: identity i has the holdings first[i] up to first[i + 1].

    A holding runs from `since` (milliseconds) to the next one's; `bearer` is a number, or DROPPED.
    """

    first: npt.NDArray[np.int32]
    since: npt.NDArray[np.int64]
    bearer: npt.NDArray[np.int32]


class ListingFacts(NamedTuple):
    """Of each listing, by position: its service's number, its role's column, its host's bit (0 to 63)."""

    service: npt.NDArray[np.int32]
    column: npt.NDArray[np.int32]
    bit: npt.NDArray[np.int32]

"""What does each compiled entry point take? Read without importing the compiler."""

from __future__ import annotations

from typing import Final, NamedTuple

# Letters as numpy has them: u1, i4, i8, u8; a star is a pointer to them.
_TEXT: Final = ("u1*", "i8", "u8")
_DOMAINS: Final = ("u8*", "i4*", "u1*", "i4*", "i4*", "i4*", "u8")
_IDENTITIES: Final = ("u8*", "i4*", "u1*", "i4*", "i8*", "u8", "u1*")
_COLUMNS: Final = ("i8*", "i8*", "i8*", "i4*", "i4*", "i4*", "i4*", "u8*")
_ASIDE: Final = ("i4*", "i8*")


class EntryPoint(NamedTuple):
    """Where a kernel's source stands, and the types of what it takes."""

    module: str
    name: str
    takes: tuple[str, ...]


SCAN_SQUID: Final = EntryPoint(
    "staffroom.traffic.kernels.squid",
    "scan_squid",
    (*_TEXT, *_DOMAINS, *_IDENTITIES, *_COLUMNS, *_ASIDE),
)
FIND_CANDIDATES: Final = EntryPoint(
    "staffroom.traffic.kernels.candidates", "find_candidates", ("u1*", "i8", *_DOMAINS, *_ASIDE)
)
NOTE: Final = EntryPoint("staffroom.traffic.kernels.gathering", "note", ("u8*", "i8", "u8*", "u8"))
GATHER: Final = EntryPoint(
    "staffroom.traffic.kernels.gathering",
    "gather",
    (
        "i8",
        *_COLUMNS,
        *("i4*", "i8*", "i4*"),  # holdings: where each identity's begin, their starts, their bearers
        *("i4*", "i4*", "i4*"),  # of each listing: its service, its column, its host bit
        *("u8*", "u8"),  # fingerprints seen, and the mask of their table
        *("u8*", "i4*"),  # fresh fingerprints and their hours
        *("u8*", "i4*", "u8"),  # keys of the windows, the slots that find them, and the mask
        *("i4*", "i8*", "u8*", "u4*", "u4*"),  # the windows' counts, octets, hosts, began and lasted
        "i8*",  # counts
    ),
)
EVERY: Final = (SCAN_SQUID, FIND_CANDIDATES, NOTE, GATHER)

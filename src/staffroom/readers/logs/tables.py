"""Where does each column of a table with a header stand?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from staffroom.readers.logs.contents import trim_line
from staffroom.readers.logs.quotation import split_quoted

PREAMBLE = 20  # lines that an export may put before its header: a title, the period, an empty line

Places = Mapping[bytes, int]


def find_header(head: bytes, delimiter: bytes, needed: Iterable[bytes]) -> Places | None:
    """Find the line of the head that names all the needed columns.

    Returns the place of each name, in lower case and without spaces around it; of a repeated name the
    first. None where no such line is among the first few.
    """
    names = {name.strip().lower() for name in needed}
    for line in head[:65_536].split(b"\n", PREAMBLE)[:PREAMBLE]:
        places = _read_header(line, delimiter)
        if names and names <= places.keys():
            return places
    return None


def pick(values: list[bytes], places: Places, names: Iterable[bytes]) -> bytes | None:
    """Return the value of the first of these columns that the header and the line have."""
    for name in names:
        place = places.get(name)
        if place is not None and place < len(values):
            return values[place].strip()
    return None


def _read_header(line: bytes, delimiter: bytes) -> Places:
    places: dict[bytes, int] = {}
    for place, name in enumerate(split_quoted(trim_line(line), delimiter) or ()):
        places.setdefault(name.strip().lower(), place)
    return places

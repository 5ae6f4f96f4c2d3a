"""What does a line of a plain list of domains name?"""

from __future__ import annotations

from staffroom.readers.lists.syntax import Syntax


def read_entries(line: str) -> tuple[str, ...] | None:
    """Read one name a line, as in the `domains` files of the University of Toulouse (UT1).

    A comment begins with `#`, also behind a name. A dot before a name is Squid's way of saying "and
    everything under it", which is what a listed domain means here anyway.
    """
    if line.startswith("#"):
        return ()
    entry = line.replace("\t", " ").partition(" #")[0].rstrip()
    if entry.startswith(("|", "@", "!", "[")) or any(mark in entry for mark in " /=^#"):
        return None
    return (entry.removeprefix("."),)


SYNTAX = Syntax("a list with one domain a line", read_entries)

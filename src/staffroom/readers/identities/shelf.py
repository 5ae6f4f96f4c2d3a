"""Which formats of leases and sign-ins can be read, and of which is a file?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from importlib import import_module
from typing import Final

from staffroom.readers.identities.reader import LARGEST, IdentityFormat, Problem
from staffroom.records.people import Claim

HEAD: Final = 65_536  # bytes of a file that its format is recognised by

# The order in which a head is shown to the formats.
BUILT_IN: Final = (
    "dhcpd_leases",
    "zeek_dhcp",
    "windows_dhcp",
    "radius_detail",
    "nps_xml",
    "nps_table",
    "windows_logons",
    "dnsmasq_leases",
)


def built_in(name: str) -> IdentityFormat:
    """Return one of the formats; each is loaded only when it is asked for."""
    found: IdentityFormat = import_module(f"staffroom.readers.identities.{name}").FORMAT
    return found


def all_formats() -> tuple[IdentityFormat, ...]:
    """Return every format."""
    return tuple(map(built_in, BUILT_IN))


def find_format(head: bytes, *, name: str = "") -> IdentityFormat | None:
    """Find the format of this name, or else the first that recognises the head of a file."""
    for chosen in all_formats() if name else ():
        if chosen.name == name:
            return chosen
    return next((known for known in map(built_in, BUILT_IN) if known.recognises(head[:HEAD])), None)


def read_identities(
    content: bytes, *, name: str = "", source: str = "", timezone: str, written_by: int
) -> Iterator[Claim | Problem]:
    """Turn a file of leases or sign-ins into claims, and into problems where it cannot be read.

    `name` is that of a format; any other text leaves it to the content. `source` is what the claims
    say that they are from, where that is not to be the format's name: two servers with one address
    between them are told apart by it. `timezone` is an IANA name.
    `written_by` is the file's own time in milliseconds since 1970 in UTC. A file over 200 MB is one problem.
    """
    if len(content) > LARGEST:
        yield Problem(0, "The file is over 200 MB. Split it at a line's end, and read the parts.")
        return
    chosen = find_format(content, name=name)
    if chosen is None:
        titles = "; ".join(known.title for known in all_formats())
        yield Problem(0, f"The file is none of these: {titles}.")
        return
    for one in chosen.read(content, timezone=timezone, written_by=written_by):
        yield replace(one, source=source) if source and isinstance(one, Claim) else one

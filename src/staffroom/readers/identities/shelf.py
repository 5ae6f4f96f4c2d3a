"""Which formats of leases and sign-ins can be read, and of which is a file?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from staffroom.readers.identities import (
    dhcpd_leases,
    dnsmasq_leases,
    nps_table,
    nps_xml,
    radius_detail,
    windows_dhcp,
    windows_logons,
    zeek_dhcp,
)
from staffroom.readers.identities.reader import LARGEST, IdentityFormat, Problem
from staffroom.records.people import Claim

HEAD = 65_536  # bytes of a file that its format is recognised by

FORMATS: tuple[IdentityFormat, ...] = (
    dhcpd_leases.FORMAT,
    zeek_dhcp.FORMAT,
    windows_dhcp.FORMAT,
    radius_detail.FORMAT,
    nps_xml.FORMAT,
    nps_table.FORMAT,
    windows_logons.FORMAT,
    dnsmasq_leases.FORMAT,
)


def find_format(head: bytes, *, name: str = "") -> IdentityFormat | None:
    """Find the format of this name, or else the first that recognises the head of a file."""
    for chosen in FORMATS:
        if chosen.name == name:
            return chosen
    return next((known for known in FORMATS if known.recognises(head[:HEAD])), None)


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
        titles = "; ".join(known.title for known in FORMATS)
        yield Problem(0, f"The file is none of these: {titles}.")
        return
    for one in chosen.read(content, timezone=timezone, written_by=written_by):
        yield replace(one, source=source) if source and isinstance(one, Claim) else one

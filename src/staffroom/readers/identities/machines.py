"""Which machine does a hardware address, or the name a machine gives itself, stand for?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from staffroom.records.people import Claim

_OCTETS = 12  # hexadecimal digits of a MAC address
_HARDWARE = re.compile(r"[0-9A-Fa-f:.-]{12,20}")
_HOST_NAME = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]{0,62}")


def read_hardware(text: str) -> str:
    """Return a MAC address in lower case with colons, "" for anything else.

    Takes `00:1A:2B:3C:4D:5E`, `00-1a-2b-3c-4d-5e`, `001A.2B3C.4D5E` and `001A2B3C4D5E`, also with
    the network's name behind it (`00-1A-2B-3C-4D-5E:staff`, as RADIUS writes a station).
    """
    bare = text.strip()[:64]
    if bare[17:18] == ":":
        bare = bare[:17]
    digits = "".join(sign for sign in bare if sign not in ":.-")
    if len(digits) != _OCTETS or not _HARDWARE.fullmatch(bare) or not digits.isalnum():
        return ""
    return ":".join(digits[place : place + 2] for place in range(0, _OCTETS, 2)).lower()


def read_host_name(text: str) -> str:
    """Return the name a machine gives itself in lower case, "" for none (`*`, `-`) or no name at all."""
    bare = text.strip().strip('"')
    return bare.lower() if _HOST_NAME.fullmatch(bare) else ""


def name_machines(claims: Iterable[Claim], names: Mapping[str, str]) -> Iterator[Claim]:
    """Give each claim, and again under the host name where `names` knows one for its machine.

    The second has the same address, interval and source: the device register may hold either name.
    """
    for claim in claims:
        yield claim
        name = names.get(claim.machine, "")
        if name and name != claim.machine:
            yield replace(claim, machine=name)

"""Which machine does an address mean, however it is written?"""

from __future__ import annotations

import re
from functools import lru_cache
from ipaddress import IPv4Address, IPv6Address, ip_address

LONGEST_ADDRESS = 255  # DNS allows no longer host name
REMEMBERED = 65_536

_SEPARATED_MAC = re.compile(r"[0-9a-f]{2}([:-])[0-9a-f]{2}(?:\1[0-9a-f]{2}){4}")
_DOTTED_MAC = re.compile(r"[0-9a-f]{4}\.[0-9a-f]{4}\.[0-9a-f]{4}")  # Cisco
_BARE_MAC = re.compile(r"[0-9a-f]{12}")


@lru_cache(maxsize=REMEMBERED)
def even_out(address: str) -> str:
    """Write an IP address, a MAC address or a host name the one way in which they are compared.

    IPv6 is compressed, without brackets and zone; an IPv4 address inside IPv6 (`::ffff:…`) becomes IPv4;
    a MAC address has colons; all is lower case. What is none of these comes back in lower case, stripped.
    """
    plain = address[: LONGEST_ADDRESS + 1].strip().lower()
    mac = _mac(plain)  # no IP address looks like one
    if mac:
        return mac
    parsed = ip_of(plain)
    return plain.rstrip(".") if parsed is None else str(parsed)


@lru_cache(maxsize=REMEMBERED)
def ip_of(address: str) -> IPv4Address | IPv6Address | None:
    """Read an IP address; None where it is none."""
    if "." not in address and ":" not in address:
        return None
    try:
        parsed = ip_address(address.strip().strip("[]").partition("%")[0])
    except ValueError:
        return None
    if isinstance(parsed, IPv6Address):
        return parsed.ipv4_mapped or parsed
    return parsed


def is_ip(address: str) -> bool:
    """Say whether an address is an IP address."""
    return ip_of(address) is not None


def is_mac(address: str) -> bool:
    """Say whether an address, in any usual spelling, is a MAC address."""
    return bool(_mac(address.strip().lower()))


@lru_cache(maxsize=REMEMBERED)
def _mac(plain: str) -> str:
    if not (_SEPARATED_MAC.fullmatch(plain) or _DOTTED_MAC.fullmatch(plain) or _BARE_MAC.fullmatch(plain)):
        return ""
    digits = re.sub(r"[:.-]", "", plain)
    return ":".join(digits[place : place + 2] for place in range(0, 12, 2))

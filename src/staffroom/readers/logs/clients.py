"""Which machine does a log say that a line came from?"""

from __future__ import annotations

from ipaddress import IPv6Address, ip_address

NO_CLIENT = "the address of the machine cannot be read"

_LONGEST = 64  # an IPv6 address with a zone, such as fe80::1%ethernet0


def read_address(text: bytes) -> str | None:
    """Read an IP address, and return it as the log wrote it but for two habits of servers.

    A zone (`%eth0`) is dropped, and an IPv4 address written as IPv6 (`::ffff:10.0.0.5`, RFC 4291
    §2.5.5.2) becomes the IPv4 address. None for anything else. Never raises.
    """
    if not text or len(text) > _LONGEST:
        return None
    try:
        address = ip_address(text.decode("ascii").partition("%")[0])
    except ValueError:
        return None
    if isinstance(address, IPv6Address) and address.ipv4_mapped:
        return str(address.ipv4_mapped)
    return str(address)

"""Does an address lead out of the school, or into its own network?"""

from __future__ import annotations

import ipaddress
import socket

from staffroom.notifiers.notifier import CannotDeliver, Reason


def find_place(host: str, port: int, *, may_be_inside: bool) -> str:
    """Return the number to connect to for a host.

    All numbers of the host must be public ones unless `may_be_inside`; whoever connects to the number that
    is returned, and not to the name, cannot be led elsewhere between the look and the connection. Raises
    CannotDeliver.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise CannotDeliver(Reason.UNREACHABLE, permanent=False) from None
    numbers = [str(entry[4][0]) for entry in found]
    if not may_be_inside and not all(map(is_public, numbers)):
        raise CannotDeliver(Reason.INSIDE, permanent=True)
    return numbers[0]


def is_public(number: str) -> bool:
    """Say whether an IP number is one of the open Internet."""
    try:
        address = ipaddress.ip_address(number.partition("%")[0])
    except ValueError:
        return False
    inner = getattr(address, "ipv4_mapped", None)
    return (inner or address).is_global and not (inner or address).is_multicast

"""For whom is the network that an address lies in?"""

from __future__ import annotations

from collections.abc import Iterable
from ipaddress import IPv4Network, IPv6Network, ip_network

from staffroom.records.people import Network, NetworkKind
from staffroom.rules.addresses import ip_of

# Of two kinds for one range the earlier holds: a doubt never makes a pupil's line a line of staff.
CAUTION = (NetworkKind.PUPIL, NetworkKind.GUEST, NetworkKind.SHARED, NetworkKind.STAFF)

Block = tuple[int, int, int, int, NetworkKind]  # negative length, caution, mask, first address, kind


def range_of(text: str) -> IPv4Network | IPv6Network | None:
    """Read a range in CIDR notation, such as 10.20.0.0/16; None where it is none.

    Host bits are passed over: 10.20.3.4/16 is the same range.
    """
    try:
        return ip_network(text.strip(), strict=False)
    except ValueError:
        return None


class Networks:
    """The school's networks; of ranges inside each other the narrowest counts."""

    def __init__(self, networks: Iterable[Network]) -> None:
        self._blocks: dict[int, list[Block]] = {4: [], 6: []}
        for network in networks:
            parsed = range_of(network.range)
            if parsed is not None:
                block = _block(parsed, network.kind)
                self._blocks[parsed.version].append(block)
        for blocks in self._blocks.values():
            blocks.sort()

    def kind(self, address: str) -> NetworkKind | None:
        """Say for whom the network of an address is; None outside all of them, or for no IP address."""
        parsed = ip_of(address)
        if parsed is None:
            return None
        number = int(parsed)
        for _, _, mask, first, kind in self._blocks[parsed.version]:
            if number & mask == first:
                return kind
        return None


def _block(parsed: IPv4Network | IPv6Network, kind: NetworkKind) -> Block:
    return (-parsed.prefixlen, CAUTION.index(kind), int(parsed.netmask), int(parsed.network_address), kind)

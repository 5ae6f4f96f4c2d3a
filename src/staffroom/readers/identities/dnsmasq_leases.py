"""Which machine held which address, according to dnsmasq's leases file?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta

from staffroom.readers.identities.machines import read_hardware, read_host_name
from staffroom.readers.identities.moments import as_moment
from staffroom.readers.identities.reader import IdentityFormat, Problem
from staffroom.readers.identities.texts import number_lines
from staffroom.readers.logs.clients import read_address
from staffroom.readers.logs.times import is_sensible, parse_epoch
from staffroom.records.people import Claim

_LEASE = re.compile(
    rb"^(?:0|\d{9,10}) (?:[0-9A-Fa-f]{2}-)?(?:[0-9A-Fa-f]{2}:){5}[0-9A-Fa-f]{2} [0-9.]{7,15} \S+ \S+\s*$",
    re.MULTILINE,
)
_DUID_WITH_HARDWARE = ("00:01", "00:03")  # RFC 8415 §11.2 and §11.4; both end in the hardware address
_ETHERNET = "00:01"
_FEWEST_WORDS = 4
_ENDLESS = "0"


class DnsmasqLeasesFormat:
    """dnsmasq's leases: the end of the lease, the machine, the address, its name, its client id.

    The file does not say when a lease began, nor how long its leases are. The claim holds
    from `length` before its end, and at the latest from when the file was written, at which
    moment the lease was there. An endless lease is known from that moment only.
    """

    name = "dnsmasq-leases"
    title = "dnsmasq or Pi-hole leases"

    def __init__(self, length: timedelta = timedelta(hours=12)) -> None:
        self._length = length

    def recognises(self, head: bytes) -> bool:
        """Say whether a line of the head is a lease of an IPv4 address."""
        return _LEASE.search(head) is not None

    def read(self, content: bytes, *, timezone: str, written_by: int) -> Iterator[Claim | Problem]:
        """Turn leases into claims; see `identities.reader.IdentityFormat`."""
        written = as_moment(written_by if is_sensible(written_by) else None)
        for number, line in number_lines(content):
            words = line.split()
            if words and words[0] != "duid":  # the server's own identity, above its IPv6 leases
                yield from self._read_lease(number, words, written)

    def _read_lease(
        self, number: int, words: list[str], written: datetime | None
    ) -> Iterator[Claim | Problem]:
        """Turn one lease into its claims, or into the problem that it is."""
        address = read_address(words[2].encode("ascii", "replace")) if len(words) >= _FEWEST_WORDS else None
        if address is None:
            yield Problem(number, "The line is no lease: an end, a machine, an address and a name.")
            return
        hardware = _find_hardware(words)
        name = read_host_name(words[3])
        span = self._find_span(words[0], written)
        if span is None:
            yield Problem(number, "The end of the lease is no date; a router without a clock writes none.")
        elif not hardware and not name:
            yield Problem(number, "The lease names no machine.")
        else:
            claim = Claim(address, *span, self.name, machine=hardware or name)
            yield claim
            if hardware and name:
                yield replace(claim, machine=name)

    def _find_span(self, text: str, written: datetime | None) -> tuple[datetime, datetime | None] | None:
        """Return from when to when a lease holds that ends at `text`, in seconds since 1970."""
        if text == _ENDLESS:
            return None if written is None else (written, None)
        ends = as_moment(parse_epoch(text.encode("ascii", "replace")))
        if ends is None:
            return None
        return min(ends - self._length, written or ends), ends


def _find_hardware(words: list[str]) -> str:
    """Find the hardware address: in the second column, or for IPv6 at the end of the client's DUID."""
    hardware = read_hardware(words[1].rpartition("-")[2])  # 06-00:1a:…: a network that is not Ethernet
    if hardware or len(words) <= _FEWEST_WORDS:
        return hardware
    duid = words[4]
    if duid[:5] in _DUID_WITH_HARDWARE and duid[6:11] == _ETHERNET:
        return read_hardware(duid[-17:])
    return ""


FORMAT: IdentityFormat = DnsmasqLeasesFormat()

"""What does a line of dnsmasq's query log, or of Pi-hole's pihole.log, say?"""

from __future__ import annotations

import re

from staffroom.readers.logs.hosts import clean_host
from staffroom.readers.logs.lookups import CUT_OFF, make_lookup
from staffroom.readers.logs.prefixes import find_moment
from staffroom.readers.logs.reader import Context, Lines, LogFormat
from staffroom.readers.logs.times import find_zone
from staffroom.records.requests import Grade, Request, Unreadable

# "dnsmasq-dhcp[123]:" in the same file is about leases, not lookups.
_LINE = re.compile(rb"\bdnsmasq(?:\[\d{1,10}\])?: ")


class _DnsmasqLines:
    """Lines such as `Sep  7 09:01:02 dnsmasq[123]: query[A] www.example.org from 10.0.0.5`.

    Only a query names a client. What follows it (`forwarded`, `reply`, `cached`, `config … is`, and
    Pi-hole's `gravity blocked`) tells the answer and not who asked, so these lines are passed over,
    and a lookup that was answered with a block still reads as a lookup.
    """

    def __init__(self, context: Context) -> None:
        self._context = context
        self._zone = find_zone(context.timezone)

    def read(self, line: bytes) -> Request | Unreadable | None:
        """Turn a query into a lookup; see `readers.logs.reader.Lines`."""
        prefix, query, rest = line.partition(b" query[")
        if not query:
            return None
        question = rest.partition(b"] ")[2]
        # A name may hold spaces, and so even " from ": the client is what follows the last one.
        asked, mark, client = question.rpartition(b" from ")
        listing = self._context.listings.listing(clean_host((asked if mark else question).strip()))
        if listing is None:
            return None
        if not mark:
            return Unreadable(CUT_OFF)
        at = find_moment(prefix, self._zone, self._context.written_by)
        return make_lookup(at, client.strip(), listing)


class DnsmasqFormat:
    """dnsmasq with `log-queries` (or `log-queries=extra`), and Pi-hole, which is built on it."""

    name = "dnsmasq"
    title = "dnsmasq or Pi-hole query log"
    grade = Grade.NAME_LOOKED_UP

    def recognises(self, head: bytes) -> bool:
        """Say whether dnsmasq itself writes lines in this file."""
        return _LINE.search(head) is not None

    def open(self, head: bytes, context: Context) -> Lines:
        """Be ready to take lines; the head says nothing."""
        return _DnsmasqLines(context)


FORMAT: LogFormat = DnsmasqFormat()

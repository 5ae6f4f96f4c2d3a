"""What does a line of BIND's query log say?"""

from __future__ import annotations

import re
from datetime import tzinfo

from staffroom.readers.logs.hosts import clean_host
from staffroom.readers.logs.lookups import CUT_OFF, make_lookup
from staffroom.readers.logs.prefixes import find_moment
from staffroom.readers.logs.reader import Context, Lines, LogFormat
from staffroom.readers.logs.times import find_zone
from staffroom.records.requests import Grade, Request, Unreadable

_QUERY = b": query: "
_LINE = re.compile(rb"\bclient (?:@0x[0-9a-f]{1,16} )?[0-9A-Fa-f.:%]{2,64}#\d{1,5}\b[^\n]{0,600}: query: ")
_PROGRAM = re.compile(rb"\bnamed(?:\[\d{1,10}\])?: ")


class _BindLines:
    """Lines such as `07-Sep-2026 09:01:02.123 client 10.0.0.5#56256 (…): query: www.example.org IN A + (…)`.

    Category, severity, the pointer after `client`, the name in brackets and the view may each be
    missing. A line of a response policy zone (`rpz … rewrite`) is about an answer and is passed over.
    """

    def __init__(self, context: Context) -> None:
        self._context = context
        self._zone = find_zone(context.timezone)

    def read(self, line: bytes) -> Request | Unreadable | None:
        """Turn a query into a lookup; see `readers.logs.reader.Lines`."""
        before, query, question = line.partition(_QUERY)
        if not query:
            return None
        name, _, kind = question.partition(b" ")
        listing = self._context.listings.listing(clean_host(name.strip()))
        if listing is None:
            return None
        prefix, mark, asked_by = (b" " + before).partition(b" client ")
        if not mark or not kind:
            return Unreadable(CUT_OFF)
        at = _find_moment(prefix.strip(), self._zone, self._context.written_by)
        return make_lookup(at, _find_client(asked_by), listing)


def _find_client(asked_by: bytes) -> bytes:
    """Find the address in `@0x7f264c465b08 10.0.0.5#56256 (www.example.org): view inside`."""
    words = asked_by.split(None, 2)
    address = words[1] if len(words) > 1 and words[0][:1] == b"@" else asked_by
    return address.partition(b"#")[0]


def _find_moment(prefix: bytes, zone: tzinfo, written_by: int) -> int | None:
    """Find BIND's own time, which knows the year; without one, the time of syslog before it."""
    program = _PROGRAM.search(prefix)
    own = find_moment(prefix[program.end() :], zone, written_by) if program else None
    return find_moment(prefix, zone, written_by) if own is None else own


class BindFormat:
    """BIND 9 with the category `queries` logged, to a file or by syslog (its bin/named/query.c)."""

    name = "bind"
    title = "BIND query log"
    grade = Grade.NAME_LOOKED_UP

    def recognises(self, head: bytes) -> bool:
        """Say whether a line is a client's query in BIND's words."""
        return _LINE.search(head) is not None

    def open(self, head: bytes, context: Context) -> Lines:
        """Be ready to take lines; the head says nothing."""
        return _BindLines(context)


FORMAT: LogFormat = BindFormat()

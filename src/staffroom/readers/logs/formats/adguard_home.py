"""What does a line of AdGuard Home's querylog.json say?"""

from __future__ import annotations

import re

from staffroom.readers.logs.hosts import clean_host
from staffroom.readers.logs.json_lines import NOT_JSON, Record, load_record, record_of, text_of
from staffroom.readers.logs.lookups import make_lookup
from staffroom.readers.logs.reader import Context, Lines, LogFormat
from staffroom.readers.logs.times import find_zone, parse_iso
from staffroom.records.requests import Grade, Request, Unreadable

_HOST = re.compile(rb'"QH":\s?"([^"\\]{1,255})"')
_LINE = re.compile(rb'^\{[^\n]{0,400}"QH":\s?"', re.MULTILINE)

# The reason FilteredSafeSearch: the answer was the address of the service's safe variant, so the
# service was reached. AdGuard Home's own pages do not count it as blocked either.
_SAFE_SEARCH = b"7"


class _AdGuardLines:
    """Lines such as `{"T":"2026-09-07T09:01:02.1+01:00","QH":"…","IP":"10.0.0.5","Result":{…}}`."""

    def __init__(self, context: Context) -> None:
        self._listings = context.listings
        self._zone = find_zone(context.timezone)

    def read(self, line: bytes) -> Request | Unreadable | None:
        """Turn a query into a lookup; see `readers.logs.reader.Lines`."""
        found = _HOST.search(line)
        if found is None or self._listings.listing(clean_host(found[1])) is None:
            return None
        record = load_record(line)
        if record is None:
            return Unreadable(NOT_JSON)
        listing = self._listings.listing(clean_host(text_of(record, "QH")))
        if listing is None:
            return None
        at = parse_iso(text_of(record, "T"), self._zone)
        return make_lookup(at, text_of(record, "IP"), listing, blocked=_is_blocked(record))


def _is_blocked(record: Record) -> bool:
    """Say whether the name was answered with a block; `Result` is empty where nothing was done."""
    result = record_of(record, "Result")
    return result.get("IsFiltered") is True and text_of(result, "Reason") != _SAFE_SEARCH


class AdGuardHomeFormat:
    """AdGuard Home's own query log, one JSON object a line (its internal/querylog/entry.go)."""

    name = "adguard-home"
    title = "AdGuard Home query log"
    grade = Grade.NAME_LOOKED_UP

    def recognises(self, head: bytes) -> bool:
        """Say whether a line is an object with AdGuard Home's key for the name asked for."""
        return _LINE.search(head.removeprefix(b"\xef\xbb\xbf")) is not None

    def open(self, head: bytes, context: Context) -> Lines:
        """Be ready to take lines; the head says nothing."""
        return _AdGuardLines(context)


FORMAT: LogFormat = AdGuardHomeFormat()

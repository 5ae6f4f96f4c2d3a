"""What does a line of Zeek's http.log, ssl.log or dns.log say, written with tabs?"""

from __future__ import annotations

import re

from staffroom.readers.logs.contents import trim_line
from staffroom.readers.logs.hosts import clean_host
from staffroom.readers.logs.reader import Context, Lines, Listings, LogFormat
from staffroom.readers.logs.zeek import LOGS, find_zeek_host, make_zeek_request
from staffroom.readers.logs.zeek_header import ZeekHeader, learn_header
from staffroom.records.requests import Grade, Request, Unreadable

_PATH = re.compile(rb"^#path[^\r\n]{1,8}?(?:http|ssl|dns)\r?$", re.MULTILINE)


class _ZeekLines:
    """Lines under a header; a header in mid-file (logs joined together) rules from there on."""

    def __init__(self, head: bytes, listings: Listings) -> None:
        self._listings = listings
        self._header = ZeekHeader()
        for line in head.splitlines():
            if not trim_line(line).startswith(b"#"):
                break
            self.read(line)

    def read(self, line: bytes) -> Request | Unreadable | None:
        """Turn a line into a request, or learn from a header; see `readers.logs.reader.Lines`."""
        line = trim_line(line)
        if line.startswith(b"#"):
            self._header = learn_header(self._header, line)
            return None
        log = self._header.log
        if self._header.width and log not in LOGS:
            return None
        whole = self._header.split(line)
        if whole is None:
            return self._judge_shape(line)
        listing = self._listings.listing(find_zeek_host(log, whole))
        return None if listing is None else make_zeek_request(log, whole, listing)

    def _judge_shape(self, line: bytes) -> Unreadable | None:
        """Say why a line that does not fit its header cannot be read, if it names a listed host."""
        values = line.split(self._header.separator)
        if not any(self._listings.listing(clean_host(value)) for value in values):
            return None
        if not self._header.width:
            return Unreadable("no line before it names its fields")
        return Unreadable("it has not as many fields as its header names")


class ZeekTabbedFormat:
    """Zeek's own ASCII logs (formerly Bro), told apart by `#path`: http, ssl and dns are read.

    `grade` is that of http.log; each request carries its own.
    """

    name = "zeek"
    title = "Zeek http, ssl or dns log"
    grade = Grade.PAGE

    def recognises(self, head: bytes) -> bool:
        """Say whether a header names one of the three logs."""
        return b"#fields" in head and _PATH.search(head) is not None

    def open(self, head: bytes, context: Context) -> Lines:
        """Learn the header; a header later in the file is learnt as it comes."""
        return _ZeekLines(head, context.listings)


FORMAT: LogFormat = ZeekTabbedFormat()

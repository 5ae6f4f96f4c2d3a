"""What does a line of Zeek's http.log, ssl.log or dns.log say, written as JSON?"""

from __future__ import annotations

import re
from dataclasses import dataclass

from staffroom.readers.logs.hosts import find_host
from staffroom.readers.logs.json_lines import NOT_JSON, Record, load_record, record_of, text_of
from staffroom.readers.logs.reader import Context, Lines, Listings, LogFormat
from staffroom.readers.logs.zeek import LOGS, find_zeek_host, make_zeek_request
from staffroom.records.requests import Grade, Request, Unreadable

_HOST = re.compile(rb'"(?:host|server_name|query|uri)":\s?"([^"\\]{1,300})')
_ORIGIN = re.compile(rb'"id[._]orig_h":|"id":\s?\{')
_PATH = re.compile(rb'"_path":\s?"([a-z]{1,40})"')
_KEYS = (b'"trans_depth":', b'"server_name":', b'"resumed":', b'"qtype":', b'"qclass":')  # http, ssl, dns
_HEAD_LINES = 200  # of the head are looked at to recognise it


@dataclass(frozen=True, slots=True)
class _Line:
    """One record, by Zeek's names. Zeek leaves unset fields out, so a missing one is unset."""

    record: Record

    def field(self, name: str) -> bytes:
        """Return a field; see `readers.logs.zeek.Fields`."""
        if name == "id.orig_h":
            return self._client()
        return text_of(self.record, name)

    def first(self, name: str) -> bytes:
        """Return the first value of a list; see `readers.logs.zeek.Fields`."""
        return self.field(name)

    def _client(self) -> bytes:
        """Return the client, which shippers of logs write in three ways."""
        return (
            text_of(self.record, "id.orig_h")
            or text_of(self.record, "id_orig_h")
            or text_of(record_of(self.record, "id"), "orig_h")
        )


class _ZeekLines:
    """Lines such as `{"ts":1788768062.1,"id.orig_h":"10.0.0.5","server_name":"www.example.org",…}`."""

    def __init__(self, listings: Listings) -> None:
        self._listings = listings

    def read(self, line: bytes) -> Request | Unreadable | None:
        """Turn a line into a request; see `readers.logs.reader.Lines`."""
        if not any(self._listings.listing(find_host(text)) for text in _HOST.findall(line)):
            return None
        record = load_record(line)
        if record is None:
            return Unreadable(NOT_JSON)
        log = _find_log(record)
        whole = _Line(record)
        listing = self._listings.listing(find_zeek_host(log, whole)) if log else None
        return None if listing is None else make_zeek_request(log, whole, listing)


def _find_log(record: Record) -> str:
    """Say of which log a record is, "" for one that is not read; `_path` rules where it is given."""
    if "_path" in record:
        path = text_of(record, "_path").decode("ascii", "replace")
        return path if path in LOGS else ""
    if "query" in record and ("qtype" in record or "qtype_name" in record or "trans_id" in record):
        return "dns"
    if "trans_depth" in record or ("method" in record and ("host" in record or "uri" in record)):
        return "http"
    return "ssl" if "server_name" in record and not _is_quic(record) else ""


def _is_quic(record: Record) -> bool:
    """Say whether a record is of quic.log, whose hellos ssl.log holds as well."""
    return "client_initial_dcid" in record or "server_scid" in record


def _is_read(line: bytes) -> bool:
    """Say by its keys alone whether a line is a record of one of the three logs."""
    if not line.startswith(b"{") or not _ORIGIN.search(line):
        return False
    path = _PATH.search(line)
    if path:
        return path[1].decode("ascii") in LOGS
    if b'"client_initial_dcid":' in line:
        return False
    return any(key in line for key in _KEYS)


class ZeekJsonFormat:
    """Zeek's logs with LogAscii::use_json, told apart by `_path` or by their keys.

    `grade` is that of http.log; each request carries its own.
    """

    name = "zeek-json"
    title = "Zeek http, ssl or dns log (JSON)"
    grade = Grade.PAGE

    def recognises(self, head: bytes) -> bool:
        """Say whether one of the first lines is a record of the three logs."""
        lines = head.removeprefix(b"\xef\xbb\xbf").split(b"\n", _HEAD_LINES)[:_HEAD_LINES]
        return any(_is_read(line) for line in lines)

    def open(self, head: bytes, context: Context) -> Lines:
        """Be ready to take lines; each names its own fields."""
        return _ZeekLines(context.listings)


FORMAT: LogFormat = ZeekJsonFormat()

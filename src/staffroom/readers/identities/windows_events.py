"""What does each row of a Windows security log say, exported as CSV?"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, tzinfo
from itertools import islice
from operator import attrgetter
from sys import intern

from staffroom.readers.identities.exported_dates import is_month_first, parse_exported
from staffroom.readers.identities.moments import as_moment
from staffroom.readers.identities.reader import Problem
from staffroom.readers.identities.texts import open_text

# What Get-WinEvent, Get-EventLog, Event Viewer, Winlogbeat and NXLog call the same columns, without
# spaces, underscores and capitals.
_NAMES = {
    "number": ("eventid", "id", "eventcode", "event.code"),
    "time": ("timecreated", "timegenerated", "dateandtime", "date", "systemtime", "@timestamp", "eventtime"),
    "user": ("targetusername", "accountname"),
    "domain": ("targetdomainname", "accountdomain"),
    "address": ("ipaddress", "sourcenetworkaddress", "clientaddress"),
    "kind": ("logontype",),
    "session": ("targetlogonid", "logonid"),
    "computer": ("computer", "machinename", "computername", "hostname"),
    "status": ("status", "resultcode"),
}
_NEEDED = ("number", "time", "user")
_DELIMITERS = (",", ";", "\t")
_HEAD_LINES = 10  # a header stands in the first lines; PowerShell may put "#TYPE …" above it
_EVENTS = frozenset(("4624", "4634", "4647", "4768", "4800", "4801"))


@dataclass(frozen=True, slots=True)
class Event:
    """One event of the security log; a text is "" where the export has no such column."""

    line: int
    number: str
    at: datetime
    user: str
    domain: str
    address: str
    kind: str
    session: str
    computer: str
    status: str


@dataclass(frozen=True, slots=True)
class _Row:
    """The cells of one row by the names above, and the line where the row ends."""

    line: int
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Header:
    """Where each column stands, and what stands between columns."""

    delimiter: str
    columns: Mapping[str, int]


def is_export(head: bytes) -> bool:
    """Say whether a head has the columns of a security log. Never raises."""
    return _find_header(head) is not None


def read_events(content: bytes, zone: tzinfo) -> Iterator[Event | Problem]:
    """Give the problems of an export, and then the events that tell of sign-ins, oldest first.

    Exports of Get-WinEvent begin with the newest event. Local times are of `zone`.
    """
    header = _find_header(content)
    if header is None:
        yield Problem(0, "No header names the columns EventID, TimeCreated and TargetUserName.")
        return
    times = (row.cells["time"] for row in _read_rows(content, header) if isinstance(row, _Row))
    month_first = is_month_first(times)
    events: list[Event] = []
    for row in _read_rows(content, header):
        event = row if isinstance(row, Problem) else _read_event(row, zone, month_first)
        if isinstance(event, Problem):
            yield event
        else:
            events.append(event)
    yield from sorted(events, key=attrgetter("at"))


def _read_event(row: _Row, zone: tzinfo, month_first: bool) -> Event | Problem:
    """Turn a row into an event, or into the problem that its time is."""
    # The same few names stand in a million rows: each is kept once.
    cells = {name: intern(text) for name, text in row.cells.items() if name != "time"}
    at = as_moment(parse_exported(row.cells["time"], zone, month_first=month_first))
    if at is None:
        return Problem(row.line, "The time of the event cannot be read.")
    return Event(line=row.line, at=at, **cells)


def _read_rows(content: bytes, header: _Header) -> Iterator[_Row | Problem]:
    """Give the rows about sign-ins."""
    reader = csv.reader(open_text(content), delimiter=header.delimiter, strict=True)
    while True:
        try:
            row = next(reader, None)
        except csv.Error:
            yield Problem(
                reader.line_num, "The row is no CSV that can be read; rows after it may be missing."
            )
            continue
        if row is None:
            return
        cells = {name: _cell(row, header.columns.get(name)) for name in _NAMES}
        if cells["number"] in _EVENTS:
            yield _Row(reader.line_num, cells)


def _cell(row: list[str], place: int | None) -> str:
    """Return one cell, "" where the row or the export has no such column."""
    return row[place].strip() if place is not None and place < len(row) else ""


def _find_header(content: bytes) -> _Header | None:
    """Find the row that names the columns."""
    lines = list(islice(open_text(content[:65_536]), _HEAD_LINES))
    for line in lines:
        for delimiter in _DELIMITERS:
            columns = _find_columns(line, delimiter)
            if all(name in columns for name in _NEEDED):
                return _Header(delimiter, columns)
    return None


def _find_columns(line: str, delimiter: str) -> dict[str, int]:
    """Find where each column stands in a row of names; the first of several wins."""
    columns: dict[str, int] = {}
    names = {alias: name for name, aliases in _NAMES.items() for alias in aliases}
    for place, cell in enumerate(line.strip().split(delimiter)):
        alias = cell.strip().strip('"').replace(" ", "").replace("_", "").lower()
        if alias in names:
            columns.setdefault(names[alias], place)
    return columns

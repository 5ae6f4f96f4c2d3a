"""What does a row of an exported table say, going by a description of its columns?

Descriptions for some products come with Staffroom (`mappings/`); a school writes its own for any other, see
`docs/reference/columns.md`.
"""

from __future__ import annotations

import tomllib
from datetime import tzinfo
from functools import cache
from importlib.resources import files

from staffroom.readers.logs.contents import (
    NO_QUOTE_END,
    TOO_FEW_FIELDS,
    decode_text,
    find_damage,
    read_octets,
    trim_line,
)
from staffroom.readers.logs.entries import find_grade, make_request
from staffroom.readers.logs.hosts import find_host
from staffroom.readers.logs.mapping import Column, Mapping, read_mapping
from staffroom.readers.logs.quotation import split_quoted
from staffroom.readers.logs.reader import Context, Lines, LogFormat
from staffroom.readers.logs.tables import Places, find_header
from staffroom.readers.logs.times import find_zone, parse_epoch_units, parse_iso, parse_local
from staffroom.records.requests import Grade, Request, Unreadable
from staffroom.records.services import Listing

BUILT_IN = ("lightspeed", "netsweeper", "securly", "smoothwall")
NO_HEADER = "the header of its file does not name the columns of the mapping"


class Columns:
    """Any of the tables that we have a description of, or the one that the school's mapping describes."""

    name = "columns"
    title = "Exported table (CSV) with known columns"
    grade = Grade.PAGE

    def recognises(self, head: bytes) -> bool:
        """Say whether the head has the header of a table that we have a description of."""
        return _find_built_in(head) is not None

    def open(self, head: bytes, context: Context) -> Lines:
        """Learn the columns; ValueError where the school's mapping cannot be used."""
        if context.mapping is not None:
            return for_mapping(context.mapping).open(head, context)
        return MappedTable(_find_built_in(head) or built_in(BUILT_IN[0])).open(head, context)


class MappedTable:
    """The tables that one mapping describes."""

    def __init__(self, mapping: Mapping) -> None:
        self._mapping = mapping
        self.name = mapping.name
        self.title = mapping.title
        self.grade = _best_grade(mapping)

    def recognises(self, head: bytes) -> bool:
        """Say whether the head has the header that the mapping says to recognise it by."""
        wanted = [name.encode() for name in self._mapping.recognised_by]
        return find_header(head, self._mapping.delimiter, wanted) is not None

    def open(self, head: bytes, context: Context) -> Lines:
        """Learn from the header where each column stands."""
        places: Places | None = {}
        if self._mapping.header and self._mapping.names:
            places = find_header(head, self._mapping.delimiter, [n.encode() for n in self._mapping.names])
        return TableLines(self._mapping, places, context)


class TableLines:
    """Rows of a table that a mapping describes."""

    def __init__(self, mapping: Mapping, places: Places | None, context: Context) -> None:
        self._mapping = mapping
        self._places = places
        self._listings = context.listings
        self._zone: tzinfo = find_zone(mapping.zone or context.timezone)

    def read(self, line: bytes) -> Request | Unreadable | None:
        """Turn one row into a request; see `reader.Lines`."""
        line = trim_line(line)
        if not line or line.startswith(b"#"):
            return None
        if self._places is None:
            return Unreadable(NO_HEADER)
        values = find_damage(line) or split_quoted(line, self._mapping.delimiter)
        if isinstance(values, Unreadable) or values is None:
            return values or Unreadable(NO_QUOTE_END)
        targets = [target for name in ("host", "url") if (target := self._value(values, name)) is not None]
        if not targets:
            return Unreadable(TOO_FEW_FIELDS)
        host = next(filter(None, map(find_host, targets)), b"")
        listing = self._listings.listing(host)
        return None if listing is None else self._make(listing, values)

    def _make(self, listing: Listing, values: list[bytes]) -> Request | Unreadable:
        octets = read_octets(self._value(values, "octets") or b"")
        referrer = self._value(values, "referrer")
        return make_request(
            listing,
            ended_at=self._read_moment(values),
            client=self._value(values, "client") or b"",
            user=self._value(values, "user") or b"",
            octets=octets,
            blocked=self._is_blocked(values),
            grade=Grade.NAME_LOOKED_UP if self._mapping.lookups else find_grade(referrer, octets),
            referrer=referrer,
            content_type=self._value(values, "content_type"),
        )

    def _value(self, values: list[bytes], meaning: str) -> bytes | None:
        column = self._mapping.columns.get(meaning)
        return None if column is None else self._pick(values, column)

    def _pick(self, values: list[bytes], column: Column) -> bytes | None:
        """Return the value of a column, None where the row is too short."""
        if isinstance(column, int):
            place = column - 1
        else:
            place = (self._places or {})[column.strip().lower().encode()]
        return values[place].strip() if place < len(values) else None

    def _read_moment(self, values: list[bytes]) -> int | None:
        stamp = b" ".join(self._pick(values, column) or b"" for column in self._mapping.time)
        return next(filter(None, (_parse(stamp, p, self._zone) for p in self._mapping.patterns)), None)

    def _is_blocked(self, values: list[bytes]) -> bool:
        column = self._mapping.blocked_column
        value = None if column is None else self._pick(values, column)
        return value is not None and decode_text(value).lower() in self._mapping.blocked_values


def for_mapping(mapping: object) -> LogFormat:
    """Make the format that a school's mapping (parsed TOML) describes; ValueError where it cannot be used."""
    return MappedTable(read_mapping(mapping))


@cache
def built_in(name: str) -> Mapping:
    """Return one of the descriptions that come with Staffroom."""
    text = files("staffroom.readers.logs").joinpath("mappings", f"{name}.toml").read_text("utf-8")
    return read_mapping(tomllib.loads(text))


def _find_built_in(head: bytes) -> Mapping | None:
    """Find the description whose columns the head names."""
    mappings = map(built_in, BUILT_IN)
    return next((mapping for mapping in mappings if MappedTable(mapping).recognises(head)), None)


def _parse(stamp: bytes, pattern: str, zone: tzinfo) -> int | None:
    if pattern == "iso":
        return parse_iso(stamp, zone)
    if pattern == "epoch":
        return parse_epoch_units(stamp)
    return parse_local(stamp, pattern, zone)


def _best_grade(mapping: Mapping) -> Grade:
    """Say how much the best row of such a table can see."""
    if mapping.lookups:
        return Grade.NAME_LOOKED_UP
    referrer = b"" if "referrer" in mapping.columns else None
    return find_grade(referrer, 0 if "octets" in mapping.columns else None)


FORMAT: LogFormat = Columns()

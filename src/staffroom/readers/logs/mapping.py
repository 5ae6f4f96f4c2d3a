"""Which column of an exported table means what, in a school's or our own description of it?"""

from __future__ import annotations

import re
from collections.abc import Mapping as AnyMapping
from dataclasses import dataclass
from datetime import UTC, datetime

from staffroom.readers.logs.times import find_zone

MEANINGS = ("client", "user", "host", "url", "octets", "referrer", "content_type")
DELIMITERS = {"comma": b",", "tab": b"\t", "semicolon": b";", ",": b",", "\t": b"\t", ";": b";", "|": b"|"}

Column = str | int  # a name in the header, or a number counted from 1


@dataclass(frozen=True, slots=True)
class Mapping:
    """The description of a table; see `docs/reference/columns.md`.

    `patterns` are tried in order: "iso", "epoch" or a `strptime` pattern, which alone says whether day or
    month comes first. `zone` is "" for the school's own. `recognised_by` are names of columns that together
    are found in no other table. `verified` says whether somebody has held it against a real export.
    """

    name: str
    title: str
    delimiter: bytes
    header: bool
    time: tuple[Column, ...]
    patterns: tuple[str, ...]
    zone: str
    columns: AnyMapping[str, Column]
    blocked_column: Column | None = None
    blocked_values: frozenset[str] = frozenset()
    recognised_by: tuple[str, ...] = ()
    lookups: bool = False
    verified: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """Return all the column names that the mapping uses, without the numbers."""
        used = (*self.time, *self.columns.values(), self.blocked_column, *self.recognised_by)
        return tuple(column for column in used if isinstance(column, str))


def read_mapping(raw: object) -> Mapping:
    """Read a mapping as parsed from TOML; ValueError with one sentence where it cannot be used."""
    table = _table(raw, "The mapping")
    time = _table(table.get("time"), "The part [time] of the mapping")
    columns = _table(table.get("columns"), "The part [columns] of the mapping")
    blocked = _table(table.get("blocked", {}), "The part [blocked] of the mapping")
    mapping = Mapping(
        name=_text(table, "name", "columns"),
        title=_text(table, "title", "A table described by a mapping"),
        delimiter=_delimiter(table.get("delimiter", ",")),
        header=table.get("header", True) is True,
        time=_columns(time.get("columns"), "columns of [time]"),
        patterns=_texts(time.get("patterns", "iso"), "patterns of [time]"),
        zone=_zone(_text(time, "zone", "")),
        columns={name: _column(column, name) for name, column in columns.items()},
        blocked_column=_column(blocked["column"], "column of [blocked]") if "column" in blocked else None,
        blocked_values=frozenset(
            word.lower() for word in _texts(blocked.get("values", ()), "values of [blocked]")
        ),
        recognised_by=_texts(table.get("recognised_by", ()), "recognised_by"),
        lookups=table.get("lookups") is True,
        verified=table.get("verified") is True,
    )
    _check(mapping)
    return mapping


def _check(mapping: Mapping) -> None:
    """Raise ValueError where the parts do not make sense together."""
    unknown = sorted(set(mapping.columns) - set(MEANINGS))
    if unknown:
        raise ValueError(
            f"The mapping names a column {unknown[0]!r}, but only {', '.join(MEANINGS)} are known."
        )
    if not mapping.columns.keys() & {"host", "url"}:
        raise ValueError("The mapping must say which column holds the url or the host.")
    if not mapping.columns.keys() & {"client", "user"}:
        raise ValueError("The mapping must say which column holds the user or the client.")
    if not mapping.header and mapping.names:
        raise ValueError("Without a header the mapping must give columns by number, counted from 1.")
    for pattern in mapping.patterns:
        _check_pattern(pattern)
    if mapping.blocked_column is not None and not mapping.blocked_values:
        raise ValueError("The mapping names a column for blocked requests, but not which values mean it.")


def _check_pattern(pattern: str) -> None:
    """Raise ValueError where a pattern does not give back the day that it wrote."""
    if pattern in ("iso", "epoch"):
        return
    moment = datetime(2026, 9, 7, 9, 1, 2, tzinfo=UTC)
    try:
        again = datetime.strptime(moment.strftime(pattern), pattern)  # noqa: DTZ007 (only the day counts)
        is_whole = again.date() == moment.date()
    except (ValueError, re.error):  # the second where a part stands twice
        is_whole = False
    if not is_whole:
        raise ValueError("A pattern of [time] must give day, month and year once each, as %d/%m/%Y does.")


def _table(value: object, what: str) -> AnyMapping[str, object]:
    if not isinstance(value, AnyMapping):
        raise ValueError(f"{what} is missing or is not a table.")
    return value


def _text(table: AnyMapping[str, object], key: str, default: str) -> str:
    value = table.get(key, default)
    if not isinstance(value, str):
        raise ValueError(f"In the mapping, {key} must be text.")
    return value


def _texts(value: object, what: str) -> tuple[str, ...]:
    values = value if isinstance(value, (list, tuple)) else [value]
    if not all(isinstance(text, str) for text in values):
        raise ValueError(f"In the mapping, the {what} must be text or a list of texts.")
    return tuple(str(text) for text in values)


def _columns(value: object, what: str) -> tuple[Column, ...]:
    values = value if isinstance(value, (list, tuple)) else [value]
    return tuple(_column(column, what) for column in values)


def _column(value: object, what: str) -> Column:
    """Return a column's name, or its number where that is one or more."""
    if isinstance(value, str) and value.strip():
        return value
    if isinstance(value, int) and not isinstance(value, bool) and value >= 1:
        return value
    raise ValueError(f"In the mapping, the {what} must be a column's name, or its number counted from 1.")


def _delimiter(value: object) -> bytes:
    if not isinstance(value, str) or value not in DELIMITERS:
        raise ValueError("The mapping's delimiter must be comma, tab, semicolon or |.")
    return DELIMITERS[value]


def _zone(name: str) -> str:
    if name:
        find_zone(name)
    return name

"""What do the `#` lines of a Zeek log in tabs say about the lines below them?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

_SEPARATOR = b"#separator "


@dataclass(frozen=True, slots=True)
class ZeekHeader:
    """How the lines below are written; the values here are Zeek's own defaults."""

    separator: bytes = b"\t"
    set_separator: bytes = b","
    empty: bytes = b"(empty)"
    unset: bytes = b"-"
    log: str = ""  # "http", "dns", …
    columns: Mapping[str, int] = field(default_factory=dict)
    width: int = 0  # how many fields a line has; 0 before a header has named them

    def split(self, line: bytes) -> ZeekLine | None:
        """Split a line into its fields; None where it has not as many as the header names."""
        values = line.split(self.separator)
        return ZeekLine(self, values) if self.width and len(values) == self.width else None


@dataclass(frozen=True, slots=True)
class ZeekLine:
    """The fields of one line, by the names of its header."""

    header: ZeekHeader
    values: list[bytes]

    def field(self, name: str) -> bytes | None:
        """Return a field; b"" where it is unset or empty, None where this log has no such field."""
        place = self.header.columns.get(name)
        if place is None:
            return None
        value = self.values[place]
        return b"" if value in (self.header.unset, self.header.empty) else value

    def first(self, name: str) -> bytes | None:
        """Return the first value of a field that holds a set or a list; see `field`."""
        value = self.field(name)
        return value.partition(self.header.set_separator)[0] if value else value


def learn_header(header: ZeekHeader, line: bytes) -> ZeekHeader:
    """Return what is known after one more `#` line; the one that names the separator begins anew.

    `#open`, `#close`, `#types` and remarks say nothing that is needed. Never raises.
    """
    if line.startswith(_SEPARATOR):
        return ZeekHeader(separator=_unescape(line[len(_SEPARATOR) :]) or b"\t")
    name, *words = line.split(header.separator)
    return _learn_words(header, name, words) if words else header


def _learn_words(header: ZeekHeader, name: bytes, words: list[bytes]) -> ZeekHeader:
    """Return what is known after a `#` line of this name."""
    match name:
        case b"#set_separator":
            return replace(header, set_separator=words[0] or b",")
        case b"#empty_field":
            return replace(header, empty=words[0])
        case b"#unset_field":
            return replace(header, unset=words[0])
        case b"#path":
            return replace(header, log=words[0].decode("ascii", "replace"))
        case b"#fields":
            columns = {word.decode("ascii", "replace"): place for place, word in enumerate(words)}
            return replace(header, columns=columns, width=len(words))
    return header


def _unescape(text: bytes) -> bytes:
    """Turn Zeek's `\\x09` into the byte it stands for; anything else stays as it is."""
    if text[:2] == b"\\x" and len(text) == 4:
        try:
            return bytes.fromhex(text[2:].decode("ascii"))
        except ValueError:
            return text
    return text

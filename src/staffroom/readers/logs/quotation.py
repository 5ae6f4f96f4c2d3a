"""Which fields does a line have whose values may be quoted?"""

from __future__ import annotations

import csv


def split_quoted(line: bytes, delimiter: bytes = b",") -> list[bytes] | None:
    """Split a line at a delimiter of one byte, as RFC 4180 does: quoted values may hold the delimiter.

    A doubled quotation mark inside a quoted value stands for one. With a space as the delimiter several
    in a row count as one. None where a quotation mark is never closed, or was opened on an earlier line.
    """
    if b'"' not in line:
        return line.split() if delimiter == b" " else line.split(delimiter)
    if delimiter not in b" \t" and line.count(b'"') % 2:
        return None
    text = line.decode("latin-1")  # one character a byte, and back again unchanged
    mark = delimiter.decode("ascii")
    text = text.strip(" ") if mark == " " else text
    reader = csv.reader([text], delimiter=mark, strict=True, skipinitialspace=True)
    try:
        return [field.encode("latin-1") for field in next(reader)]
    except (csv.Error, StopIteration):
        return None


def unescape(value: bytes) -> bytes:
    r"""Undo `\"` and `\\` in a quoted value; any other backslash is itself, as in `DOMAIN\user`."""
    return value.replace(b'\\"', b'"').replace(b"\\\\", b"\\") if b"\\" in value else value

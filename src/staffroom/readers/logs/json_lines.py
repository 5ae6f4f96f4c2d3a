"""What does a line hold that is one JSON object?"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TypeAlias

NOT_JSON = "the line is no JSON that can be read"

Record: TypeAlias = Mapping[str, object]

_LONGEST = 1_000_000  # bytes; the longest lines of sensors are a few thousand


def load_record(line: bytes) -> Record | None:
    """Parse a line that is one JSON object; None where it is not, or is over a million bytes.

    Numbers stay text, so that no figure of a time is lost and no number is too long. Never raises.
    """
    if len(line) > _LONGEST:
        return None
    try:
        record = json.loads(line, parse_float=str, parse_int=str, parse_constant=str)
    except (ValueError, RecursionError):  # nested a thousand deep
        return None
    return record if isinstance(record, dict) else None


def text_of(record: Record, key: str) -> bytes:
    """Return a text or number of a record as bytes, the first one of a list, b"" for anything else."""
    return next(iter(texts_of(record, key)), b"")


def texts_of(record: Record, key: str) -> list[bytes]:
    """Return the texts and numbers of a list in a record; one that is no list is a list of one."""
    value = record.get(key)
    values = value if isinstance(value, list) else [value]
    return [one.encode("utf-8", "replace") for one in values if isinstance(one, str)]


def record_of(record: Record, key: str) -> Record:
    """Return a record inside a record, or an empty one where there is none."""
    value = record.get(key)
    return value if isinstance(value, dict) else {}

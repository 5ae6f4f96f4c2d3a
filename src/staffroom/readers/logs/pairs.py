"""Which named values does a line of key=value pairs hold?"""

from __future__ import annotations

import re

from staffroom.readers.logs.quotation import unescape

# A key starts only where no longer word is under way, so that a long word is looked at once.
_PAIR = re.compile(rb'(?<![\w.-])([A-Za-z_][\w-]*)=(?:"((?:[^"\\]|\\.)*+)"|([^\s"]*))')


def read_pairs(line: bytes) -> dict[bytes, bytes]:
    r"""Read `key=value` and `key="value with spaces"` wherever they stand; of a repeated key the first.

    Quoted values may hold `\"`. What is not a pair (a syslog prefix) is passed over.
    """
    pairs: dict[bytes, bytes] = {}
    for key, quoted, bare in _PAIR.findall(line):
        pairs.setdefault(key, unescape(quoted) or bare)
    return pairs


def is_torn(line: bytes) -> bool:
    """Say whether a quoted value of the line is never closed, because the line was cut off."""
    return (line.count(b'"') - line.count(b'\\"')) % 2 == 1

"""What do the bytes of a text file of Windows or Unix say?"""

from __future__ import annotations

from codecs import getincrementaldecoder
from collections.abc import Iterator
from io import BytesIO, TextIOWrapper

_PART = 1_000_000  # bytes that are looked at together
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


def open_text(content: bytes) -> TextIOWrapper:
    """Open a file as text, line ends kept: UTF-16 with its mark, UTF-8, or else Windows-1252.

    What no encoding explains becomes U+FFFD. Never raises.
    """
    return TextIOWrapper(BytesIO(content), encoding=_find_encoding(content), errors="replace", newline="")


def number_lines(content: bytes) -> Iterator[tuple[int, str]]:
    """Give each line without its end, with its number from 1."""
    for number, line in enumerate(open_text(content), 1):
        yield number, line.rstrip("\r\n")


def _find_encoding(content: bytes) -> str:
    """Find the encoding that explains a file."""
    if content[:2] in _UTF_16:
        return "utf-16"
    decoder = getincrementaldecoder("utf-8")()
    try:
        for start in range(0, len(content), _PART):
            decoder.decode(content[start : start + _PART])
    except ValueError:
        return "cp1252"
    return "utf-8-sig"

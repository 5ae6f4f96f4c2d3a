"""What do the first lines of a file look like?"""

from __future__ import annotations

from collections.abc import Callable

from staffroom.readers.logs.contents import trim_line

SAMPLE = 40  # lines that a format is recognised by


def first_lines(head: bytes, most: int = SAMPLE) -> list[bytes]:
    """Return the first lines of a file that are neither empty nor comments.

    The last one counts only where it is the only one: the head may end in the middle of it.
    """
    *whole, last = head[:65_536].split(b"\n")
    return _contents(whole)[:most] or _contents([last])


def _contents(lines: list[bytes]) -> list[bytes]:
    trimmed = map(trim_line, lines)
    return [line for line in trimmed if line and not line.startswith(b"#")]


def mostly(head: bytes, fits: Callable[[bytes], bool]) -> bool:
    """Say whether more than half of the first lines fit: a torn or foreign line must not decide."""
    lines = first_lines(head)
    return 2 * sum(map(fits, lines)) > len(lines)

"""How is a packed stream from a stranger read on without it taking all memory and time?"""

from __future__ import annotations

from typing import BinaryIO, Final

MOST_AT_ONCE: Final = 1 << 18  # bytes; no header of a tar file needs more


class TooMuch(Exception):
    """The stream asks for more than it may."""


class ForwardStream:
    """Reads on, in small parts, up to `limit` bytes; it goes back by one byte at the most.

    It is what `tarfile` needs of a file: that looks at the last byte of each member once more, and where
    a packed file really went back it would be unpacked from its beginning, again and again.
    """

    def __init__(self, packed: BinaryIO, limit: int) -> None:
        self.limit = limit
        self._packed = packed
        self._at = 0
        self._last = b""
        self._is_back = False

    def tell(self) -> int:
        """Say at which byte the stream is."""
        return self._at - self._is_back

    def seek(self, to: int) -> int:
        """Read on up to a byte; TooMuch where that is beyond the limit, or back by more than one."""
        if to == self._at - 1 and self._last:
            self._is_back = True
            return to
        if to < self._at:
            raise TooMuch
        self._is_back = False
        while self._at < to and self.read(min(to - self._at, MOST_AT_ONCE)):
            pass
        return self._at

    def read(self, size: int) -> bytes:
        """Read up to `size` bytes; TooMuch where that is a lot, or goes beyond the limit."""
        if not 0 <= size <= MOST_AT_ONCE or self._at + size > self.limit:
            raise TooMuch
        if self._is_back and size:
            self._is_back = False
            return self._last + self.read(size - 1)
        part = self._packed.read(size)
        self._at += len(part)
        self._last = part[-1:] or self._last
        return part

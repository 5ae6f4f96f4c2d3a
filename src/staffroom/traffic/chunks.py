"""How is a stream cut into chunks of whole lines, in bounded memory?"""

from __future__ import annotations

from collections.abc import Iterator
from mmap import mmap
from typing import BinaryIO, NamedTuple

from staffroom.traffic.sources import DAMAGED

LARGEST = 8 << 20  # bytes of a chunk, and so of a line
STEP = 1 << 18  # bytes asked for at once, so that damage loses nothing that came before it
BUFFERS = 4  # chunks that may be in hand at once: two being scanned, one being read, one given out


class Chunk(NamedTuple):
    """Whole lines, and where in the stream they end. `too_long` counts lines that fit in no chunk."""

    lines: memoryview
    end: int
    too_long: int = 0


class Chunks:
    """Cut a stream into chunks; `rest` is what stands after the last newline, once all is read.

    A `rest` given at the start was read from the stream already and is put back in front. `is_damaged` says
    whether the stream broke off before its end (a packed file cut short, a disk that does not answer).

    A chunk's memory is used again after `BUFFERS - 1` further chunks.
    """

    def __init__(self, stream: BinaryIO, *, offset: int, rest: bytes = b"", largest: int = LARGEST) -> None:
        self._stream = stream
        self.end = offset
        self._buffers = [mmap(-1, largest) for _ in range(BUFFERS)]  # memory is taken only where it is used
        self._largest = largest
        self._too_long = 0
        self.rest = rest
        self._is_put_back = bool(rest)
        self.is_damaged = False

    def __iter__(self) -> Iterator[Chunk]:
        turn = 0
        while True:
            buffer = self._buffers[turn % BUFFERS]
            filled = self._fill(buffer)
            if filled <= len(self.rest) and not self._is_put_back:
                break
            self._is_put_back = False
            cut = buffer.rfind(b"\n", 0, filled) + 1
            if not cut:
                self._skip_line(buffer, filled)
                continue
            self.rest = bytes(memoryview(buffer)[cut:filled])
            self.end += cut
            yield Chunk(memoryview(buffer)[:cut], self.end, self._too_long)
            self._too_long = 0
            turn += 1
        if self._too_long:
            yield Chunk(memoryview(b""), self.end, self._too_long)

    def _fill(self, buffer: mmap) -> int:
        """Put the rest of the last chunk and what follows into a buffer; return how much there is."""
        filled = len(self.rest)
        buffer[:filled] = self.rest
        view = memoryview(buffer)
        while filled < self._largest and (read := self._read(view[filled : self._largest])):
            filled += read
        return filled

    def _read(self, room: memoryview) -> int:
        """Read what comes next; nothing any more once the stream has broken off."""
        if self.is_damaged:
            return 0
        try:
            return int(self._stream.readinto1(room[:STEP]))  # type: ignore[attr-defined]
        except (*DAMAGED, OSError):
            self.is_damaged = True
            return 0

    def _skip_line(self, buffer: mmap, filled: int) -> None:
        """Keep an unfinished line as the rest; a line that fills a whole buffer is passed over."""
        if filled < self._largest:
            self.rest = bytes(memoryview(buffer)[:filled])
            return
        self._too_long += 1
        self.end += filled
        self.rest = b""
        while read := self._read(memoryview(buffer)[: self._largest]):
            newline = buffer.find(b"\n", 0, read) + 1
            self.end += newline or read
            if newline:
                self.rest = bytes(memoryview(buffer)[newline:read])
                self._is_put_back = True
                return

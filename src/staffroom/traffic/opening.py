"""How is a log opened: known again, recognised, and taken to where reading stopped?"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import BinaryIO

from staffroom.readers.logs import shelf
from staffroom.readers.logs.reader import Context, Lines, LogFormat
from staffroom.traffic.bookmarks import HEAD, find_bookmark, is_untouched, read_fully, skip_to
from staffroom.traffic.chunks import LARGEST, Chunks
from staffroom.traffic.sources import DAMAGED, Source, open_source
from staffroom.traffic.state import Bookmark

EMPTY = "It is empty."
DAMAGED_AT_ONCE = "It is damaged from its first bytes on, or not what its ending says."
NOT_TEXT = "It is not a text log. If it is packed, Staffroom reads gzip, zstd and xz."
UNKNOWN = (
    "It is in no format that Staffroom knows. Say which with --format, or describe its columns in a mapping "
    "file (see docs/reference/formats.md)."
)


@dataclass(slots=True)
class Opened:
    """An open log at the place from which to read on, or the reason why there is nothing to read."""

    problem: str = ""
    is_nothing_new: bool = False
    is_whole: bool = False  # packed, or a pipe: its last line will not grow
    format: LogFormat | None = None
    lines: Lines | None = None
    chunks: Chunks | None = None
    known: Bookmark | None = None
    head: bytes = b""
    tail: bytes = b""  # the last bytes before that place


@dataclass(frozen=True, slots=True)
class Opener:
    """Opens logs that have the bookmarks of a store; `key` is the secret that their hashes are made with."""

    bookmarks: list[Bookmark]
    key: bytes
    context: Context
    format: LogFormat | None = None

    @contextmanager
    def open(self, source: Source) -> Iterator[Opened]:
        """Open a log; what is wrong with it is said in `problem`, never raised."""
        with ExitStack() as held:
            yield self._try(source, held)

    def _try(self, source: Source, held: ExitStack) -> Opened:
        try:
            return self._opened(source, held)
        except DAMAGED:  # before OSError: a bad gzip file is one of both
            return Opened(problem=DAMAGED_AT_ONCE)
        except PermissionError:
            return Opened(problem="It may not be read. Check who may read the file.")
        except OSError as error:
            return Opened(problem=f"It could not be opened: {error.strerror or 'the disk did not answer'}.")

    def _opened(self, source: Source, held: ExitStack) -> Opened:
        stream, packing = held.enter_context(open_source(source))
        head = read_fully(stream, shelf.HEAD)
        found = self._look(source, head, packing)
        if found.lines is None:
            return found
        if source.path is not None:
            return self._from_start(source, found, held)
        found.known = None  # what was read of it by another name is known again line by line
        found.chunks = Chunks(stream, offset=0, rest=head)
        return found

    def _look(self, source: Source, head: bytes, packing: str) -> Opened:
        """Decide from a log's first bytes whether and how it is read."""
        if not head:
            return Opened(problem=EMPTY)
        known = find_bookmark(self.bookmarks, head[:HEAD], source, self.key)
        if known and is_untouched(known, source) and (packing or known.offset == source.size):
            return Opened(is_nothing_new=True, known=known, head=head)
        format = self.format or shelf.recognise(head)
        if format is None:
            return Opened(problem=NOT_TEXT if b"\0" in head else UNKNOWN)
        is_whole = bool(packing) or source.path is None or (known is not None and is_untouched(known, source))
        lines = format.open(head, self.context)
        return Opened(is_whole=is_whole, format=format, lines=lines, known=known, head=head)

    def _from_start(self, source: Source, found: Opened, held: ExitStack) -> Opened:
        """Open a file anew, its head having been looked at, and go to where reading stopped."""
        stream, packing = held.enter_context(open_source(source))
        offset = self._go_on(source, stream, found, packing)
        if offset is None:
            found.known = None
            stream, _ = held.enter_context(open_source(source))
        found.chunks = Chunks(stream, offset=offset or 0)
        return found

    def _go_on(self, source: Source, stream: BinaryIO, found: Opened, packing: str) -> int | None:
        """Return the place to read on from; None where the part read before is no longer there."""
        if found.known is None:
            return 0
        if found.head.removeprefix(b"\xef\xbb\xbf").startswith(b"#"):
            with open_source(source) as (again, _):  # not every packed file can be gone back in
                self._repeat_remarks(again, found)
        tail = skip_to(stream, found.known, packing, self.key)
        found.tail = tail or b""
        return None if tail is None else found.known.offset

    def _repeat_remarks(self, stream: BinaryIO, found: Opened) -> None:
        """Put the remarks (`#`: fields, dates) of the part read before in front of the reader again."""
        assert found.known is not None
        assert found.lines is not None
        passed = 0
        while passed < found.known.offset and (line := stream.readline(LARGEST)):
            passed += len(line)
            if line.startswith(b"#"):
                found.lines.read(line.rstrip(b"\r\n"))

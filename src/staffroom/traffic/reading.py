"""How is one open log read on, and what is kept of how far that went?"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from staffroom.records.progress import Progress
from staffroom.traffic.bookmarks import HEAD, TAIL, hash_bytes
from staffroom.traffic.chunks import LARGEST, Chunk
from staffroom.traffic.gathered import Told
from staffroom.traffic.hits import Tally
from staffroom.traffic.line_scanner import LineScanner
from staffroom.traffic.opening import Opened
from staffroom.traffic.plain_squid import look_at_squid
from staffroom.traffic.scanning import Ground, Scan, Scanner
from staffroom.traffic.sources import Source
from staffroom.traffic.squid_scanner import SquidScanner
from staffroom.traffic.state import Bookmark, Segment, State
from staffroom.traffic.stretch import Stretch

TOO_LONG = "it is longer than 8 MB"
CUT_SHORT = "It is damaged or cut short; what came before that was read."
SQUID = "squid"
HOUR = 3_600_000  # milliseconds


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one log. `problem` is a sentence where it could not be read, or not to its end."""

    name: str
    format: str = ""
    title: str = ""
    tally: Tally = field(default_factory=Tally)
    kept: int = 0
    repeated: int = 0
    pupils: int = 0
    problem: str = ""
    is_unread: bool = False  # nothing of it could be read
    is_nothing_new: bool = False
    is_unfinished: bool = False  # its last line has no end yet


class Reading:
    """One log while it is read."""

    def __init__(self, source: Source, opened: Opened, ground: Ground, key: bytes, *, today: date) -> None:
        self._source = source
        self._opened = opened
        self._ground = ground
        self._key = key
        self._today = today.isoformat()
        self._offset = opened.known.offset if opened.known and opened.chunks else 0
        self._tail = opened.tail
        self._stretch = Stretch()
        self._total = Stretch()
        self._problem = opened.problem
        self._is_unfinished = False
        self._mark = opened.known
        self.is_done = False

    def new_scanner(self) -> Scanner:
        """Make a scanner for this log's chunks."""
        assert self._opened.lines is not None
        assert self._opened.format is not None
        is_squid = self._opened.format.name == SQUID
        if is_squid and self._ground.kernels is not None:
            return SquidScanner(self._opened.lines, self._ground, LARGEST + 1)
        if is_squid:
            return LineScanner(self._opened.lines, self._ground, look_at_squid)
        return LineScanner(self._opened.lines, self._ground)

    def chunks(self) -> Iterator[Chunk]:
        """Give the log's chunks; a log that is cut short gives what can be read of it."""
        cutter = self._opened.chunks
        if cutter is None:
            return
        yield from cutter
        if cutter.is_damaged:
            self._problem = CUT_SHORT
        elif cutter.rest and self._opened.is_whole:
            yield Chunk(memoryview(cutter.rest + b"\n"), self._offset_after(cutter.rest))
        elif cutter.rest:
            self._is_unfinished = True

    def _offset_after(self, rest: bytes) -> int:
        assert self._opened.chunks is not None
        return self._opened.chunks.end + len(rest)

    def passed(self, chunk: Chunk, scan: Scan, told: Mapping[Told, int]) -> None:
        """Take account of a chunk that has been gathered."""
        if chunk.too_long:
            scan.tally.unreadable[TOO_LONG] += chunk.too_long
        self._stretch.add(scan.tally, told)
        self._total.add(scan.tally, told)
        grown = chunk.end - self._offset
        last = bytes(chunk.lines[-TAIL - 1 :])
        before = b"" if chunk.too_long else self._tail
        self._tail = (before + (last if grown >= len(chunk.lines) else last[:-1]))[-TAIL:]
        self._offset = chunk.end

    def saw_hours(self, hours: Iterable[int]) -> None:
        """Note the hours (since 1970) of listed lines."""
        self._stretch.hours.update(hours)

    def report(self, progress: Progress) -> None:
        """Say how far the reading has come, in lines; the whole is estimated from the file's size."""
        lines = self._total.tally.lines
        whole = None
        if not self._opened.is_whole and self._offset:
            whole = max(lines, lines * self._source.size // self._offset)
        unreadable = sum(self._total.tally.unreadable.values())
        progress.advance(doing=f"Reading {self._source.name}", done=lines, of=whole, unreadable=unreadable)

    def finish(self) -> Outcome:
        """Say what came of the log."""
        self.is_done = True
        self._opened.chunks = self._opened.lines = None  # their buffers are large
        format = self._opened.format
        total = self._total
        return Outcome(
            name=self._source.name,
            format=format.name if format else "",
            title=format.title if format else "",
            tally=total.tally,
            kept=total.told[Told.KEPT],
            repeated=total.told[Told.REPEATED],
            pupils=total.told[Told.PUPILS],
            problem=self._problem,
            is_unread=bool(self._problem) and not total.tally.lines,
            is_nothing_new=self._opened.is_nothing_new or (not total.tally.lines and not self._problem),
            is_unfinished=self._is_unfinished,
        )

    def mark(self, state: State, day_of_hour: Callable[[int], date]) -> None:
        """Put the bookmark and the account of what was read since the last mark into the state."""
        if self._mark is not None:
            self._mark.seen = self._today
        if not self._offset:
            return
        mark = self._new_mark()
        state.bookmarks = [one for one in state.bookmarks if not self._replaces(one)]
        state.bookmarks.append(mark)
        self._mark = mark
        if self._stretch.is_news():
            state.segments.append(self._segment(day_of_hour))
        self._stretch = Stretch()

    def _new_mark(self) -> Bookmark:
        assert self._opened.format is not None
        head = self._opened.head[:HEAD]
        is_read = self.is_done and not self._problem
        return Bookmark(
            head=hash_bytes(head, self._key),
            head_length=len(head),
            tail=hash_bytes(self._tail, self._key),
            tail_length=len(self._tail),
            offset=self._offset,
            format=self._opened.format.name,
            inode=self._source.inode,
            size=self._source.size if is_read else -1,
            modified=self._source.modified,
            seen=self._today,
        )

    def _replaces(self, other: Bookmark) -> bool:
        """Say whether another bookmark is of this log: the one read on from, or one of the same file."""
        if other is self._mark:
            return True
        is_same_head = other.head == hash_bytes(self._opened.head[: other.head_length], self._key)
        return is_same_head and other.inode == self._source.inode

    def _own_hours(self) -> set[int]:
        """Return the hour of the file's own time: all that is known of a log without a listed line."""
        return {self._source.modified // HOUR} if self._source.modified else set()

    def _segment(self, day_of_hour: Callable[[int], date]) -> Segment:
        stretch = self._stretch
        assert self._opened.format is not None
        return Segment(
            name=self._source.name,
            format=self._opened.format.name,
            lines=stretch.tally.lines,
            listed=stretch.tally.listed,
            repeated=stretch.told[Told.REPEATED],
            pupils=stretch.told[Told.PUPILS],
            blind=dict(stretch.tally.blind),
            unreadable=dict(stretch.tally.unreadable),
            days=sorted({day_of_hour(hour).isoformat() for hour in stretch.hours or self._own_hours()}),
        )

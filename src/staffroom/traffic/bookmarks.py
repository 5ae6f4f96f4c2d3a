"""Has this log been read before, and how far?"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import BinaryIO

from staffroom.traffic.sources import DAMAGED, Source
from staffroom.traffic.state import Bookmark

HEAD = 1024  # bytes by which a log is known again
TAIL = 1024  # bytes before the bookmark that must still be the same


def hash_bytes(text: bytes, key: bytes) -> str:
    """Hash bytes of a log with a secret key, so that the hash speaks to nobody else."""
    return hashlib.blake2b(text, key=key, digest_size=16).hexdigest()


def find_bookmark(bookmarks: Iterable[Bookmark], head: bytes, source: Source, key: bytes) -> Bookmark | None:
    """Find the bookmark of a log that begins with `head`.

    Of several (logs whose first bytes are equal), the one of the same file, or else the one furthest on.
    """
    hashes: dict[int, str] = {}
    found = [
        one
        for one in bookmarks
        if one.head_length <= len(head)
        and hashes.setdefault(one.head_length, hash_bytes(head[: one.head_length], key)) == one.head
    ]
    return max(found, key=lambda one: (one.inode == source.inode, one.offset), default=None)


def is_untouched(bookmark: Bookmark, source: Source) -> bool:
    """Say whether a file is, by all that its folder says, as it was when it was read."""
    return source.path is not None and (bookmark.inode, bookmark.size, bookmark.modified) == (
        source.inode,
        source.size,
        source.modified,
    )


def skip_to(stream: BinaryIO, bookmark: Bookmark, packing: str, key: bytes) -> bytes | None:
    """Move a stream to the bookmark and return the bytes before it; None where it is not the same log."""
    start = bookmark.offset - bookmark.tail_length
    try:
        if packing or not stream.seekable():
            _discard(stream, start)
        else:
            stream.seek(start)
        tail = read_fully(stream, bookmark.tail_length)
    except DAMAGED:
        return None
    return tail if hash_bytes(tail, key) == bookmark.tail else None


def read_fully(stream: BinaryIO, count: int) -> bytes:
    """Read as many bytes as there are, up to `count`.

    Raises one of `sources.DAMAGED` where not even the first can be read.
    """
    parts: list[bytes] = []
    try:
        while count > 0 and (part := stream.read1(count)):  # type: ignore[attr-defined]
            parts.append(part)
            count -= len(part)
    except DAMAGED:
        if not parts:
            raise
    return b"".join(parts)


def _discard(stream: BinaryIO, count: int) -> None:
    while count > 0:
        passed = len(stream.read(min(count, 1 << 20)))
        if not passed:
            return
        count -= passed

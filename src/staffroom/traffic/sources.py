"""Which files do the given paths mean, and how is each opened, whatever it is packed in?"""

from __future__ import annotations

import glob
import gzip
import io
import lzma
import sys
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast

import zstandard

STANDARD_INPUT = "-"
PACKED = {b"\x1f\x8b": "gzip", b"\x28\xb5\x2f\xfd": "zstd", b"\xfd7zXZ\x00": "xz"}


class NotFound(Exception):
    """A path means no file; the sentence says which."""


@dataclass(frozen=True, slots=True)
class Source:
    """One log. `path` is None for standard input. `modified` is milliseconds, 0 where unknown."""

    path: Path | None
    size: int
    inode: int
    modified: int

    @property
    def name(self) -> str:
        """The name that a person sees: the file's own, not its folder's."""
        return self.path.name if self.path else "standard input"


def find_sources(paths: Iterable[str]) -> list[Source]:
    """Expand files, folders, globs and `-`; each file once, oldest first.

    Raises NotFound with a sentence for a path that means nothing.
    """
    found: dict[Path, Source] = {}
    piped = []
    for path in paths:
        if path == STANDARD_INPUT:
            piped.append(Source(None, 0, 0, 0))
            continue
        for file in _files(path):
            found.setdefault(file.resolve(), _describe(file))
    return sorted(found.values(), key=lambda source: (source.modified, str(source.path))) + piped[:1]


def _files(path: str) -> list[Path]:
    try:
        files = _expand(path)
    except OSError:  # a name that no file system would take
        files = []
    if not files:
        raise NotFound(
            f"There is no log at {path}. Give a file, a folder, or a pattern such as 'access.log*'."
        )
    return files


def _expand(path: str) -> list[Path]:
    given = Path(path)
    if not path:  # a variable that was never set; it would mean the folder one stands in
        return []
    if given.is_dir():
        return sorted(file for file in given.rglob("*") if file.is_file() and not file.name.startswith("."))
    if given.is_file():
        return [given]
    return [Path(match) for match in sorted(glob.glob(path, recursive=True)) if Path(match).is_file()]


def _describe(file: Path) -> Source:
    try:
        status = file.stat()
    except OSError:  # it vanished since it was listed; opening it says so
        return Source(file, 0, 0, 0)
    return Source(file, status.st_size, status.st_ino, status.st_mtime_ns // 1_000_000)


@contextmanager
def open_source(source: Source) -> Iterator[tuple[BinaryIO, str]]:
    """Open a log; give its plain bytes and how it was packed ("" for not at all).

    Reading on may raise one of `DAMAGED` where a packed file is cut short or broken.
    """
    if source.path is None:
        yield _unpacked(sys.stdin.buffer)
        return
    with source.path.open("rb") as file:
        yield _unpacked(file)


DAMAGED = (EOFError, zlib.error, lzma.LZMAError, zstandard.ZstdError, gzip.BadGzipFile)
_LARGEST_WINDOW = 1 << 27  # of zstd: 128 MB, what its command line accepts without being asked


def _unpacked(raw: BinaryIO) -> tuple[BinaryIO, str]:
    first = raw.peek(6)[:6]  # type: ignore[attr-defined]
    packing = next((kind for mark, kind in PACKED.items() if first.startswith(mark)), "")
    if packing == "gzip":
        return cast(BinaryIO, gzip.GzipFile(fileobj=raw)), packing
    if packing == "xz":
        return cast(BinaryIO, lzma.LZMAFile(raw)), packing
    if packing == "zstd":
        unpacker = zstandard.ZstdDecompressor(max_window_size=_LARGEST_WINDOW)
        unpacked = io.BufferedReader(unpacker.stream_reader(raw, read_across_frames=True))
        return unpacked, packing
    return raw, packing

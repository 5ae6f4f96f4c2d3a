"""What does an archive hold, and is every byte of it as it was written?"""

from __future__ import annotations

import gzip
import hashlib
import os
import shutil
import tarfile
import zlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import IO, BinaryIO, Final, cast

from staffroom.traffic import bag
from staffroom.traffic.bag import Extent
from staffroom.traffic.forward_stream import MOST_AT_ONCE, ForwardStream, TooMuch

FIRST_LIMIT: Final = 1 << 20  # bytes in which the archive must have said how much it holds
PER_FILE: Final = 4096  # bytes of headers and padding that tar adds, with room to spare
TEXTS: Final = (bag.DECLARATION, bag.INFORMATION, bag.MANIFEST)

BROKEN: Final = (
    *(tarfile.TarError, gzip.BadGzipFile, zlib.error, EOFError, FileExistsError, NotADirectoryError),
    *(ValueError, OverflowError, RecursionError),  # what odd headers lead to
)


class NotRestored(Exception):
    """The archive cannot be restored; the sentence says why."""


def unpack(archive: Path, into: Path) -> Extent:
    """Unpack a backup into an empty folder of its own; only its owner may read what is there then.

    Raises NotRestored where the archive is anything but a whole backup; the folder then holds rubbish.
    Takes no more memory than a few megabytes and the manifest, and no more room than the archive says.
    """
    with archive.open("rb") as file:
        if file.read(2) != b"\x1f\x8b":
            raise NotRestored(f"{archive.name} is not a backup that staffroom backup made.")
        file.seek(0)
        try:
            with gzip.GzipFile(fileobj=file) as packed:
                return _Unpacking(archive.name, into).run(cast(BinaryIO, packed))
        except TooMuch:
            raise NotRestored(f"{archive.name} holds more than it says. Use another backup.") from None
        except BROKEN:
            raise NotRestored(f"{archive.name} is damaged or cut short. Use another backup.") from None


class _Unpacking:
    """One archive while it is unpacked."""

    def __init__(self, name: str, into: Path) -> None:
        self._name = name
        self._into = into
        self._texts: dict[str, str] = {}
        self._extent: Extent | None = None
        self._hashes: dict[str, str] = {}
        self._bytes = 0
        self._top = ""

    def run(self, packed: BinaryIO) -> Extent:
        stream = ForwardStream(packed, FIRST_LIMIT)
        with tarfile.open(fileobj=cast(IO[bytes], stream), mode="r:", encoding="utf-8") as tar:
            while (member := tar.next()) is not None:
                tar.members = []  # type: ignore[attr-defined]  # or it would remember them all
                self._take(tar, member)
                if self._extent is not None:
                    stream.limit = self._limit(self._extent)
        while stream.read(MOST_AT_ONCE):  # to the end, where gzip has its check sum
            pass
        return self._proven()

    def _limit(self, extent: Extent) -> int:
        return extent.bytes + PER_FILE * (extent.files + 100) + bag.LARGEST_MANIFEST + FIRST_LIMIT

    def _take(self, tar: tarfile.TarFile, member: tarfile.TarInfo) -> None:
        if member.isdir():
            return
        if not member.isreg() or member.issparse():
            raise self._refusal("holds a link or a device, which no backup has")
        path = self._path(member.name)
        content = tar.extractfile(member)
        assert content is not None
        if path.parts[0] == bag.PAYLOAD and len(path.parts) > 1:
            self._keep(path.relative_to(bag.PAYLOAD), content, member)
        elif path.as_posix() in TEXTS and path.as_posix() not in self._texts:
            self._learn(path.as_posix(), content, member.size)

    def _path(self, name: str) -> PurePosixPath:
        """Return where a member is below the archive's one folder; refuse what is anywhere else."""
        parts = name.removeprefix("./").split("/")
        if len(name) > bag.LONGEST_NAME + 100 or {"", ".", ".."} & set(parts[1:]) or parts[0] in ("", ".."):
            raise self._refusal("holds a file that belongs outside its folder")
        self._top = self._top or parts[0]
        if parts[0] != self._top or len(parts) < 2:
            raise self._refusal("holds a file that belongs outside its folder")
        return PurePosixPath(*parts[1:])

    def _learn(self, name: str, content: IO[bytes], size: int) -> None:
        if size > bag.LARGEST_MANIFEST:
            raise TooMuch
        self._texts[name] = b"".join(_parts(content)).decode("utf-8")
        if name == bag.INFORMATION:
            self._extent = self._allowed(bag.read_information(self._texts[name]))

    def _allowed(self, extent: Extent) -> Extent:
        if extent.files > bag.MOST_FILES or extent.bytes > bag.MOST_BYTES:
            raise self._refusal("is larger than any backup may be (200,000 files or 64 GB)")
        if extent.bytes > shutil.disk_usage(self._into).free:
            raise NotRestored(
                f"There is too little room on the disk for {self._name}. Make room, then try again."
            )
        return extent

    def _keep(self, path: PurePosixPath, content: IO[bytes], member: tarfile.TarInfo) -> None:
        self._bytes += member.size
        if (
            self._extent is None
            or len(self._hashes) == self._extent.files
            or self._bytes > self._extent.bytes
        ):
            raise TooMuch
        kept = self._into / path
        for parent in reversed(path.parents):
            (self._into / parent).mkdir(exist_ok=True, mode=0o700)
        digest = hashlib.sha256()
        handle = os.open(kept, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as file:
            for part in _parts(content):
                digest.update(part)
                file.write(part)
        modified = round(member.mtime * 1_000_000) * 1_000
        os.utime(kept, ns=(modified, modified))
        self._hashes[path.as_posix()] = digest.hexdigest()

    def _proven(self) -> Extent:
        """Return how much there is, once everything is as it was written."""
        if self._extent is None or set(self._texts) != set(TEXTS):
            raise NotRestored(f"{self._name} is not a backup that staffroom backup made.")
        if (self._bytes, len(self._hashes)) != (self._extent.bytes, self._extent.files):
            raise EOFError
        if bag.read_manifest(self._texts[bag.MANIFEST]) != self._hashes:
            raise self._refusal("is damaged: a file in it is not as it was written")
        return self._extent

    def _refusal(self, what: str) -> NotRestored:
        return NotRestored(f"{self._name} {what}. Use another backup.")


def _parts(content: IO[bytes]) -> Iterator[bytes]:
    while part := content.read(MOST_AT_ONCE):
        yield part

"""How is a school's folder put into one archive, whole or not at all?"""

from __future__ import annotations

import hashlib
import io
import os
import secrets
import tarfile
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import BinaryIO, Final

from staffroom.traffic import bag
from staffroom.traffic.bag import Extent
from staffroom.traffic.sealing import Seal, sealed

NAME: Final = "staffroom-backup"  # of the one folder in the archive
UNNEEDED: Final = ("traffic/lock", "traffic/state.json.new")
PACKING: Final = 1  # of 9: evidence is packed already and keys are random, so more effort gains little
OPEN_TO_OWNER: Final = 0o600


class NotBackedUp(Exception):
    """The backup cannot be made; the sentence says why."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A file to put in: its name below the school's folder, with forward slashes, and where it is."""

    name: str
    path: Path
    size: int
    modified: int  # nanoseconds since 1970

    @classmethod
    def of(cls, name: str, path: Path) -> Piece:
        """Look at a file."""
        status = path.stat()
        return cls(name, path, status.st_size, status.st_mtime_ns)


@dataclass(frozen=True, slots=True)
class Backup:
    """What was put into an archive, how large the archive is, and its SHA-256."""

    extent: Extent
    size: int
    sha256: str


def back_up(
    folder: Path,
    archive: Path,
    *,
    made_at: datetime,
    release: str,
    stand_ins: Mapping[str, Path] | None = None,
    left_out: Collection[str] = (),
    seal: Seal | None = None,
) -> Backup:
    """Put a folder into a new archive that only its owner may read.

    `made_at` is aware. `stand_ins` are files that are put in under a name below the folder, whatever is
    there under that name; `left_out` are further names that are not put in. `seal` turns the archive into
    what is written. Nobody else may write to the folder meanwhile. Raises NotBackedUp, and OSError where the
    disk does not do its part; then there is no archive.
    """
    _refuse_place(folder, archive)
    pieces = _gather(folder, stand_ins or {}, left_out)
    extent = Extent(sum(piece.size for piece in pieces), len(pieces), made_at)
    if extent.files > bag.MOST_FILES or extent.bytes > bag.MOST_BYTES:
        raise NotBackedUp("The school's folder is too large for one backup (200,000 files or 64 GB).")
    with _written_whole(archive) as file, sealed(seal, file) as plain:
        _write(plain, pieces, extent, release)
    with archive.open("rb") as written:
        return Backup(extent, archive.stat().st_size, hashlib.file_digest(written, "sha256").hexdigest())


def _gather(folder: Path, stand_ins: Mapping[str, Path], left_out: Collection[str]) -> list[Piece]:
    passed_over = {*left_out, *stand_ins}
    own = [piece for piece in find_pieces(folder) if piece.name not in passed_over]
    others = [Piece.of(name, path) for name, path in stand_ins.items()]
    return sorted([*own, *others], key=lambda piece: piece.name)


def _refuse_place(folder: Path, archive: Path) -> None:
    if not folder.is_dir():
        raise NotBackedUp(f"There is nothing to back up: {folder} is no folder.")
    if archive.exists():
        raise NotBackedUp(f"{archive} is there already. Give the backup another name.")
    if archive.resolve().is_relative_to(folder.resolve()):
        raise NotBackedUp("A backup within the school's folder is lost with it. Choose another place.")


def find_pieces(folder: Path) -> list[Piece]:
    """Return the folder's files, sorted by name; what a link leads to counts as what it is called.

    Pipes, sockets and devices are passed over, and so is a link that leads back to a folder it is in.
    """
    pieces: list[Piece] = []
    for name, path in _walk(folder, "", frozenset()):
        if len(pieces) > bag.MOST_FILES:
            break
        if name not in UNNEEDED:
            _refuse_name(name)
            pieces.append(Piece.of(name, path))
    return sorted(pieces, key=lambda piece: piece.name)


def _walk(folder: Path, below: str, inside: frozenset[Path]) -> Iterator[tuple[str, Path]]:
    here = folder.resolve()
    if here in inside:
        return
    for path in folder.iterdir():
        if path.is_dir():
            yield from _walk(path, f"{below}{path.name}/", inside | {here})
        elif path.is_file():
            yield f"{below}{path.name}", path


def _refuse_name(name: str) -> None:
    try:
        name.encode("utf-8")
    except UnicodeEncodeError:
        sentence = "The name of a file in the school's folder is not text. Rename it, then try again."
        raise NotBackedUp(sentence) from None
    if len(name) > bag.LONGEST_NAME:
        raise NotBackedUp(
            "The name of a file in the school's folder is too long. Shorten it, then try again."
        )


@contextmanager
def _written_whole(archive: Path) -> Iterator[BinaryIO]:
    """Give a file that takes the archive's name at the end, or is gone."""
    new = archive.with_name(f".{archive.name}.{secrets.token_hex(4)}.new")
    try:
        handle = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, OPEN_TO_OWNER)
        with os.fdopen(handle, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        os.replace(new, archive)
    finally:
        new.unlink(missing_ok=True)


def _write(file: BinaryIO, pieces: list[Piece], extent: Extent, release: str) -> None:
    with tarfile.open(
        fileobj=file, mode="w:gz", format=tarfile.PAX_FORMAT, compresslevel=PACKING, encoding="utf-8"
    ) as tar:
        at = int(extent.made_at.timestamp())
        _add_text(tar, bag.DECLARATION, bag.VERSION, at)
        _add_text(tar, bag.INFORMATION, bag.write_information(extent, release), at)
        hashes = {piece.name: _add_piece(tar, piece) for piece in pieces}
        _add_text(tar, bag.MANIFEST, bag.write_manifest(hashes), at)


def _add_text(tar: tarfile.TarFile, name: str, text: str, at: int) -> None:
    content = text.encode("utf-8")
    tar.addfile(_member(name, len(content), at), io.BytesIO(content))


def _add_piece(tar: tarfile.TarFile, piece: Piece) -> str:
    """Add a file and return its SHA-256; NotBackedUp where somebody changed it meanwhile."""
    with piece.path.open("rb") as file:
        hashed = _Hashed(file)
        try:
            tar.addfile(
                _member(f"{bag.PAYLOAD}/{piece.name}", piece.size, piece.modified / 1_000_000_000),
                hashed,  # type: ignore[arg-type]
            )
        except OSError as error:
            if error.errno is None:  # what tarfile says of a file that ended too soon
                raise _changed(piece) from None
            raise
    if Piece.of(piece.name, piece.path) != piece:
        raise _changed(piece)
    return hashed.digest.hexdigest()


def _changed(piece: Piece) -> NotBackedUp:
    return NotBackedUp(f"{piece.name} was changed while it was backed up. Try again.")


def _member(name: str, size: int, modified: float) -> tarfile.TarInfo:
    member = tarfile.TarInfo(f"{NAME}/{name}")
    member.size = size
    member.mtime = modified
    member.mode = OPEN_TO_OWNER
    return member


class _Hashed:
    """A file that is hashed as it is read."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.digest = hashlib.sha256()

    def read(self, size: int) -> bytes:
        """Read on."""
        part = self._file.read(size)
        self.digest.update(part)
        return part

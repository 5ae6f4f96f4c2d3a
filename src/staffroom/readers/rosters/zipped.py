"""Which files are in a zip, and are they what they seem?

What a zip says of its own sizes may be a lie, so the bytes are counted as they come out.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Collection
from typing import Final

from staffroom.readers.rosters.problems import Complaints

MOST_FILES: Final = 500
LARGEST_FILE: Final = 20_000_000  # unpacked
LARGEST_ALL: Final = 60_000_000
CHUNK: Final = 1 << 16
PACKINGS: Final = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # others may ask for any amount of memory

# What `zipfile` and what it stands on say of a zip that is none, or that was made to do harm.
BROKEN: Final = (
    zipfile.BadZipFile, NotImplementedError, RuntimeError, zlib.error, struct.error, EOFError, OSError,
    ValueError, LookupError, OverflowError, AttributeError,
)  # fmt: skip


def unpack(content: bytes, wanted: Collection[str], complaints: Complaints) -> dict[str, bytes]:
    """Return the wanted files of a zip, by name in lower case and without folders.

    Never raises: what cannot be unpacked is a complaint about the file as a whole.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as opened:
            return _unpack_all(opened, wanted, complaints)
    except BROKEN:
        complaints.say(0, "This is not a zip file that can be opened. Export it again.")
        return {}


def _unpack_all(opened: zipfile.ZipFile, wanted: Collection[str], complaints: Complaints) -> dict[str, bytes]:
    members = opened.infolist()
    if len(members) > MOST_FILES:
        complaints.say(0, f"There are more than {MOST_FILES} files in the zip, so it was not read.")
        return {}
    found: dict[str, bytes] = {}
    for member in members:
        name = _name(member)
        if name not in wanted:
            continue
        if name in found:
            complaints.say(0, f"{name} is in the zip twice. The first is read.")
            continue
        unpacked = _unpack_one(opened, member, LARGEST_ALL - sum(map(len, found.values())))
        if isinstance(unpacked, str):
            complaints.say(0, f"{name} {unpacked}")
        else:
            found[name] = unpacked
    return found


def _name(member: zipfile.ZipInfo) -> str:
    """Name a member without its folders; the folders that macOS adds hold nothing."""
    parts = member.filename.replace("\\", "/").casefold().split("/")
    return "" if "__macosx" in parts else parts[-1]


def _unpack_one(opened: zipfile.ZipFile, member: zipfile.ZipInfo, room: int) -> bytes | str:
    """Return the bytes of a member, or why it was not read."""
    if member.flag_bits & 1:
        return "is locked with a password, so it was not read."
    if member.compress_type not in PACKINGS:
        return "is packed in an unusual way, so it was not read. Make the zip again."
    most = min(LARGEST_FILE, room)
    pieces, size = [], 0
    try:
        with opened.open(member) as stream:
            while piece := stream.read(CHUNK):
                size += len(piece)
                if size > most:
                    return "is too large once unpacked, so it was not read."
                pieces.append(piece)
    except BROKEN:
        return "is damaged, so it was not read. Export it again."
    return b"".join(pieces)

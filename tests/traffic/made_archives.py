"""Archives of a made folder, and archives that nobody's backup is."""

from __future__ import annotations

import gzip
import hashlib
import io
import tarfile
from datetime import UTC, datetime
from pathlib import Path

from staffroom.traffic import bag
from staffroom.traffic.bag import Extent

AT = datetime(2026, 11, 22, 14, 30, tzinfo=UTC)
FILES = {
    "people.csv": b"person,name,accounts,standings\n",
    "identities/dhcpd.leases": b"lease\n" * 300,
    "traffic/keys/lines.key": bytes(range(32)),
    "traffic/state.json": b"{}",
    "a name with spaces, 100% and \u00e9.csv": b"",
}
DIGESTS = {name: hashlib.sha256(content).hexdigest() for name, content in FILES.items()}


def made_folder(folder: Path) -> Path:
    """Write the made folder."""
    for name, content in FILES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    """Return the files of a folder and what they hold."""
    return {
        file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()
    }


def member(name: str, content: bytes = b"", **more: object) -> tuple[tarfile.TarInfo, bytes]:
    """Make a member of an archive; `more` are attributes of its header."""
    info = tarfile.TarInfo(name)
    info.size = len(content)
    for attribute, value in more.items():
        setattr(info, attribute, value)
    return info, content


def head(extent: Extent | None = None, top: str = "b") -> list[tuple[tarfile.TarInfo, bytes]]:
    """Make the first members of a backup."""
    extent = extent or Extent(sum(map(len, FILES.values())), len(FILES), AT)
    return [
        member(f"{top}/bagit.txt", bag.VERSION.encode()),
        member(f"{top}/bag-info.txt", bag.write_information(extent, "0").encode()),
    ]


def payload(top: str = "b") -> list[tuple[tarfile.TarInfo, bytes]]:
    """Make the members that hold the made folder."""
    return [member(f"{top}/data/{name}", content) for name, content in FILES.items()]


def manifest(digests: dict[str, str] | None = None, top: str = "b") -> tuple[tarfile.TarInfo, bytes]:
    """Make the last member of a backup."""
    text = bag.write_manifest(DIGESTS if digests is None else digests)
    return member(f"{top}/manifest-sha256.txt", text.encode())


def written(file: Path, members: list[tuple[tarfile.TarInfo, bytes]]) -> Path:
    """Write an archive of these members."""
    plain = io.BytesIO()
    with tarfile.open(fileobj=plain, mode="w", format=tarfile.PAX_FORMAT) as tar:
        for info, content in members:
            tar.addfile(info, io.BytesIO(content))
    file.write_bytes(gzip.compress(plain.getvalue(), 1))
    return file

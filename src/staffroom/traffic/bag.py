"""How is a backup laid out, so that it can be opened and checked without Staffroom?

A gzipped tar file of one folder, laid out as BagIt 1.0 says (RFC 8493): `data/` holds the school's folder
as it was, `manifest-sha256.txt` what `sha256sum -c` takes, `bag-info.txt` how much there is of it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from typing import Final, NamedTuple

DECLARATION: Final = "bagit.txt"
INFORMATION: Final = "bag-info.txt"
MANIFEST: Final = "manifest-sha256.txt"
PAYLOAD: Final = "data"

VERSION: Final = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
CONTENTS: Final = "A school's folder and what Staffroom keeps in it. It holds secret keys and names."

MOST_FILES: Final = 200_000
MOST_BYTES: Final = 1 << 36  # 64 GiB, unpacked
LONGEST_NAME: Final = 1_000  # characters
LARGEST_MANIFEST: Final = 1 << 26

_OXUM = re.compile(r"^Payload-Oxum: (\d{1,15})\.(\d{1,9})$", re.MULTILINE)
_MADE_AT = re.compile(r"^Staffroom-Made-At: (\S{10,40})$", re.MULTILINE)
_LINE = re.compile(rf"([0-9a-f]{{64}}) [ *]{PAYLOAD}/(.+)")


class Extent(NamedTuple):
    """How much a backup holds, and when it was made (aware)."""

    bytes: int
    files: int
    made_at: datetime


def write_information(extent: Extent, release: str) -> str:
    """Write bag-info.txt."""
    return (
        f"Bagging-Date: {extent.made_at.date().isoformat()}\n"
        f"Staffroom-Made-At: {extent.made_at.isoformat(timespec='seconds')}\n"
        f"Bag-Software-Agent: Staffroom {release}\n"
        f"External-Description: {CONTENTS}\n"
        f"Payload-Oxum: {extent.bytes}.{extent.files}\n"
    )


def read_information(text: str) -> Extent:
    """Read bag-info.txt; ValueError where it does not say what it must."""
    oxum, made_at = _OXUM.search(text), _MADE_AT.search(text)
    if oxum is None or made_at is None:
        raise ValueError("It does not say how much there is.")
    made = datetime.fromisoformat(made_at.group(1))
    if made.tzinfo is None:
        raise ValueError("It does not say when it was made.")
    return Extent(int(oxum.group(1)), int(oxum.group(2)), made)


def write_manifest(hashes: Mapping[str, str]) -> str:
    """Write the SHA-256 of each file by its name below `data/`."""
    return "".join(f"{digest}  {PAYLOAD}/{_escaped(name)}\n" for name, digest in sorted(hashes.items()))


def read_manifest(text: str) -> dict[str, str]:
    """Read the SHA-256 of each file by its name below `data/`; ValueError for anything else."""
    hashes = {}
    for line in text.split("\n"):
        found = _LINE.fullmatch(line)
        if found:
            hashes[_unescaped(found.group(2))] = found.group(1)
        elif line:
            raise ValueError("A line of it is no hash.")
    return hashes


def _escaped(name: str) -> str:
    """RFC 8493 writes line ends, and the percent sign that this takes, as in an address."""
    return name.replace("%", "%25").replace("\n", "%0A").replace("\r", "%0D")


def _unescaped(name: str) -> str:
    return name.replace("%0A", "\n").replace("%0D", "\r").replace("%25", "%")

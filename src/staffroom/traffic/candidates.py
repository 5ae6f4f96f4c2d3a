"""Which lines name a listed domain anywhere? The plain twin of `kernels.candidates`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from staffroom.rules.blind import Blindness
from staffroom.traffic.suffixes import HOLE

WORD = re.compile(rb"[A-Za-z0-9._-]+")
TUNNEL_TO_ADDRESS = re.compile(rb"CONNECT [0-9]*\.[0-9]*\.[0-9]*\.[0-9]*(?![A-Za-z0-9._-])")
TUNNEL_TO_NEW_ADDRESS = re.compile(rb"CONNECT (\[[0-9A-Fa-f.]*:[0-9A-Fa-f.]*:[0-9A-Fa-f.:]*\])")  # IPv6
LONGEST_NAME = 253

LISTED = "listed"
ADDRESSES = "addresses"
ADDRESSES_KIND = Blindness.ADDRESSES.value


def meaning_of(host: bytes, meanings: Mapping[bytes, int]) -> int | None:
    """Return the meaning of the longest listed domain that a host (any case) is, or is under."""
    name = host.lower()
    while name:
        if name in meanings:
            return meanings[name]
        name = name.partition(b".")[2]
    return None


def look(line: bytes, meanings: Mapping[bytes, int]) -> int | str | None:
    """Say what a line names: LISTED, else the first kind of blindness or ADDRESSES, else None."""
    found: int | str | None = None
    new = TUNNEL_TO_NEW_ADDRESS.search(line) if b"CONNECT [" in line else None
    for word in WORD.finditer(line):
        here = _word(line, word, meanings)
        if here == LISTED:
            return LISTED
        if found is None:
            found = ADDRESSES if new and word.start() > new.start(1) else here
    return ADDRESSES if new and found is None else found


def _word(line: bytes, word: re.Match[bytes], meanings: Mapping[bytes, int]) -> int | str | None:
    name = word.group().removesuffix(b".")[-LONGEST_NAME:]
    meaning = meaning_of(name, meanings)
    if meaning is None or meaning == HOLE:
        follows = TUNNEL_TO_ADDRESS.match(line, max(0, word.start() - 8))
        return ADDRESSES if follows and follows.end() == word.end() else None
    return LISTED if meaning >= 0 else -1 - meaning


def find_candidates(
    chunk: bytes,
    meanings: Mapping[bytes, int],
    count: Callable[[int | str], None],
    look: Callable[[bytes, Mapping[bytes, int]], int | str | None] = look,
) -> Iterator[bytes]:
    """Yield the lines that name a listed domain or begin with `#`; tell `count` what the others name."""
    for line in chunk.split(b"\n"):
        if line[:1] == b"#":
            yield line
            continue
        if not line:
            continue
        count("line")
        found = look(line, meanings)
        if found == LISTED:
            yield line
        elif found is not None:
            count(found)

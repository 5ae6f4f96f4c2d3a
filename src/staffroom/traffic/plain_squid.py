"""What does a line of Squid's native format count as where there is no kernel? Its plain twin."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from staffroom.traffic.candidates import ADDRESSES, LISTED, look, meaning_of
from staffroom.traffic.suffixes import HOLE

# The ordinary line, as the kernel takes it, as far as its URL; every other line is an odd one.
_FIELD = rb"[\x21-\xff]*+"
ORDINARY = re.compile(
    rb"[0-9]{10}\.[0-9]{3} ++" + _FIELD + rb" " + _FIELD + rb" (?P<status>" + _FIELD + rb") " + _FIELD
    + rb" (?P<method>" + _FIELD + rb") (?P<target>" + _FIELD + rb") "
)  # fmt: skip
STATUS = re.compile(rb"TCP_[^D][\x21-\xff]*/[23]..|TCP_DENIED/403", re.DOTALL)
TARGET = re.compile(rb"(?:https?://)?([A-Za-z0-9._-]{1,253})(?:[/?].*|:[0-9]+(?:/.*)?)?", re.DOTALL)
ADDRESS = re.compile(rb"[0-9.]*[0-9]")
SHORTEST = 40

Found = int | str | None
Look = Callable[[bytes, Mapping[bytes, int]], Found]


def look_at_squid(line: bytes, meanings: Mapping[bytes, int]) -> Found:
    """Say what a line is: LISTED (put it before the reader), a kind of blindness, ADDRESSES or None."""
    parts = ORDINARY.match(line)
    if parts is None or parts.end() - 1 < SHORTEST:
        return look(line, meanings)
    if not _is_ordinary(parts["status"]):
        return None if parts["status"].endswith(b"/407") else look(line, meanings)
    target = TARGET.fullmatch(parts["target"])
    if target is None or target[1].endswith(b"."):
        return look(line, meanings)
    found = _meaning(target[1], parts["method"], meanings)
    return None if found != LISTED and parts["status"].startswith(b"TCP_DENIED") else found


def _is_ordinary(status: bytes) -> bool:
    return len(status) >= 9 and STATUS.fullmatch(status) is not None


def _meaning(host: bytes, method: bytes, meanings: Mapping[bytes, int]) -> Found:
    meaning = meaning_of(host, meanings)
    if meaning is None:
        is_tunnel = len(method) == 7 and method[:1] == b"C" and method[-1:] == b"T"
        return ADDRESSES if is_tunnel and ADDRESS.fullmatch(host) else None
    if meaning == HOLE:
        return None
    return LISTED if meaning >= 0 else -1 - meaning

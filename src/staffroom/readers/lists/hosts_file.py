"""What does a line of a hosts file block?"""

from __future__ import annotations

from staffroom.readers.lists.syntax import Syntax

# Addresses that lead nowhere: a line with one of them blocks its names. Other addresses are real machines.
_NOWHERE = frozenset({"0.0.0.0", "127.0.0.1", "127.0.1.1", "::", "::1", "0:0:0:0:0:0:0:0"})  # noqa: S104
# Names of the machine itself, with which every hosts file begins.
_OWN_NAMES = frozenset({"localhost", "localhost.localdomain", "local", "broadcasthost", "0.0.0.0"})  # noqa: S104


def read_entries(line: str) -> tuple[str, ...] | None:
    """Read `address name [name …] [# comment]`, hosts(5); only names sent nowhere are listed."""
    words = line.partition("#")[0].split()
    if not words:
        return ()
    if len(words) < 2 or not _is_like_address(words[0]):
        return None
    if words[0] not in _NOWHERE:
        return ()
    return tuple(name for name in words[1:] if name not in _OWN_NAMES and not name.startswith("ip6-"))


def _is_like_address(word: str) -> bool:
    return ":" in word or not word.strip("0123456789.")


SYNTAX = Syntax("a hosts file", read_entries)

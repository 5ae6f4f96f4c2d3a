"""Which domains does a line of a dnsmasq configuration answer for?"""

from __future__ import annotations

from staffroom.readers.lists.syntax import Syntax

_OPTIONS = frozenset({"address", "local", "server"})


def read_entries(line: str) -> tuple[str, ...] | None:
    """Read `address=/name/…`, `server=/name/…` and `local=/name/`, each with one or more names.

    `#` between the slashes is dnsmasq's "every name" and lists nothing, nor does any other option.
    Source: the manual page of dnsmasq(8), from memory, 2026-11.
    """
    if line.startswith("#"):
        return ()
    option, equals, value = line.partition("=")
    if not equals or not option.rstrip().replace("-", "").isalpha():
        return None
    value = value.strip()
    if option.rstrip() not in _OPTIONS or not value.startswith("/"):
        return ()
    names = value[1:].split("/")[:-1]
    return tuple(name.removeprefix("*").removeprefix(".") for name in names if name not in ("", "#"))


SYNTAX = Syntax("a dnsmasq configuration", read_entries)

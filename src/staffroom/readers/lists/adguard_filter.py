"""Which whole domain does a rule of an AdGuard or Adblock filter block?"""

from __future__ import annotations

from staffroom.readers.lists.syntax import Syntax

# Modifiers that leave a rule's meaning for a visit as it is. Any other (third-party, script, domain=…)
# narrows it to parts of other people's pages, and such a host is not one that a person visits.
_HARMLESS = frozenset({"all", "doc", "document", "important"})
_COSMETIC = ("##", "#@#", "#?#", "#$#", "#%#", "$$", "%%")


def read_entries(line: str) -> tuple[str, ...] | None:
    """Read `||domain^` with harmless modifiers; exceptions, cosmetic and narrower rules list nothing.

    Source: AdGuard's documentation of DNS filtering rules, from memory, 2026-11.
    """
    if line.startswith(("!", "#", "[", "@@", "/")) or any(mark in line for mark in _COSMETIC):
        return ()
    if not line.startswith("||"):
        return None if any(mark in line for mark in " \t=/|^$*") else (line,)
    pattern, _, modifiers = line[2:].partition("$")
    name = pattern.removesuffix("^")
    if "*" in name or "/" in name or not _is_harmless(modifiers):
        return ()
    return (name,)


def _is_harmless(modifiers: str) -> bool:
    return not modifiers or _HARMLESS.issuperset(modifiers.split(","))


SYNTAX = Syntax("an AdGuard filter", read_entries)

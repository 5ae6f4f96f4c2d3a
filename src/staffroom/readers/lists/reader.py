"""Which domains does a list from elsewhere hold?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from itertools import islice
from typing import Final

from staffroom.readers.lists import adguard_filter, dnsmasq_conf, domains_file, hosts_file
from staffroom.readers.lists.syntax import Syntax
from staffroom.rules.domains import is_domain, is_shared_suffix

SYNTAXES: Final = (domains_file.SYNTAX, hosts_file.SYNTAX, adguard_filter.SYNTAX, dnsmasq_conf.SYNTAX)
LARGEST: Final = 20_000_000  # bytes
MOST_NAMES: Final = 500_000
LONGEST_LINE: Final = 4_096  # bytes
SAMPLE: Final = 2_000  # lines from which the syntax is told

TOO_LARGE: Final = "The list is larger than 20 MB: choose a shorter one."
TOO_MANY: Final = "The list has more than 500,000 names: this one and those after it were left out."
NOT_A_LIST: Final = (
    "The file is no list of domains: give one domain a line, a hosts file, an AdGuard filter "
    "or a dnsmasq configuration."
)
TOO_LONG: Final = "The line is too long for a list of domains."
NOT_UNDERSTOOD: Final = "The line does not fit the syntax of the rest."
NOT_A_DOMAIN: Final = "What the line names is not the domain name of a site."
SHARED: Final = "The line names a suffix such as co.uk, which would match every site under it."


@dataclass(frozen=True, slots=True)
class ListedDomains:
    """The domains of a list, in its order and each once, and how often what was wrong.

    `problems` counts reasons, never quoting the list. `syntax` says what the list was taken for, "" where
    it was no list.
    """

    names: tuple[str, ...] = ()
    problems: Mapping[str, int] = field(default_factory=dict)
    syntax: str = ""


def read_list(content: bytes) -> ListedDomains:
    """Read a list of domains, telling its syntax from its content.

    Reads plain lists (UT1), hosts files, AdGuard filters and dnsmasq configurations of at most 20 MB
    and 500,000 names. Never raises: what could not be used is counted in `problems`.
    """
    if len(content) > LARGEST:
        return ListedDomains(problems={TOO_LARGE: 1})
    syntax = recognise(content)
    if syntax is None:
        return ListedDomains(problems={NOT_A_LIST: 1})
    return _read(content, syntax)


def recognise(content: bytes) -> Syntax | None:
    """Find the syntax in which most of the first lines name a domain; None where no line does in any."""
    lines = [line for line in islice(_lines(content), SAMPLE) if line]
    named = {syntax: sum(_names_domain(syntax, line) for line in lines) for syntax in SYNTAXES}
    best = max(SYNTAXES, key=lambda syntax: named[syntax])
    return best if named[best] else None


def _names_domain(syntax: Syntax, line: str) -> bool:
    return any(is_domain(name) for name in syntax.entries(line) or ())


def _read(content: bytes, syntax: Syntax) -> ListedDomains:
    names: dict[str, None] = {}
    problems: Counter[str] = Counter()
    for line in _lines(content):
        for name in _entries(line, syntax, problems):
            _take(name, names, problems)
    return ListedDomains(tuple(names), dict(problems), syntax.title)


def _entries(line: str | None, syntax: Syntax, problems: Counter[str]) -> tuple[str, ...]:
    if line is None:
        problems[TOO_LONG] += 1
        return ()
    entries = syntax.entries(line)
    if entries is None:
        problems[NOT_UNDERSTOOD] += 1
        return ()
    return entries


def _take(name: str, names: dict[str, None], problems: Counter[str]) -> None:
    name = name.removesuffix(".")
    if not is_domain(name):
        problems[NOT_A_DOMAIN] += 1
    elif is_shared_suffix(name):
        problems[SHARED] += 1
    elif len(names) >= MOST_NAMES and name not in names:
        problems[TOO_MANY] += 1
    else:
        names[name] = None


def _lines(content: bytes) -> Iterator[str | None]:
    """Give the lines that hold something, in small letters; None for one that is too long.

    A byte that is not ASCII becomes a character that no domain holds.
    """
    for line in BytesIO(content.removeprefix(b"\xef\xbb\xbf")):
        if len(line) > LONGEST_LINE:
            yield None
        elif stripped := line.decode("ascii", "replace").strip().lower():
            yield stripped

"""What does a line of unbound's query log say?"""

from __future__ import annotations

import re

from staffroom.readers.logs.clients import read_address
from staffroom.readers.logs.hosts import clean_host
from staffroom.readers.logs.lookups import CUT_OFF, make_lookup
from staffroom.readers.logs.prefixes import find_moment
from staffroom.readers.logs.reader import Context, Lines, LogFormat
from staffroom.readers.logs.times import find_zone
from staffroom.records.requests import Grade, Request, Unreadable

# The program and its thread, as "unbound[123:0] info: " in a file of its own (the thread in
# hexadecimal), as "unbound[123]: [123:0] info: " by syslog. "query:" and "reply:" stand where
# log-tag-queryreply is on.
_MESSAGE = re.compile(
    rb"\bunbound(?:\[[0-9a-f:]{1,24}\])?:? (?:\[[0-9a-f:]{1,24}\] )?(info|query|reply): ",
)
_LINE = re.compile(rb"\bunbound(?:\[[0-9a-f:]{1,24}\])?:? (?:\[[0-9a-f:]{1,24}\] )?[a-z]{4,10}: ")

_QUERY_WORDS = 4  # 10.0.0.5 www.example.org. A IN
_REPLY_WORDS = 8  # … and NOERROR 0.012345 0 64


class _UnboundLines:
    """Lines such as `[1788768062] unbound[123:0] info: 10.0.0.5 www.example.org. A IN`.

    With log-queries and log-replies both on, one lookup is two lines, and only the first counts.
    Where the head of the file holds replies and no query, the replies count instead.
    """

    def __init__(self, context: Context, *, of_replies: bool) -> None:
        self._context = context
        self._zone = find_zone(context.timezone)
        self._of_replies = of_replies

    def read(self, line: bytes) -> Request | Unreadable | None:
        """Turn a query into a lookup; see `readers.logs.reader.Lines`."""
        found = _MESSAGE.search(line)
        if found is None:
            return None
        words = line[found.end() :].split(None, _REPLY_WORDS)
        if _is_reply(words) is not self._of_replies or not _is_about_a_client(words):
            return None
        listing = self._context.listings.listing(clean_host(words[1]))
        if listing is None:
            return None
        if len(words) < _QUERY_WORDS:
            return Unreadable(CUT_OFF)
        at = find_moment(line[: found.start()], self._zone, self._context.written_by)
        return make_lookup(at, words[0], listing)


def _is_about_a_client(words: list[bytes]) -> bool:
    """Say whether a message begins with a client and a name; other messages name no client first."""
    return len(words) > 1 and read_address(words[0]) is not None


def _is_reply(words: list[bytes]) -> bool:
    """Say whether a message has what only a reply has: the code, the time it took, and more."""
    return len(words) >= _REPLY_WORDS


def _has_only_replies(head: bytes) -> bool:
    """Say whether a head holds replies to clients, and no query by one."""
    messages = [line[found.end() :].split() for line in head.splitlines() if (found := _MESSAGE.search(line))]
    kinds = {_is_reply(words) for words in messages if _is_about_a_client(words)}
    return kinds == {True}


class UnboundFormat:
    """unbound with `log-queries: yes`, in a file or by syslog (its util/net_help.c and util/log.c)."""

    name = "unbound"
    title = "unbound query log"
    grade = Grade.NAME_LOOKED_UP

    def recognises(self, head: bytes) -> bool:
        """Say whether unbound itself writes lines in this file."""
        return _LINE.search(head) is not None

    def open(self, head: bytes, context: Context) -> Lines:
        """Learn whether the file holds queries or only replies."""
        return _UnboundLines(context, of_replies=_has_only_replies(head))


FORMAT: LogFormat = UnboundFormat()

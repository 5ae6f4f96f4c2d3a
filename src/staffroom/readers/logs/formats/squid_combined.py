"""What does a line of Squid's combined format say?

`%>a %[ui %[un [%tl] "%rm %ru HTTP/%rv" %>Hs %<st "%{Referer}>h" "%{User-Agent}>h" %Ss:%Sh`
(https://www.squid-cache.org/Doc/config/logformat/, "combined")
"""

from __future__ import annotations

from typing import NamedTuple

from staffroom.readers.logs.contents import TOO_FEW_FIELDS, find_damage, read_octets, trim_line
from staffroom.readers.logs.entries import make_request
from staffroom.readers.logs.heads import mostly
from staffroom.readers.logs.hosts import find_host
from staffroom.readers.logs.reader import Context, Listings, LogFormat
from staffroom.readers.logs.squid_lines import is_no_request, is_refused
from staffroom.readers.logs.times import parse_apache
from staffroom.records.requests import Grade, Request, Unreadable


class SquidCombined:
    """Squid's combined format: it has the Referer, and neither a duration nor a content type."""

    name = "squid-combined"
    title = "Squid, combined access log"
    grade = Grade.PAGE

    def recognises(self, head: bytes) -> bool:
        """Say whether most of the first lines are of this format."""
        return mostly(head, _fits)

    def open(self, head: bytes, context: Context) -> SquidCombinedLines:
        """Be ready; the head says nothing that the lines do not."""
        return SquidCombinedLines(context.listings)


class SquidCombinedLines:
    """Lines of Squid's combined format."""

    def __init__(self, listings: Listings) -> None:
        self._listings = listings

    def read(self, line: bytes) -> Request | Unreadable | None:
        """Turn one line into a request; see `reader.Lines`. `%tl` is the time of its end."""
        line = trim_line(line)
        if not line or line.startswith(b"#"):
            return None
        fields = find_damage(line) or _split(line)
        if isinstance(fields, Unreadable):
            return fields
        if is_no_request(fields.code, fields.status):
            return None
        listing = self._listings.listing(find_host(fields.target))
        if listing is None:
            return None
        is_tunnel = fields.method == b"CONNECT"
        return make_request(
            listing,
            ended_at=parse_apache(fields.stamp),
            client=fields.client,
            user=fields.user,
            octets=read_octets(fields.octets),
            blocked=is_refused(fields.code),
            grade=Grade.NAME_AND_VOLUME if is_tunnel else Grade.PAGE,
            referrer=None if is_tunnel else fields.referrer,
        )


class _Fields(NamedTuple):
    client: bytes
    user: bytes
    stamp: bytes
    method: bytes
    target: bytes
    status: bytes
    octets: bytes
    referrer: bytes
    code: bytes


def _split(line: bytes) -> _Fields | Unreadable:
    """Split a line at its brackets and quotation marks; the user name may hold spaces."""
    front, _, rest = line.partition(b" [")
    stamp, _, rest = rest.partition(b'] "')
    request, _, rest = rest.partition(b'" ')
    who, what, answer = front.split(b" ", 2), request.split(b" ", 2), rest.split(b" ", 2)
    if len(who) < 3 or len(what) < 2 or len(answer) < 3:
        return Unreadable(TOO_FEW_FIELDS)
    quoted = answer[2].split(b'"')
    code, mark, _ = quoted[-1].strip().partition(b":")
    if len(quoted) < 5 or not mark:
        return Unreadable(TOO_FEW_FIELDS)
    return _Fields(who[0], who[2], stamp, what[0], what[1], answer[0], answer[1], quoted[1], code)


def _fits(line: bytes) -> bool:
    """Say whether a line has these fields, and at its end the result that web servers do not write."""
    fields = _split(line)
    if isinstance(fields, Unreadable) or parse_apache(fields.stamp) is None:
        return False
    return fields.code.startswith((b"TCP_", b"NONE", b"TAG_", b"UDP_"))


FORMAT: LogFormat = SquidCombined()

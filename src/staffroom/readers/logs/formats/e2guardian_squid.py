"""What does a line of e2guardian's format 3 say, which imitates Squid?

Its fields are Squid's, but the method may be `-`, the status 0 and the user the client's address again
(seen in SquidAnalyzer issue 197). Since version 5.5 a definition file
(e2guardian's configs/log_formats/logformat3) leaves the result out as `-`: such lines cannot tell a refusal.
"""

from __future__ import annotations

from staffroom.readers.logs.contents import TOO_FEW_FIELDS, find_damage, trim_line
from staffroom.readers.logs.heads import mostly
from staffroom.readers.logs.hosts import find_host
from staffroom.readers.logs.reader import Context, Listings, LogFormat
from staffroom.readers.logs.squid_lines import SquidHead, is_no_request, make_squid_request, split_head
from staffroom.readers.logs.times import parse_epoch
from staffroom.records.requests import Grade, Request, Unreadable


class E2guardianSquid:
    """e2guardian's format 3."""

    name = "e2guardian-squid"
    title = "e2guardian, log format 3 (like Squid)"
    grade = Grade.NAME_AND_VOLUME

    def recognises(self, head: bytes) -> bool:
        """Say whether most of the first lines are of this format."""
        return mostly(head, _fits)

    def open(self, head: bytes, context: Context) -> E2guardianSquidLines:
        """Be ready; the head says nothing that the lines do not."""
        return E2guardianSquidLines(context.listings)


class E2guardianSquidLines:
    """Lines of e2guardian's format 3."""

    def __init__(self, listings: Listings) -> None:
        self._listings = listings

    def read(self, line: bytes) -> Request | Unreadable | None:
        """Turn one line into a request; see `reader.Lines`."""
        line = trim_line(line)
        if not line or line.startswith(b"#"):
            return None
        fields = find_damage(line) or split_head(line)
        if isinstance(fields, Unreadable):
            return fields
        listing = (
            None
            if is_no_request(fields.code, fields.status)
            else self._listings.listing(find_host(fields.target))
        )
        if listing is None:
            return None
        last = fields.rest.rsplit(None, 2)
        if len(last) < 2:
            return Unreadable(TOO_FEW_FIELDS)
        # `DEFAULT_PARENT/` or an address stands between the two; a blank content type leaves nothing.
        user, content_type = last[0], last[2] if len(last) == 3 else b"-"
        return make_squid_request(listing, fields, user, content_type)


def _fits(line: bytes) -> bool:
    """Say whether a line has Squid's fields with e2guardian's oddities."""
    fields = split_head(line)
    if isinstance(fields, Unreadable) or parse_epoch(fields.stamp) is None or b"." not in fields.stamp:
        return False
    return b"://" in fields.target and _is_odd(fields) and len(fields.rest.split()) in (2, 3)


def _is_odd(fields: SquidHead) -> bool:
    """Say whether no Squid would have written these fields."""
    return fields.method == b"-" or fields.code == b"-" or b"DEFAULT_PARENT/ " in fields.rest + b" "


FORMAT: LogFormat = E2guardianSquid()

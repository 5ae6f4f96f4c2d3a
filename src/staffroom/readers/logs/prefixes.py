"""When was a line written, going by what stands before its message?"""

from __future__ import annotations

from datetime import tzinfo

from staffroom.readers.logs.times import parse_epoch, parse_iso, parse_local, parse_syslog

_MOST_WORDS = 5  # a time is three words at most; a version and a priority may stand before it


def find_moment(prefix: bytes, zone: tzinfo, written_by: int) -> int | None:
    """Find the time at the start of a line, in milliseconds since 1970 in UTC.

    Knows `[1788768062]` (unbound), `Sep  7 09:01:02` (syslog; the year comes from `written_by`, see
    `times.parse_syslog`), `2026-09-07T09:01:02.123+01:00` (rsyslog, RFC 5424, BIND's iso8601)
    and `07-Sep-2026 09:01:02.123` (BIND). A syslog priority, `<30>` or `<30>1 `, may stand before
    it. Local times are of `zone`. None where there is no such time. Never raises.
    """
    words = _drop_priority(prefix).split(None, _MOST_WORDS)
    if not words:
        return None
    first = words[0]
    if first[:1] == b"[":
        return parse_epoch(first.strip(b"[]"))
    if first[4:5] == b"-":
        return parse_iso(first, zone)
    if first[2:3] == b"-" and len(words) > 1:
        return _parse_bind(first, words[1], zone)
    return parse_syslog(b" ".join(words[:3]), zone, written_by)


def _parse_bind(day: bytes, clock: bytes, zone: tzinfo) -> int | None:
    """Read `07-Sep-2026` and `09:01:02.123`; the fraction is there unless it was switched off."""
    pattern = "%d-%b-%Y %H:%M:%S.%f" if b"." in clock else "%d-%b-%Y %H:%M:%S"
    return parse_local(day + b" " + clock, pattern, zone)


def _drop_priority(prefix: bytes) -> bytes:
    """Drop the `<30>` of a syslog message, and the version that RFC 5424 puts after it."""
    if prefix[:1] != b"<":
        return prefix
    rest = prefix.partition(b">")[2]
    return rest[2:] if rest[:2] == b"1 " else rest

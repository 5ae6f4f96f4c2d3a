"""Is the time before a message found, however the line begins?"""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from staffroom.readers.logs.prefixes import find_moment

LONDON = ZoneInfo("Europe/London")
MOMENT = 1_788_768_062_000  # 7 September 2026, 08:01:02 UTC
WRITTEN = MOMENT + 86_400_000


@pytest.mark.parametrize(
    "prefix",
    [
        b"[1788768062]",
        b"[1788768062] unbound[1:0] info:",
        b"Sep  7 09:01:02",
        b"Sep 07 09:01:02 router dnsmasq[1]:",
        b"<30>Sep  7 09:01:02 router dnsmasq[1]:",
        b"2026-09-07T09:01:02+01:00 router dnsmasq[1]:",
        b"2026-09-07T08:01:02.000Z queries: info:",
        b"2026-09-07T09:01:02.000 queries: info:",
        b"<30>1 2026-09-07T08:01:02Z router named 1 - -",
        b"07-Sep-2026 09:01:02 info:",
        b"07-Sep-2026 09:01:02.000",
    ],
)
def test_the_same_moment_is_found_in_every_way_of_writing_it(prefix: bytes) -> None:
    assert find_moment(prefix, LONDON, WRITTEN) == MOMENT


def test_thousandths_are_kept_where_they_are_written() -> None:
    assert find_moment(b"07-Sep-2026 09:01:02.123", LONDON, WRITTEN) == MOMENT + 123
    assert find_moment(b"2026-09-07T08:01:02.123Z", LONDON, WRITTEN) == MOMENT + 123


@pytest.mark.parametrize(
    "prefix", [b"", b" ", b"<30>", b"router", b"07-Sep-2026", b"[]", b"[x]", b"Sep 7", b"<30 Sep  7 09:01:02"]
)
def test_where_there_is_no_time_none_is_made_up(prefix: bytes) -> None:
    assert find_moment(prefix, LONDON, WRITTEN) is None


@given(st.datetimes(datetime(2026, 1, 2), datetime(2026, 9, 7)))  # noqa: DTZ001 (made aware below)
def test_a_syslog_time_is_never_later_than_a_day_after_the_file(moment: datetime) -> None:
    text = moment.strftime("%b %d %H:%M:%S").encode()
    found = find_moment(text, UTC, WRITTEN)

    assert found == round(moment.replace(tzinfo=UTC, microsecond=0).timestamp() * 1000)


@given(st.binary(max_size=60))
def test_no_bytes_are_too_strange(prefix: bytes) -> None:
    assert find_moment(prefix, LONDON, WRITTEN) is None or find_moment(prefix, LONDON, WRITTEN)

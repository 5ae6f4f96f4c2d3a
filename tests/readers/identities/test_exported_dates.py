"""Is the order of day and month in an export found out and not guessed line by line?"""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readers.identities.made_identities import utc
from staffroom.readers.identities.exported_dates import is_month_first, parse_exported
from staffroom.readers.identities.moments import as_moment, read_seconds

LONDON = ZoneInfo("Europe/London")


@pytest.mark.parametrize(
    ("texts", "month_first"),
    [
        (["07/09/2026 09:00:00", "25/09/2026 09:00:00"], False),
        (["07/09/2026 09:00:00", "09/25/2026 09:00:00"], True),
        (["9/7/2026 9:00:00 AM"], True),
        (["9/7/2026 9:00:00 AM", "25/9/2026 9:00:00 AM"], False),
        (["07/09/2026 09:00:00"], False),
        (["2026-09-07T09:00:00Z"], False),
        (["99/99/2026 09:00:00", "09/25/2026 09:00:00"], True),
        ([], False),
    ],
)
def test_a_number_over_twelve_decides_and_then_the_kind_of_clock(texts: list[str], month_first: bool) -> None:
    assert is_month_first(texts) is month_first


@pytest.mark.parametrize(
    ("text", "month_first", "expected"),
    [
        ("07/09/2026 09:00:00", False, "07 08:00"),
        ("07.09.2026 09:00", False, "07 08:00"),
        ("9/7/2026 9:00:00 AM", True, "07 08:00"),
        ("9/7/2026 12:30:00 AM", True, "06 23:30"),
        ("9/7/2026 12:30:00 PM", True, "07 11:30"),
        ("2026-09-07T08:00:00.1234567Z", True, "07 08:00:00.123"),
        ("2026-09-07 09:00:00", False, "07 08:00"),
    ],
)
def test_the_time_is_read_in_the_order_given(text: str, month_first: bool, expected: str) -> None:
    assert as_moment(parse_exported(text, LONDON, month_first=month_first)) == utc(expected)


@pytest.mark.parametrize(
    "text", ["", "yesterday", "31/31/2026 09:00:00", "07/09/2026 29:00:00", "07/09/1026 09:00:00"]
)
def test_what_is_no_time_of_this_century_is_none(text: str) -> None:
    assert parse_exported(text, LONDON, month_first=False) is None


@pytest.mark.parametrize(
    ("text", "seconds"), [("3600", 3600), ("0", 0), ("", None), ("-1", None), ("9" * 12, None)]
)
def test_a_length_of_time_is_whole_seconds_of_less_than_a_century(text: str, seconds: int | None) -> None:
    length = read_seconds(text)

    assert (None if length is None else length.total_seconds()) == seconds


@given(st.dates(date(2001, 1, 1), date(2098, 1, 1)), st.times(), st.booleans())
def test_a_date_that_was_written_in_an_order_is_read_in_it(day: date, clock: time, month_first: bool) -> None:
    whole = datetime.combine(day, clock.replace(microsecond=0), UTC)
    text = whole.strftime("%m/%d/%Y %H:%M:%S" if month_first else "%d/%m/%Y %H:%M:%S")

    assert as_moment(parse_exported(text, UTC, month_first=month_first)) == whole
    assert is_month_first([text]) in (month_first, False)

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from staffroom.readers.logs.times import (
    EARLIEST,
    LATEST,
    find_zone,
    milliseconds,
    parse_apache,
    parse_epoch,
    parse_epoch_units,
    parse_iso,
    parse_local,
    parse_syslog,
)

LONDON = find_zone("Europe/London")
moments = st.datetimes(datetime(2000, 1, 2), datetime(2099, 12, 30), timezones=st.just(UTC))  # noqa: DTZ001


def at(*parts: int, zone=UTC) -> int:
    return int(datetime(*parts, tzinfo=zone).timestamp() * 1000)


def test_epoch_seconds_with_milliseconds_are_read_to_the_millisecond():
    assert parse_epoch(b"1157689312.049") == 1_157_689_312_049


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (b"1157689312", 1_157_689_312_000),
        (b"1157689312.", 1_157_689_312_000),
        (b"1157689312.5", 1_157_689_312_500),
        (b"1157689312.049999", 1_157_689_312_049),
    ],
)
def test_a_fraction_of_any_length_is_cut_to_milliseconds(text: bytes, expected: int):
    assert parse_epoch(text) == expected


@pytest.mark.parametrize(
    "text",
    [b"", b"-", b"abc", b"12.x", b"-1157689312", b"1e9", b" 1157689312", b"11576893120000", b"9" * 5000],
)
def test_what_is_no_epoch_is_none(text: bytes):
    assert parse_epoch(text) is None


def test_a_clock_that_was_never_set_makes_no_sense():
    assert parse_epoch(b"0.000") is None
    assert parse_epoch(b"946684799.999") is None
    assert parse_epoch(b"946684800.000") == EARLIEST


def test_a_time_after_this_century_makes_no_sense():
    assert parse_epoch(b"4102444799.999") == LATEST - 1
    assert parse_epoch(b"4102444800.000") is None


@pytest.mark.parametrize(
    "text", [b"1791636936", b"1791636936000", b"1791636936000000", b"1791636936000000000", b"1791636936.0"]
)
def test_the_unit_of_an_epoch_is_told_by_its_length(text: bytes):
    assert parse_epoch_units(text) == 1_791_636_936_000


@pytest.mark.parametrize("text", [b"946684800", b"946684800000", b"946684800000000", b"946684800000000000"])
def test_in_2000_an_epoch_had_a_digit_less(text: bytes):
    assert parse_epoch_units(text) == EARLIEST


def test_an_epoch_of_no_known_length_is_none():
    assert parse_epoch_units(b"17916369360") is None


def test_apache_times_are_read_with_and_without_brackets():
    expected = at(2026, 10, 10, 12, 55, 36)
    assert parse_apache(b"[10/Oct/2026:13:55:36 +0100]") == expected
    assert parse_apache(b"10/Oct/2026:13:55:36 +0100") == expected
    assert parse_apache(b"10/OCT/2026:13:55:36 +0100") == expected


@pytest.mark.parametrize(
    "text", [b"", b"[]", b"10/Foo/2026:13:55:36 +0100", b"31/Feb/2026:13:55:36 +0000", b"a/b"]
)
def test_what_is_no_apache_time_is_none(text: bytes):
    assert parse_apache(text) is None


@pytest.mark.parametrize(
    "text",
    [
        b"2026-07-21T16:01:59+0100",
        b"2026-07-21T16:01:59+01:00",
        b"2026-07-21T15:01:59Z",
        b"2026-07-21 15:01:59.000000000Z",
    ],
)
def test_an_offset_in_the_text_rules_over_the_zone(text: bytes):
    assert parse_iso(text, find_zone("America/New_York")) == at(2026, 7, 21, 15, 1, 59)


def test_a_time_without_an_offset_is_local_summer_and_winter():
    assert parse_iso(b"2026-07-21 16:00:00", LONDON) == at(2026, 7, 21, 15)
    assert parse_iso(b"2026-01-21 16:00:00", LONDON) == at(2026, 1, 21, 16)


def test_in_the_hour_that_clocks_repeat_the_first_pass_is_meant():
    assert parse_iso(b"2026-10-25 01:30:00", LONDON) == at(2026, 10, 25, 0, 30)


def test_a_time_without_offset_and_zone_is_none():
    assert parse_iso(b"2026-07-21 16:00:00", None) is None


@pytest.mark.parametrize(
    "text", [b"", b"2026-07-21", b"2026-13-21 16:00:00", b"2026-07-21 25:00:00", b"\xff" * 20]
)
def test_what_is_no_iso_time_is_none(text: bytes):
    assert parse_iso(text, UTC) is None


def test_the_pattern_alone_says_whether_day_or_month_comes_first():
    text = b"05/02/2025 11:30:29"
    assert parse_local(text, "%d/%m/%Y %H:%M:%S", UTC) == at(2025, 2, 5, 11, 30, 29)
    assert parse_local(text, "%m/%d/%Y %H:%M:%S", UTC) == at(2025, 5, 2, 11, 30, 29)


def test_a_pattern_that_does_not_fit_gives_none():
    assert parse_local(b"2025-02-05", "%d/%m/%Y", UTC) is None


def test_a_syslog_time_gets_the_latest_year_that_is_not_after_the_file():
    written = at(2027, 1, 3, 9)
    assert parse_syslog(b"Jan  2 13:55:36", UTC, written) == at(2027, 1, 2, 13, 55, 36)
    assert parse_syslog(b"Dec 30 13:55:36", UTC, written) == at(2026, 12, 30, 13, 55, 36)


def test_a_syslog_time_a_little_after_the_file_is_of_the_same_year():
    assert parse_syslog(b"Jan  3 10:00:00", UTC, at(2027, 1, 3, 9)) == at(2027, 1, 3, 10)


def test_a_clock_ahead_over_new_year_stays_in_the_new_year():
    assert parse_syslog(b"Jan  1 00:10:00", UTC, at(2026, 12, 31, 23, 50)) == at(2027, 1, 1, 0, 10)


def test_the_29th_of_february_is_of_the_last_leap_year():
    assert parse_syslog(b"Feb 29 12:00:00", UTC, at(2027, 5, 1)) == at(2024, 2, 29, 12)


def test_a_syslog_time_is_local():
    assert parse_syslog(b"Jul 21 16:00:00", LONDON, at(2026, 8, 1)) == at(2026, 7, 21, 15)


@pytest.mark.parametrize(
    "text", [b"", b"Oct", b"Oct 10", b"Foo 10 13:55:36", b"Oct 32 13:55:36", b"Oct 1 25:00:00"]
)
def test_what_is_no_syslog_time_is_none(text: bytes):
    assert parse_syslog(text, UTC, at(2026, 11, 1)) is None


def test_a_file_of_no_sensible_date_gives_no_year():
    assert parse_syslog(b"Oct 10 13:55:36", UTC, 0) is None


def test_an_unknown_zone_is_one_clear_sentence():
    with pytest.raises(ValueError, match="not one of the IANA names"):
        find_zone("Europe/Lundun")
    with pytest.raises(ValueError, match="not one of the IANA names"):
        find_zone("../etc/passwd")


@given(moments)
def test_every_moment_comes_back_from_every_way_of_writing_it(moment: datetime):
    expected = int((moment - datetime(1970, 1, 1, tzinfo=UTC)) // timedelta(milliseconds=1))
    whole = expected - expected % 1000
    assert milliseconds(moment) == expected
    assert parse_epoch(f"{expected // 1000}.{expected % 1000:03}".encode()) == expected
    assert parse_iso(moment.isoformat().encode(), None) == expected
    abroad = moment.astimezone(timezone(timedelta(hours=-3, minutes=-30)))
    assert parse_apache(abroad.strftime("[%d/%b/%Y:%H:%M:%S %z]").encode()) == whole


@given(moments)
def test_a_syslog_time_of_the_last_year_comes_back(moment: datetime):
    text = moment.strftime("%b %e %H:%M:%S").encode()
    written = milliseconds(moment + timedelta(days=100))
    if written is not None and (moment.month, moment.day) != (2, 29):
        assert parse_syslog(text, UTC, written) == milliseconds(moment.replace(microsecond=0))


@given(st.binary(max_size=60))
def test_any_bytes_are_a_time_or_none(text: bytes):
    for answer in (
        parse_epoch(text),
        parse_epoch_units(text),
        parse_apache(text),
        parse_iso(text, LONDON),
        parse_local(text, "%d/%m/%Y %H:%M:%S", LONDON),
        parse_syslog(text, LONDON, LATEST - 1),
    ):
        assert answer is None or EARLIEST <= answer < LATEST

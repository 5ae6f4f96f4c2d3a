"""At which moment does a clock on the wall show a time?"""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from staffroom.rules.local_time import milliseconds, moment_of

LONDON = ZoneInfo("Europe/London")


def test_milliseconds_are_counted_from_1970_and_rounded_down():
    assert milliseconds(datetime(1970, 1, 1, tzinfo=UTC)) == 0
    assert milliseconds(datetime(1970, 1, 1, 0, 0, 1, 999, tzinfo=UTC)) == 1000
    assert milliseconds(datetime(1969, 12, 31, 23, 59, 59, 999_500, tzinfo=UTC)) == -1


def test_summer_time_is_an_hour_ahead():
    assert moment_of(date(2026, 7, 1), timedelta(hours=9), LONDON) == datetime(2026, 7, 1, 8, tzinfo=UTC)


def test_a_time_that_the_clocks_skip_is_the_moment_of_the_change():
    change = datetime(2026, 3, 29, 1, tzinfo=UTC)
    for minutes in (61, 75, 90, 119, 120):
        assert moment_of(date(2026, 3, 29), timedelta(minutes=minutes), LONDON) == change


def test_a_time_that_comes_twice_is_the_first_of_the_two():
    first = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert moment_of(date(2026, 10, 25), timedelta(minutes=90), LONDON) == first


def test_a_day_whose_midnight_the_clocks_skip_begins_when_they_have_changed():
    beirut = ZoneInfo("Asia/Beirut")
    found = moment_of(date(2021, 3, 28), timedelta(0), beirut)
    assert found.astimezone(beirut).time() == time(1)


@settings(deadline=None)
@given(
    st.dates(date(1980, 1, 1), date(2037, 12, 31)),
    st.integers(0, 24 * 60),
    st.sampled_from(["Europe/London", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu"]),
)
def test_the_clock_shows_the_time_at_that_moment_and_not_a_second_before(day, minutes, name):
    zone, shown = ZoneInfo(name), datetime.combine(day, time()) + timedelta(minutes=minutes)
    found = moment_of(day, timedelta(minutes=minutes), zone)
    assert found.astimezone(zone).replace(tzinfo=None) >= shown
    assert (found - timedelta(seconds=1)).astimezone(zone).replace(tzinfo=None) < shown

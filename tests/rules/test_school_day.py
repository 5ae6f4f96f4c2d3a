"""Which parts of a day are working hours, breaks, free time or holiday for somebody?"""

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from staffroom.records.calendar import (
    Calendar,
    Closure,
    Hours,
    Term,
    TimeRange,
    TrainingDay,
    WorkingDay,
    WorkingPattern,
)
from staffroom.rules.school_day import hours_at, spans

LONDON = ZoneInfo("Europe/London")
MONDAY = date(2026, 9, 7)
SATURDAY = date(2026, 9, 12)
SPRING_FORWARD = date(2026, 3, 29)  # at 01:00 GMT it is 02:00 BST
AUTUMN_BACK = date(2026, 10, 25)  # at 02:00 BST it is 01:00 GMT

HOUR_MS = 3_600_000


def clock(text):
    start, end = text.split("-")
    return TimeRange(time.fromisoformat(start), time.fromisoformat(end))


def day(*ranges, breaks=()):
    return WorkingDay(tuple(map(clock, ranges)), tuple(map(clock, breaks)))


FULL = day("08:30-15:45", breaks=("10:40-11:00", "12:15-13:15"))
OWN = WorkingPattern("", dict.fromkeys(range(5), FULL))
EVERY_DAY = WorkingPattern("", dict.fromkeys(range(7), FULL))


def calendar(*patterns, **more):
    return Calendar(patterns=(OWN, *patterns), **more)


def local(day, clock_time):
    return datetime.combine(day, time.fromisoformat(clock_time), tzinfo=LONDON)


def kinds(calendar, pattern, day, bank_holidays=()):
    """The day as a reader would write it: (local start, kind)."""
    return [
        (datetime.fromtimestamp(span.start_ms / 1000, LONDON).strftime("%H:%M"), span.hours)
        for span in spans(calendar, pattern, day, bank_holidays=bank_holidays)
    ]


@pytest.mark.clause("MON-2", "GEN-2")
def test_a_day_is_free_time_then_work_with_breaks_then_free_time():
    assert kinds(calendar(), "", MONDAY) == [
        ("00:00", Hours.OUTSIDE),
        ("08:30", Hours.WORKING),
        ("10:40", Hours.BREAK),
        ("11:00", Hours.WORKING),
        ("12:15", Hours.BREAK),
        ("13:15", Hours.WORKING),
        ("15:45", Hours.OUTSIDE),
    ]


def test_the_end_of_a_range_is_no_longer_in_it():
    assert hours_at(calendar(), "", local(MONDAY, "15:44:59.999"), bank_holidays=()) is Hours.WORKING
    assert hours_at(calendar(), "", local(MONDAY, "15:45"), bank_holidays=()) is Hours.OUTSIDE


def test_a_moment_may_come_in_any_time_zone():
    eight_utc_is_nine_here = datetime(2026, 9, 7, 8, tzinfo=UTC)
    assert hours_at(calendar(), "", eight_utc_is_nine_here, bank_holidays=()) is Hours.WORKING


@pytest.mark.clause("GEN-2")
def test_a_break_between_two_ranges_is_a_break():
    pattern = WorkingPattern("lunch", {0: day("08:30-12:15", "13:15-15:45", breaks=("12:15-13:15",))})
    assert ("12:15", Hours.BREAK) in kinds(calendar(pattern), "lunch", MONDAY)


@pytest.mark.clause("MON-2")
def test_the_gap_of_a_split_day_that_is_no_break_is_free_time():
    pattern = WorkingPattern("midday", {0: day("07:30-09:30", "11:45-13:30")})
    assert kinds(calendar(pattern), "midday", MONDAY) == [
        ("00:00", Hours.OUTSIDE),
        ("07:30", Hours.WORKING),
        ("09:30", Hours.OUTSIDE),
        ("11:45", Hours.WORKING),
        ("13:30", Hours.OUTSIDE),
    ]


def test_a_break_before_or_after_the_day_is_free_time():
    pattern = WorkingPattern("odd", {0: day("09:00-12:00", breaks=("08:00-09:15", "11:50-13:00"))})
    assert kinds(calendar(pattern), "odd", MONDAY) == [
        ("00:00", Hours.OUTSIDE),
        ("09:00", Hours.BREAK),
        ("09:15", Hours.WORKING),
        ("11:50", Hours.BREAK),
        ("12:00", Hours.OUTSIDE),
    ]


@pytest.mark.clause("MON-2")
def test_a_part_timer_has_no_working_hours_on_a_day_off():
    mornings = WorkingPattern("mornings", {1: day("08:30-12:30")})
    assert kinds(calendar(mornings), "mornings", MONDAY) == [("00:00", Hours.OUTSIDE)]


def test_a_pattern_that_is_not_there_means_the_schools_own():
    assert kinds(calendar(), "nobody knows it", MONDAY) == kinds(calendar(), "", MONDAY)


def test_without_any_pattern_nothing_is_working_hours():
    assert kinds(Calendar(), "", MONDAY) == [("00:00", Hours.OUTSIDE)]


def test_a_change_of_pattern_holds_from_its_day_on():
    before = WorkingPattern("mornings", {0: day("08:00-12:00")})
    after = WorkingPattern("mornings", {0: day("13:00-16:00")}, since=MONDAY)
    both = calendar(after, before)
    assert ("08:00", Hours.WORKING) in kinds(both, "mornings", MONDAY - timedelta(days=7))
    assert ("13:00", Hours.WORKING) in kinds(both, "mornings", MONDAY)


def test_a_pattern_that_has_not_begun_leaves_the_schools_own():
    later = WorkingPattern("mornings", {0: day("13:00-16:00")}, since=MONDAY + timedelta(days=1))
    assert kinds(calendar(later), "mornings", MONDAY) == kinds(calendar(), "", MONDAY)


@pytest.mark.clause("MON-2")
@pytest.mark.parametrize("pattern", ["", "caretaker"])
def test_a_weekend_is_closed_whatever_the_persons_pattern_says(pattern):
    caretaker = WorkingPattern("caretaker", {5: day("07:00-12:00")})
    assert kinds(calendar(caretaker), pattern, SATURDAY) == [("00:00", Hours.CLOSED)]


def test_a_boarding_school_that_works_on_saturday_is_open():
    assert ("08:30", Hours.WORKING) in kinds(Calendar(patterns=(EVERY_DAY,)), "", SATURDAY)


@pytest.mark.clause("MON-2")
def test_half_term_holidays_and_bank_holidays_are_closed():
    term = Term("Autumn", date(2026, 9, 2), date(2026, 12, 18))
    half_term = Closure("Half term", date(2026, 10, 26), date(2026, 10, 30))
    school = calendar(terms=(term,), closures=(half_term,))
    closed = [("00:00", Hours.CLOSED)]
    assert kinds(school, "", date(2026, 10, 28)) == closed
    assert kinds(school, "", date(2026, 12, 21)) == closed
    assert kinds(school, "", MONDAY, bank_holidays={MONDAY}) == closed
    assert kinds(school, "", date(2026, 11, 2)) != closed


@pytest.mark.clause("MON-2")
def test_a_training_day_outside_term_is_a_working_day_for_staff():
    term = Term("Autumn", date(2026, 9, 2), date(2026, 12, 18))
    inset = TrainingDay("Safeguarding", date(2026, 9, 1))
    school = calendar(terms=(term,), training_days=(inset,))
    assert ("08:30", Hours.WORKING) in kinds(school, "", date(2026, 9, 1))
    assert kinds(school, "", date(2026, 8, 31)) == [("00:00", Hours.CLOSED)]


def test_a_training_day_is_free_for_somebody_who_does_not_work_that_weekday():
    mornings = WorkingPattern("mornings", {0: day("08:30-12:30")})
    inset = TrainingDay("Safeguarding", date(2026, 9, 1))  # a Tuesday
    assert kinds(calendar(mornings, training_days=(inset,)), "mornings", inset.day) == [
        ("00:00", Hours.OUTSIDE)
    ]


def test_the_day_on_which_the_clocks_go_forward_has_23_hours():
    found = spans(Calendar(patterns=(EVERY_DAY,)), "", SPRING_FORWARD, bank_holidays=())
    assert found[-1].end_ms - found[0].start_ms == 23 * HOUR_MS
    assert found[0].start_ms == local(SPRING_FORWARD, "00:00").timestamp() * 1000
    assert found[1].start_ms == datetime(2026, 3, 29, 7, 30, tzinfo=UTC).timestamp() * 1000


def test_the_day_on_which_the_clocks_go_back_has_25_hours():
    found = spans(Calendar(patterns=(EVERY_DAY,)), "", AUTUMN_BACK, bank_holidays=())
    assert found[-1].end_ms - found[0].start_ms == 25 * HOUR_MS
    assert found[1].start_ms == datetime(2026, 10, 25, 8, 30, tzinfo=UTC).timestamp() * 1000


def test_a_range_that_the_clocks_skip_begins_when_they_have_changed():
    night = WorkingPattern("night", {6: day("01:30-03:00")})
    school = Calendar(patterns=(EVERY_DAY, night))
    found = spans(school, "night", SPRING_FORWARD, bank_holidays=())
    change = datetime(2026, 3, 29, 1, tzinfo=UTC).timestamp() * 1000
    assert [(span.start_ms - change, span.hours) for span in found] == [
        (-HOUR_MS, Hours.OUTSIDE),
        (0, Hours.WORKING),
        (HOUR_MS, Hours.OUTSIDE),
    ]


def test_a_range_wholly_in_the_hour_that_the_clocks_skip_is_no_time_at_all():
    night = WorkingPattern("night", {6: day("01:10-01:50")})
    school = Calendar(patterns=(EVERY_DAY, night))
    found = spans(school, "night", SPRING_FORWARD, bank_holidays=())
    assert [span.hours for span in found] == [Hours.OUTSIDE]


def test_a_range_over_the_hour_that_comes_twice_lasts_an_hour_longer():
    night = WorkingPattern("night", {6: day("00:30-03:00")})
    school = Calendar(patterns=(EVERY_DAY, night))
    working = spans(school, "night", AUTUMN_BACK, bank_holidays=())[1]
    assert (working.hours, working.end_ms - working.start_ms) == (Hours.WORKING, 3.5 * HOUR_MS)


def test_a_range_that_ends_at_midnight_lasts_until_the_end_of_the_day():
    late = WorkingPattern("late", {0: WorkingDay((TimeRange(time(20), time()),))})
    assert kinds(calendar(late), "late", MONDAY)[-1] == ("20:00", Hours.WORKING)


def test_ranges_that_touch_or_overlap_are_one():
    pattern = WorkingPattern("double", {0: day("09:00-11:00", "10:00-12:00", "12:00-13:00")})
    assert [kind for _, kind in kinds(calendar(pattern), "double", MONDAY)] == [
        Hours.OUTSIDE,
        Hours.WORKING,
        Hours.OUTSIDE,
    ]


def test_a_range_that_ends_before_it_begins_is_nothing():
    pattern = WorkingPattern("wrong", {0: day("12:00-09:00")})
    assert kinds(calendar(pattern), "wrong", MONDAY) == [("00:00", Hours.OUTSIDE)]


times = st.times(min_value=time(0), max_value=time(23, 59))
ranges = st.builds(TimeRange, times, times)
working_days = st.builds(
    WorkingDay, st.lists(ranges, max_size=4).map(tuple), st.lists(ranges, max_size=4).map(tuple)
)
patterns = st.builds(WorkingPattern, st.just(""), st.dictionaries(st.integers(0, 6), working_days))
zones = st.sampled_from(["Europe/London", "America/Sao_Paulo", "Asia/Beirut", "Australia/Lord_Howe"])
days = st.one_of(
    st.sampled_from([SPRING_FORWARD, AUTUMN_BACK, date(2018, 11, 4), date(2026, 4, 5)]),
    st.dates(date(2000, 1, 1), date(2040, 12, 31)),
)


@settings(deadline=None)
@given(patterns, zones, days)
def test_the_spans_cover_the_whole_local_day_exactly_once(pattern, zone, day):
    school = Calendar(timezone=zone, patterns=(pattern,))
    found = spans(school, "", day, bank_holidays=())
    assert all(span.start_ms < span.end_ms for span in found)
    assert all(one.end_ms == other.start_ms for one, other in pairwise(found))
    assert all(one.hours is not other.hours for one, other in pairwise(found))
    assert found[0].start_ms == first_moment(day, zone)
    assert found[-1].end_ms == first_moment(day + timedelta(days=1), zone)


def first_moment(day, zone):
    """The first minute, counted from well before, whose local date is the day."""
    minute = datetime.combine(day, time(), tzinfo=UTC) - timedelta(hours=15)
    while minute.astimezone(ZoneInfo(zone)).date() < day:
        minute += timedelta(minutes=1)
    return minute.timestamp() * 1000


@settings(deadline=None)
@given(working_days, st.times())
def test_a_moment_is_working_time_only_in_a_range_and_in_no_break(working_day, at):
    school = Calendar(patterns=(WorkingPattern("", {0: working_day}),))
    found = hours_at(school, "", datetime.combine(MONDAY, at, tzinfo=LONDON), bank_holidays=())
    in_range = any(each.start <= at and (at < each.end or each.end == time()) for each in working_day.ranges)
    in_break = any(each.start <= at and (at < each.end or each.end == time()) for each in working_day.breaks)
    assert (found is Hours.WORKING) == (in_range and not in_break)

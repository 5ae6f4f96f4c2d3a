"""Which working pattern holds for somebody on a day?"""

from datetime import date, time

from staffroom.records.calendar import Calendar, TimeRange, WorkingDay, WorkingPattern
from staffroom.rules.patterns import pattern_on, working_day

MONDAY = date(2026, 9, 7)
EIGHT = WorkingDay((TimeRange(time(8), time(12)),))
NINE = WorkingDay((TimeRange(time(9), time(12)),))


def test_the_latest_pattern_that_has_begun_holds():
    old, new = WorkingPattern("a", since=date(2026, 1, 1)), WorkingPattern("a", since=MONDAY)
    to_come = WorkingPattern("a", since=date(2026, 9, 8))
    calendar = Calendar(patterns=(to_come, new, old))
    assert pattern_on(calendar, "a", MONDAY) is new
    assert pattern_on(calendar, "a", date(2026, 9, 6)) is old
    assert pattern_on(calendar, "a", date(2025, 12, 31)) is None


def test_a_pattern_without_a_date_holds_until_another_begins():
    always, new = WorkingPattern("a"), WorkingPattern("a", since=MONDAY)
    assert pattern_on(Calendar(patterns=(new, always)), "a", date(2026, 9, 6)) is always


def test_of_two_patterns_with_one_date_the_later_in_the_calendar_holds():
    first, second = WorkingPattern("a"), WorkingPattern("a")
    assert pattern_on(Calendar(patterns=(first, second)), "a", MONDAY) is second


def test_patterns_of_other_names_do_not_count():
    assert pattern_on(Calendar(patterns=(WorkingPattern("b"),)), "a", MONDAY) is None


def test_a_day_that_a_persons_pattern_leaves_out_is_not_the_schools_day():
    calendar = Calendar(patterns=(WorkingPattern("", {0: EIGHT}), WorkingPattern("a", {1: NINE})))
    assert working_day(calendar, "a", MONDAY) == WorkingDay()
    assert working_day(calendar, "", MONDAY) == EIGHT
    assert working_day(calendar, "unknown", MONDAY) == EIGHT

"""Which weeks does a page of one week lead to?"""

from __future__ import annotations

from datetime import date

from staffroom.web.monitoring.weeks import weeks_around

LATEST, BEFORE, FIRST = MONDAYS = (date(2026, 9, 21), date(2026, 9, 14), date(2026, 6, 1))


def test_a_week_leads_to_the_kept_weeks_beside_it_whatever_lies_between():
    weeks = weeks_around(MONDAYS, BEFORE, BEFORE)
    assert (weeks.earlier, weeks.later) == (FIRST, LATEST)


def test_nothing_comes_before_the_first_week_or_after_the_latest():
    assert weeks_around(MONDAYS, FIRST, None).earlier is None
    assert weeks_around(MONDAYS, LATEST, None).later is None


def test_it_is_said_where_another_week_than_the_one_asked_for_is_shown():
    assert weeks_around(MONDAYS, LATEST, date(2020, 1, 6)).is_missing
    assert not weeks_around(MONDAYS, LATEST, LATEST).is_missing
    assert not weeks_around(MONDAYS, LATEST, None).is_missing

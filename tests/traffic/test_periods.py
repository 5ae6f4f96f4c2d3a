"""Has everybody one code in a week, and keeps it, whatever becomes of the term dates?"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from staffroom.records.calendar import Calendar, Term
from staffroom.traffic.store import Store
from traffic.made_store import SCHOOL, read_into, rows_of
from traffic.made_traffic import DAY, MONDAY, Made, squid

MIDWEEK = Calendar(terms=(Term("Late", date(2026, 9, 9), date(2026, 12, 18)),))  # a Wednesday


def codes(home):
    return {dict(row[:-1])["who"] for row in rows_of(home)}


def week_log(tmp_path, days=range(5), name="access.log"):
    log = tmp_path / name
    log.write_bytes(squid([Made(at=MONDAY + day * DAY) for day in days]))
    return log


@pytest.mark.clause("CON-1")
def test_a_term_that_begins_in_mid_week_gives_nobody_a_second_code_in_that_week(tmp_path):
    school = replace(SCHOOL, calendar=MIDWEEK)
    read_into(tmp_path / "home", week_log(tmp_path), school=school)
    assert len(rows_of(tmp_path / "home")) == 5
    assert len(codes(tmp_path / "home")) == 1


@pytest.mark.clause("CON-1")
def test_the_week_after_the_term_began_has_other_codes(tmp_path):
    school = replace(SCHOOL, calendar=MIDWEEK)
    read_into(tmp_path / "home", week_log(tmp_path, days=(0, 7)), school=school)
    assert len(codes(tmp_path / "home")) == 2


@pytest.mark.clause("CON-1")
def test_term_dates_entered_later_change_no_code_of_a_week_that_was_read(tmp_path):
    home = tmp_path / "home"
    read_into(home, week_log(tmp_path, days=(0, 1)), school=replace(SCHOOL, calendar=Calendar()))
    read_into(home, week_log(tmp_path, days=(2, 3), name="more.log"), school=SCHOOL)
    assert len(rows_of(home)) == 4
    assert len(codes(home)) == 1


@pytest.mark.clause("CON-1")
def test_a_key_lives_as_long_as_a_day_that_was_written_with_it_and_no_longer(tmp_path):
    home = tmp_path / "home"
    read_into(home, week_log(tmp_path, days=(0, 1)), school=replace(SCHOOL, calendar=Calendar()))
    store = Store(home, SCHOOL.calendar)
    store.forget([date(2026, 9, 7)], today=date(2027, 6, 1))
    assert (home / "keys" / "codes-2026-27.key").exists()
    store.forget([date(2026, 9, 8)], today=date(2027, 9, 20))
    assert not (home / "keys" / "codes-2026-27.key").exists()

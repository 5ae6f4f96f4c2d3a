"""The wording that every form of the report shares."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.made_reports import (
    DAYS,
    HIDDEN,
    MONDAY,
    NOTHING,
    coverage,
    empty,
    hidden,
    lookups_only,
    quiet,
    typical,
)
from staffroom.records.week import Count, Minutes, Share, TrendPoint
from staffroom.reports import sentences


def spaced(words):
    return words.replace(sentences.GLUE, " ")


@pytest.mark.parametrize(
    ("least", "most", "written"),
    [
        (None, None, "hidden"),
        (0, 0, "none"),
        (45, 80, "45 to 80 min"),
        (60, 60, "60 min"),
        (125, 180, "2 h 5 min to 3 h"),
        (545, 1270, "9 to 22 h"),
        (600, 600, "10 h"),
    ],
)
def test_a_span_of_time_is_a_range(least, most, written):
    assert spaced(sentences.write_minutes(Minutes(least, most))) == written


def test_a_span_in_little_room_is_hours_and_minutes():
    assert sentences.write_clock(Minutes(5, 65)) == "0:05-1:05"
    assert sentences.write_clock(Minutes(None, None)) == "hidden"
    assert sentences.write_clock(Minutes(0, 0)) == "none"


def test_days_are_written_without_the_machines_language():
    assert sentences.name_day(date(2026, 2, 3)) == "3 February 2026"
    assert sentences.name_moment(datetime(2026, 2, 3, 4, 5, tzinfo=UTC)) == "3 February 2026 at 04:05"


def test_a_week_across_two_years_names_both():
    report = replace(typical(), monday=date(2026, 12, 28), sunday=date(2027, 1, 3))
    assert sentences.name_week(report) == "Monday 28 December 2026 to Sunday 3 January 2027"
    assert sentences.name_week(typical()) == "Monday 16 November to Sunday 22 November 2026"


@pytest.mark.parametrize(
    ("part", "whole", "percent"),
    [
        (0, 0, None),
        (50, 99, None),
        (0, 100, 0),
        (1, 10_000, 1),
        (9_999, 10_000, 99),
        (100, 100, 100),
        (1, 200, 1),
    ],
)
def test_only_nothing_is_none_and_only_everything_is_all(part, whole, percent):
    assert sentences.whole_percent(Share(part, whole)) == percent


@given(whole=st.integers(100, 10**9), part=st.integers(0, 10**9))
def test_a_share_is_within_one_percent(whole, part):
    share = Share(min(part, whole), whole)
    percent = sentences.whole_percent(share)
    assert percent is not None
    assert abs(percent - share.percent) <= 1


def lead_of(**changes):
    return sentences.lead(replace(typical(), **changes))


def test_the_lead_says_the_week():
    assert sentences.lead(typical()) == (
        "About 40 visits in working hours had no school purpose on the register. "
        "In the whole week there were about 120 visits, by about 25 people."
    )


def test_the_lead_says_when_every_visit_had_a_purpose():
    trend = (TrendPoint(MONDAY, NOTHING, Count(40), NOTHING),)
    assert lead_of(trend=trend).startswith("No visit in working hours was without a school purpose")


@pytest.mark.clause("CON-1", "CON-2")
def test_the_lead_hides_what_is_hidden():
    told = sentences.lead(hidden())
    assert not any(letter.isdigit() for letter in told)
    assert "hidden" in told
    assert "people" not in lead_of(people=HIDDEN)


def test_each_empty_state_has_its_own_words():
    told = {sentences.lead(each()) for each in (empty, quiet, lookups_only, hidden, typical)}
    assert len(told) == 5


def test_there_are_four_numbers():
    shown = [spaced(each) for _, each, _ in sentences.headlines(typical())]
    assert shown == ["40", "120", "25", "9 to 22 h"]
    assert {each for _, each, _ in sentences.headlines(empty())} == {"no logs"}


def test_days_without_logs_are_named():
    assert sentences.days_without_logs(typical()) == (DAYS[6],)
    said = sentences.describe_days(typical())
    assert said.startswith("No line about a listed service was read for Sunday 22 Nov")
    whole = replace(typical(), coverage=replace(coverage(), days_with_logs=DAYS))
    assert sentences.describe_days(whole) == "Logs were read for every day of the week."
    assert "day without logs" not in sentences.explain_map(whole)
    assert "day without logs" in sentences.explain_map(typical())


def test_what_was_read_and_not_read_is_told():
    assert sentences.describe_files(typical()) == "906,355 lines of 2 files were read; 3 could not be read."
    assert sentences.describe_files(empty()) == "No file was read."


def test_the_attributed_share_is_told_in_whole_percent():
    assert sentences.describe_attribution(typical()).startswith("87% of the requests")
    assert sentences.describe_attribution(empty()).startswith("Too few requests")


def test_the_footer_says_when_the_catalogue_was_checked():
    assert "last checked on 1 November 2026" in sentences.describe_making(typical())
    assert "of unknown age" in sentences.describe_making(empty())


def test_the_rule_of_hiding_names_the_schools_own_cohort():
    assert "fewer than 12 people" in sentences.explain_hiding(replace(typical(), smallest_cohort=12))

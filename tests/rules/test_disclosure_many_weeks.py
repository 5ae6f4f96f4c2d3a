"""All weeks that are published are attacked together, with everything that any page says of them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import Bounds, LinearConstraint, milp

from rules.made_weeks import INFINITE, Attacker, make_visits, tally
from staffroom.records.school import School
from staffroom.records.seen import SeenWeek
from staffroom.records.week import Count
from staffroom.reports.week_document import draw_document
from staffroom.reports.week_reading import read_document
from staffroom.rules.catalogue import Catalogue
from staffroom.rules.many_weeks import add_shown, service_trends
from staffroom.rules.week import make_report
from staffroom.rules.week_disclosure import disclose_week

pytestmark = pytest.mark.clause("CON-1", "CON-2")
FIRST = date(2026, 9, 7)
MADE_AT = datetime(2026, 10, 1, tzinfo=UTC)


def publish(number, true):
    """Publish a made week as the office does: disclosed once, written as JSON, read again."""
    monday = FIRST + timedelta(weeks=number)
    shown = disclose_week(true, smallest_cohort=5)
    report = make_report(
        SeenWeek(monday),
        shown,
        school=School("Holly Bank School"),
        catalogue=Catalogue(()),
        bank_holidays=frozenset(),
        made_at=MADE_AT,
    )
    return shown, read_document(draw_document(report))


class Reader:
    """Somebody who has every page of every week: the single weeks, the trend, the summary's sums."""

    def __init__(self, weeks):
        self.parts = [
            Attacker(true, {figure: count.value for figure, count in shown.items()}, 5)
            for true, shown in weeks
        ]
        self.starts = np.cumsum([0, *(len(part.figures) for part in self.parts)])
        self.size = int(self.starts[-1])

    def allows(self, week, figure, number):
        low, high = self._stacked("low"), self._stacked("high")
        place = self.starts[week] + self.parts[week].place[figure]
        if not low[place] <= number <= high[place]:
            return False
        low[place] = high[place] = number
        matrix, upper = self._rows()
        constraint = LinearConstraint(matrix, np.zeros(len(matrix)), upper)
        answer = milp(
            np.zeros(self.size),
            constraints=constraint,
            bounds=Bounds(low, high),
            integrality=np.ones(self.size),
        )
        return answer.status == 0

    def _stacked(self, name):
        return np.concatenate([np.array(getattr(part, name), dtype=float) for part in self.parts])

    def _rows(self):
        rows, upper = [], []
        for start, part in zip(self.starts, self.parts, strict=False):
            for row, exact in part.rows:
                line = np.zeros(self.size)
                for place, sign in row.items():
                    line[start + place] = sign
                rows.append(line)
                upper.append(0 if exact else np.inf)
        return np.array(rows), np.array(upper)

    def hidden(self, week, shown):
        return [figure for figure in self.parts[week].figures if shown[figure].value is None]


def made_weeks(seed, *, weeks, people, visits):
    made = []
    for number in range(weeks):
        heavy = (0, 3, 40)[(seed + number) % 3]
        true = tally(
            make_visits(seed + number, people=people, services=3, days=5, visits=visits, heavy=heavy)
        )
        made.append((true, *publish(number, true)))
    return made


@settings(max_examples=6, deadline=None)
@given(
    seed=st.integers(0, 10**6),
    weeks=st.integers(2, 3),
    people=st.sampled_from((6, 12, 40)),
    visits=st.sampled_from((20, 60)),
)
def test_no_hidden_number_of_any_week_follows_from_all_weeks_together(seed, weeks, people, visits):
    made = made_weeks(seed, weeks=weeks, people=people, visits=visits)
    reader = Reader([(true, shown) for true, shown, _ in made])
    told = []
    for week, (true, shown, _) in enumerate(made):
        hidden = reader.hidden(week, shown)
        for figure in hidden[:: max(1, len(hidden) // 4)]:
            number = true[figure].number
            others = sorted({*range(1, 5), number - 1, number + 1, number + 2} - {0, number})
            if not any(reader.allows(week, figure, other) for other in others):
                told.append((week, figure))
    assert told == []


@settings(max_examples=10, deadline=None)
@given(seed=st.integers(0, 10**6), weeks=st.integers(1, 3), visits=st.sampled_from((20, 300)))
def test_every_number_on_the_trend_is_one_that_the_weeks_own_page_shows(seed, weeks, visits):
    """So the pages of many weeks add no balance to those that are attacked above."""
    made = made_weeks(seed, weeks=weeks, people=40, visits=visits)
    reports = [report for _, _, report in made]
    for trend in service_trends(reports):
        for report, count in zip(reports, trend.visits, strict=True):
            own = [row.visits for row in report.services if row.title == trend.title]
            assert [count] == (own or [Count(0)])


COUNTS = st.lists(st.one_of(st.none(), st.integers(0, 200).map(lambda n: 5 * n)).map(Count), max_size=12)


@given(counts=COUNTS, other=st.integers(1, 10_000))
def test_a_sum_over_weeks_says_nothing_of_a_hidden_number(counts, other):
    """It is worked out from what is shown alone, so that any hidden number would give the same sum."""
    together = add_shown(counts)
    assert together.shown == sum(one.value for one in counts if one.value is not None)
    assert together.hidden_weeks == sum(one == Count(None) for one in counts)


def test_the_reader_is_not_toothless():
    """With only the small numbers hidden and all else exact, a hidden one is told."""
    true = tally(make_visits(3, people=6, services=2, days=3, visits=600, heavy=40))
    alone = {
        figure: Count(None if each.people < 5 or each.number < 5 else (each.number + 2) // 5 * 5)
        for figure, each in true.items()
    }
    reader = Reader([(true, alone)])
    told = [
        figure
        for figure in reader.hidden(0, alone)
        if not any(
            reader.allows(0, figure, number) for number in range(1, 5) if number != true[figure].number
        )
    ]
    assert told
    assert INFINITE > 600

"""The whole week's figures are attacked with everything published about them."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from rules.made_weeks import Attacker, make_visits, tally
from staffroom.records.week import Count
from staffroom.rules.week_disclosure import Figure, Part, Tally, disclose_week

TOTAL = Figure(Part.TOTAL, 0, "visits")


def show(true, cohort=5):
    return {figure: count.value for figure, count in disclose_week(true, smallest_cohort=cohort).items()}


def is_small(tally, cohort):
    return tally.people < cohort or tally.number < 5


def attack(true, shown, *, cohort=5, most=30):
    """Ask for hidden figures which values fit; return sentences about those that can be told."""
    attacker = Attacker(true, shown, cohort)
    told = []
    hidden = [figure for figure in attacker.figures if shown[figure] is None]
    for figure in hidden[:: max(1, len(hidden) // most)]:
        if attacker.least(figure) == attacker.most(figure):
            told.append(f"{figure} is pinned")
        if figure.column != "people" and is_small(true[figure], cohort):
            least = attacker.least(figure, blind=True)
            values = range(least, least + 4)
            told += [f"{figure} is not {value}" for value in values if not attacker.allows(figure, value)]
    return told


@pytest.mark.clause("CON-1", "CON-2")
@settings(max_examples=25, deadline=None)
@given(
    seed=st.integers(0, 10**6),
    people=st.sampled_from((1, 6, 8, 12, 30, 60)),
    services=st.integers(1, 4),
    days=st.sampled_from((1, 2, 3, 7)),
    visits=st.sampled_from((5, 20, 60, 200)),
    heavy=st.sampled_from((0, 3, 40)),
)
@example(seed=228, people=60, services=2, days=2, visits=20, heavy=40)
@example(seed=3, people=6, services=2, days=3, visits=600, heavy=40)
@example(seed=24, people=60, services=5, days=2, visits=20, heavy=0)
def test_no_small_figure_follows_from_all_that_is_published(seed, people, services, days, visits, heavy):
    true = tally(make_visits(seed, people=people, services=services, days=days, visits=visits, heavy=heavy))
    assert attack(true, show(true)) == []


@pytest.mark.clause("CON-1", "CON-2")
@pytest.mark.parametrize("seed", [1, 2])
def test_no_small_figure_of_a_schools_week_follows(seed):
    true = tally(make_visits(seed, people=60, services=10, days=7, visits=500, heavy=60))
    assert attack(true, show(true), most=15) == []


def test_the_attack_finds_what_rounding_alone_would_tell():
    """The attacker is not toothless: hiding only the small figures does not withstand it."""
    true = tally(make_visits(3, people=6, services=2, days=3, visits=600, heavy=40))
    alone = {
        figure: None if is_small(each, 5) else (each.number + 2) // 5 * 5 for figure, each in true.items()
    }
    assert attack(true, alone) != []


@pytest.mark.clause("CON-1", "CON-2")
@settings(max_examples=15, deadline=None)
@given(seed=st.integers(0, 10**6), cohort=st.sampled_from((3, 8, 10)))
def test_a_schools_own_cohort_is_kept(seed, cohort):
    true = tally(make_visits(seed, people=12, services=3, days=3, visits=60, heavy=3))
    shown = show(true, cohort)
    assert all(shown[figure] is None for figure, each in true.items() if is_small(each, cohort))
    assert attack(true, shown, cohort=cohort, most=12) == []


def test_a_week_of_many_visits_by_many_people_is_shown_whole():
    true = tally(make_visits(5, people=200, services=2, days=5, visits=6000, heavy=0))
    shown = show(true)
    assert None not in shown.values()
    assert shown[TOTAL] == 6000


def test_the_headline_is_given_up_last():
    true = tally(make_visits(8, people=120, services=8, days=7, visits=500, heavy=80))
    shown = show(true)
    assert shown[TOTAL] == 580
    assert shown[Figure(Part.TREND, 0, "working")] is not None


def test_the_same_figures_are_always_shown_the_same():
    true = tally(make_visits(11, people=30, services=3, days=7, visits=100, heavy=10))
    assert show(true) == show(dict(true))


@pytest.mark.clause("CON-1", "CON-2")
@settings(max_examples=15, deadline=None)
@given(seed=st.integers(0, 10**6), order=st.randoms(use_true_random=False))
def test_the_order_in_which_figures_come_decides_nothing(seed, order):
    true = tally(make_visits(seed, people=12, services=3, days=5, visits=60, heavy=10))
    shuffled = list(true.items())
    order.shuffle(shuffled)
    assert show(dict(shuffled)) == show(true)


def test_figures_of_nothing_are_zero():
    quiet = {TOTAL: Tally(0, 0), Figure(Part.HEAT, 0, "9"): Tally(0, 0)}
    assert set(show(quiet).values()) == {0}


def test_figures_that_do_not_add_up_are_refused():
    true = tally(make_visits(1, people=30, services=2, days=2, visits=100, heavy=0))
    true[TOTAL] = Tally(101, 30)
    with pytest.raises(ValueError, match="do not add up"):
        disclose_week(true, smallest_cohort=5)


def minutes_of(service_people, *, total=(600, 900)):
    figures = {
        Figure(Part.TOTAL, 0, end): Tally(each, 30)
        for end, each in zip(("least", "most"), total, strict=True)
    }
    for service, (people, least, most) in service_people.items():
        figures[Figure(Part.SERVICE, service, "least")] = Tally(least, people)
        figures[Figure(Part.SERVICE, service, "most")] = Tally(most, people)
    return figures


@pytest.mark.clause("CON-1", "CON-2")
def test_one_persons_minutes_are_not_what_the_others_leave_over():
    shown = show(minutes_of({"facebook": (29, 100, 200), "x": (1, 500, 700)}))
    assert shown[Figure(Part.SERVICE, "x", "most")] is None
    assert None in (shown[Figure(Part.TOTAL, 0, "most")], shown[Figure(Part.SERVICE, "facebook", "most")])


def test_both_ends_of_a_span_are_hidden_together():
    shown = show(minutes_of({"facebook": (29, 3, 200), "x": (20, 500, 700)}, total=(503, 900)))
    assert shown[Figure(Part.SERVICE, "facebook", "least")] is None
    assert shown[Figure(Part.SERVICE, "facebook", "most")] is None


def test_minutes_are_hidden_where_the_visits_are():
    true = tally(make_visits(1, people=3, services=1, days=1, visits=50, heavy=0))
    true |= {Figure(Part.SERVICE, "service-0", end): Tally(100, 20) for end in ("least", "most")}
    true |= {Figure(Part.TOTAL, 0, end): Tally(100, 20) for end in ("least", "most")}
    shown = disclose_week(true, smallest_cohort=5)
    assert shown[Figure(Part.SERVICE, "service-0", "most")] == Count(None)


def test_columns_that_are_not_visits_stand_alone():
    figure = Figure(Part.SERVICE, "facebook", "embedded")
    assert show({figure: Tally(1000, 40)}) == {figure: 1000}
    assert show({figure: Tally(1000, 2)}) == {figure: None}

"""Who held a machine when, if records of different rank speak of it?"""

from hypothesis import given, settings
from hypothesis import strategies as st

from staffroom.rules.holdings import (
    ALWAYS,
    FOREVER,
    OVERLAP,
    Answer,
    Bearer,
    Holding,
    Rank,
    Statement,
    inside,
    outside,
    settle,
)

NOTHING = Answer(Bearer.NOBODY, "", "nothing recorded")
ANN = Answer(Bearer.PERSON, "ann", "RADIUS")
BEN = Answer(Bearer.PERSON, "ben", "DHCP")


def says(rank, since, until, answer, who=""):
    return Statement(rank, since, until, who or (answer.person if answer else "?"), answer)


def test_without_statements_the_rest_holds_for_all_time():
    assert settle([], NOTHING) == (Holding(ALWAYS, FOREVER, *NOTHING),)


def test_neighbours_that_say_the_same_become_one():
    found = settle([says(Rank.LEASE, 0, 10, ANN), says(Rank.LEASE, 10, 20, ANN)], NOTHING)
    assert [(holding.since, holding.until) for holding in found] == [(ALWAYS, 0), (0, 20), (20, FOREVER)]


def test_a_better_rank_interrupts_a_worse_one():
    found = settle([says(Rank.DEVICE, 0, 30, BEN), says(Rank.ACCOUNT, 10, 20, ANN)], NOTHING)
    assert [holding.person for holding in found] == ["", "ben", "ann", "ben", ""]


def test_a_record_that_knows_nobody_gives_way_but_contradicts_its_equals():
    silent = says(Rank.LEASE, 0, 20, None)
    assert [each.person for each in settle([silent, says(Rank.DEVICE, 0, 20, ANN)], NOTHING)] == [
        "",
        "ann",
        "",
    ]
    found = settle([silent, says(Rank.LEASE, 0, 20, ANN)], NOTHING)
    assert [each.source for each in found] == [NOTHING.source, OVERLAP.source, NOTHING.source]


def test_a_statement_may_hold_for_ever():
    assert settle([says(Rank.DEVICE, ALWAYS, FOREVER, ANN)], NOTHING) == (Holding(ALWAYS, FOREVER, *ANN),)


numbers = st.integers(-20, 20)
intervals = st.tuples(numbers, numbers)


@settings(deadline=None)
@given(intervals, st.lists(intervals, max_size=6))
def test_each_instant_of_an_interval_is_inside_a_window_or_outside_all(interval, windows):
    within, without = inside(interval, windows), outside(interval, windows)
    for instant in range(-21, 22):
        in_interval = interval[0] <= instant < interval[1]
        in_window = any(since <= instant < until for since, until in windows)
        assert any(since <= instant < until for since, until in within) == (in_interval and in_window)
        assert any(since <= instant < until for since, until in without) == (in_interval and not in_window)


statements = st.builds(
    says,
    st.sampled_from(Rank),
    numbers,
    numbers,
    st.sampled_from([ANN, BEN, None]),
)


@settings(deadline=None)
@given(st.lists(statements, max_size=8), numbers)
def test_at_each_instant_the_best_rank_that_names_somebody_decides(said, instant):
    found = next(each for each in settle(said, NOTHING) if each.since <= instant < each.until)
    assert (found.bearer, found.person, found.source) == expected_at(said, instant)


def expected_at(said, instant):
    """The rule once more, instant by instant and without a sweep."""
    for rank in Rank:
        present = [each for each in said if each.rank is rank and each.since <= instant < each.until]
        if len({each.who for each in present}) > 1:
            return OVERLAP
        answers = [each.answer for each in present if each.answer]
        if answers:
            return answers[0]
    return NOTHING

"""Is the arithmetic right that says how far a report is from the truth?"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from staffroom.demonstration.comparison import ServiceComparison, compare, describe
from staffroom.demonstration.truth import Truth
from staffroom.records.evidence import Outcome

ANN_READS = ("ann", "x", 10)
ANN_AGAIN = ("ann", "x", 11)
BEN_WATCHES = ("ben", "youtube", 10)
TRUTH = Truth(
    visits=frozenset({ANN_READS, ANN_AGAIN, BEN_WATCHES}),
    seconds={("ann", "x"): 400, ("ben", "youtube"): 110},
    unattributable=frozenset({("cat", "x", 20)}),
    hidden=frozenset({("dan", "discord", 30), ("dan", "discord", 31)}),
)
VISITS = st.frozensets(
    st.tuples(st.sampled_from("abc"), st.sampled_from(["x", "facebook"]), st.integers(0, 5)), max_size=20
)


def test_a_report_that_finds_everything_is_perfect() -> None:
    comparison = compare(TRUTH, [(*one, "visit") for one in TRUTH.visits])
    assert (comparison.precision, comparison.recall) == (1.0, 1.0)
    assert (comparison.found, comparison.missed, comparison.wrongly) == (3, 0, 0)


def test_a_report_that_finds_nothing_has_no_precision_and_a_recall_of_zero() -> None:
    comparison = compare(TRUTH, [])
    assert comparison.precision is None
    assert comparison.recall == 0.0
    assert comparison.missed == 3


def test_where_there_is_no_truth_there_is_no_recall() -> None:
    comparison = compare(Truth(), [("ann", "x", 1, "visit")])
    assert comparison.recall is None
    assert comparison.precision == 0.0
    assert comparison.recall_of_all is None


def test_a_wrong_visit_lowers_precision_and_a_missed_one_lowers_recall() -> None:
    comparison = compare(TRUTH, [(*ANN_READS, "visit"), ("eve", "facebook", 50, "visit")])
    assert comparison.precision == 1 / 2
    assert comparison.recall == 1 / 3


@pytest.mark.parametrize("outcome", [one for one in Outcome if one is not Outcome.VISIT])
def test_only_a_visit_counts_as_found(outcome: Outcome) -> None:
    assert compare(TRUTH, [(*ANN_READS, outcome)]).found == 0


def test_what_was_missed_but_called_ambiguous_is_told() -> None:
    comparison = compare(TRUTH, [(*ANN_READS, "ambiguous"), (*BEN_WATCHES, "embedded")])
    assert (comparison.missed, comparison.ambiguous_of_missed) == (3, 1)


def test_an_ambiguous_window_that_is_no_visit_changes_nothing() -> None:
    assert compare(TRUTH, [("eve", "x", 99, "ambiguous")]) == compare(TRUTH, [])


def test_a_window_judged_twice_has_the_better_outcome() -> None:
    comparison = compare(
        TRUTH, [(*ANN_READS, "ambiguous"), (*ANN_READS, "visit"), (*ANN_READS, "background")]
    )
    assert (comparison.found, comparison.ambiguous_of_missed) == (1, 0)


@pytest.mark.parametrize(("window", "beside"), [(9, 1), (12, 1), (8, 0), (13, 0)])
def test_a_wrong_window_right_beside_a_true_one_is_told_apart(window: int, beside: int) -> None:
    comparison = compare(TRUTH, [("ann", "x", window, "visit")])
    assert (comparison.wrongly, comparison.wrongly_beside) == (1, beside)


def test_beside_means_the_same_person_and_the_same_service() -> None:
    judged = [("ben", "x", 9, "visit"), ("ann", "youtube", 9, "visit")]
    assert compare(TRUTH, judged).wrongly_beside == 0


def test_a_true_visit_that_nobody_could_tie_to_a_person_counts_neither_way() -> None:
    comparison = compare(TRUTH, [("cat", "x", 20, "visit"), ("dan", "discord", 30, "visit")])
    assert (comparison.found, comparison.wrongly, comparison.beyond) == (0, 0, 2)
    assert comparison.precision is None


def test_recall_of_all_also_counts_what_no_log_could_tell() -> None:
    comparison = compare(TRUTH, [(*one, "visit") for one in TRUTH.visits])
    assert comparison.recall_of_all == 3 / 6


def test_minutes_are_the_true_seconds_rounded() -> None:
    assert compare(TRUTH, []).minutes_true == 8  # 510 seconds, and a half rounds to the even number


def test_each_service_has_its_own_counts() -> None:
    judged = [(*ANN_READS, "visit"), ("eve", "facebook", 1, "visit")]
    assert compare(TRUTH, judged).services == (
        ServiceComparison("facebook", true_visits=0, found=0, wrongly=1),
        ServiceComparison("x", true_visits=2, found=1, wrongly=0),
        ServiceComparison("youtube", true_visits=1, found=0, wrongly=0),
    )


@given(VISITS, VISITS, VISITS)
def test_all_counts_add_up(true: frozenset, judged: frozenset, elsewhere: frozenset) -> None:
    truth = Truth(visits=true, unattributable=elsewhere - true)
    comparison = compare(truth, [(*one, "visit") for one in judged])
    assert comparison.found + comparison.missed == comparison.true_visits == len(true)
    assert comparison.found + comparison.wrongly + comparison.beyond == len(judged)
    assert comparison.wrongly_beside <= comparison.wrongly
    assert sum(one.found for one in comparison.services) == comparison.found
    assert sum(one.wrongly for one in comparison.services) == comparison.wrongly


@given(VISITS, VISITS, st.none() | st.tuples(st.integers(0, 99), st.integers(0, 99)))
def test_every_sentence_is_whole(true: frozenset, judged: frozenset, minutes: tuple[int, int] | None) -> None:
    comparison = compare(Truth(visits=true), [(*one, "visit") for one in judged], minutes_judged=minutes)
    for sentence in describe(comparison):
        assert sentence[0].isupper()
        assert sentence.endswith(".")
        assert "None" not in sentence


def test_the_sentences_say_the_figures() -> None:
    judged = [(*ANN_READS, "visit"), (*ANN_AGAIN, "ambiguous"), ("eve", "facebook", 1, "visit")]
    said = " ".join(describe(compare(TRUTH, judged, minutes_judged=(5, 15))))
    assert "Found: 1 of 3 true visits (33%)." in said
    assert "Missed: 2; 1 of them called ambiguous." in said
    assert "Called a visit wrongly: 1" in said
    assert "50% was one" in said
    assert "1 more true visit could not be tied to a person by any log" in said
    assert "2 more true visits had no name" in said
    assert "really spent 8 minutes on these services; the report says from 5 to 15." in said


def test_nearly_all_is_never_called_all() -> None:
    many = frozenset(("ann", "x", window) for window in range(1000))
    said = " ".join(describe(compare(Truth(visits=many), [("ann", "x", n, "visit") for n in range(999)])))
    assert "(99%)" in said


def test_no_sentence_names_a_person() -> None:
    said = " ".join(describe(compare(TRUTH, [("eve", "facebook", 1, "visit")])))
    assert not any(name in said.split() for name in ("ann", "ben", "cat", "dan", "eve"))


def test_an_attribution_that_was_impossible_is_pointed_out() -> None:
    said = " ".join(describe(compare(TRUTH, [("cat", "x", 20, "visit")])))
    assert "Of these, 1 was tied to a person all the same" in said

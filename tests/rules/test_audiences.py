"""Is it said of everybody who might see a post how it would read to them?"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from staffroom.records.findings import EVERYBODY, Audience, Finding, Span, Strength
from staffroom.rules.audiences import CALLED, LONGEST_QUOTE, MOST_TOLD, sentences_of, views_of

pytestmark = pytest.mark.clause("BYP-2", "BYP-4")


def finding(
    *words: str, tells: str = "", matters_to: frozenset[Audience] = EVERYBODY, kind: str = "made"
) -> Finding:
    spans = tuple(Span(0, len(word)) for word in words)
    return Finding(
        "made", kind, "CON-4", Strength.ADVISED, spans, words, "Why.", "Way out.", matters_to, tells
    )


WORKS = finding("Larkfield", tells="that you work for the school")
CHILD = finding("uses a wheelchair", tells="something about a child", matters_to=frozenset({Audience.PARENT}))


def sentence_for(audience: Audience, *findings: Finding) -> str:
    return next(view.sentence for view in views_of(findings) if view.audience is audience)


def test_each_audience_is_given_the_findings_that_matter_to_it_and_no_others():
    views = {view.audience: view.findings for view in views_of([WORKS, CHILD])}
    assert views[Audience.PARENT] == (WORKS, CHILD)
    assert views[Audience.PUPIL] == (WORKS,)


def test_a_sentence_says_who_would_read_what_with_the_words_that_say_it():
    assert sentence_for(Audience.PARENT, WORKS, CHILD) == (
        "A parent would read that you work for the school (“Larkfield”) and something about a child "
        "(“uses a wheelchair”)."
    )


def test_both_the_employer_and_the_one_hoped_for_are_thought_of():
    assert {view.audience for view in views_of([WORKS])} >= {Audience.EMPLOYER, Audience.FUTURE_EMPLOYER}
    assert sentence_for(Audience.FUTURE_EMPLOYER, WORKS).startswith("A future employer would read ")


def test_without_a_finding_nobody_is_named():
    assert views_of([]) == ()


def test_what_matters_to_nobody_is_held_up_to_nobody():
    assert views_of([finding("strike", matters_to=frozenset())]) == ()


def test_those_to_whom_a_post_reads_the_same_are_said_in_one_sentence():
    everybody, parents = sentences_of(views_of([WORKS, CHILD]))
    assert everybody == (
        "A pupil, a colleague, anybody in the community, your employer and a future employer would read that "
        "you work for the school (“Larkfield”)."
    )
    assert parents == sentence_for(Audience.PARENT, WORKS, CHILD)


def test_a_kind_that_does_not_say_what_it_tells_is_quoted():
    assert sentence_for(Audience.PUPIL, finding("01632 960001")) == "A pupil would read “01632 960001”."


def test_the_same_thing_is_not_said_twice():
    assert sentence_for(Audience.PUPIL, WORKS, WORKS).count("Larkfield") == 1


def test_of_many_findings_the_first_are_told_and_the_rest_are_counted():
    many = [finding(f"number {number}") for number in range(MOST_TOLD + 3)]
    assert sentence_for(Audience.PUPIL, *many).endswith("“number 3” and 3 things more.")
    assert sentence_for(Audience.PUPIL, *many[: MOST_TOLD + 1]).endswith("and one thing more.")


def test_long_words_are_cut_and_line_ends_left_out():
    said = sentence_for(Audience.PUPIL, finding("a\nb" + " long" * 50))
    assert "\n" not in said
    assert len(said) < LONGEST_QUOTE + 40


def test_every_audience_has_a_name_in_a_sentence():
    assert set(CALLED) == set(Audience)


@given(st.lists(st.builds(finding, st.text(), matters_to=st.frozensets(st.sampled_from(Audience)))))
def test_every_finding_is_shown_to_all_to_whom_it_matters(findings):
    views = {view.audience: view for view in views_of(findings)}
    for one in findings:
        assert all(one in views[audience].findings for audience in one.matters_to)
    assert all(
        view.sentence.startswith(CALLED[audience] + " would read ") for audience, view in views.items()
    )

"""Does each statement ask plain questions, and know which answers are missing?"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.made_safeguards import answers_to
from staffroom.records.safeguards import Subject
from staffroom.rules.monitoring_questions import QUESTIONS, TITLES, asked, tidy, unanswered

SUBJECTS = pytest.mark.parametrize("subject", Subject)


@SUBJECTS
def test_each_question_has_a_name_of_its_own_and_ends_as_one(subject):
    names = [one.name for one in QUESTIONS[subject]]
    assert len(set(names)) == len(names)
    assert all(one.title.endswith("?") for one in QUESTIONS[subject])
    assert TITLES[subject]


@SUBJECTS
def test_a_question_depends_on_one_that_is_asked_before_it(subject):
    before = {}
    for one in QUESTIONS[subject]:
        if one.asked_if:
            other, *values = one.asked_if
            assert set(values) <= set(dict(before[other].choices))
        before[one.name] = one


@SUBJECTS
def test_nothing_is_missing_when_everything_is_answered(subject):
    assert unanswered(subject, answers_to(subject)) == ()


def test_a_choice_that_is_not_offered_is_no_answer():
    names = [
        one.name for one in unanswered(Subject.BASIS, answers_to(Subject.BASIS, basis="because I say so"))
    ]
    assert names == ["basis"]


@given(subject=st.sampled_from(Subject), answers=st.dictionaries(st.text(max_size=9), st.text(max_size=9)))
def test_tidying_keeps_only_what_is_asked_and_is_done_once(subject, answers):
    kept = tidy(subject, answers)
    assert set(kept) == {one.name for one in asked(subject, answers)}
    assert tidy(subject, kept) == kept

"""Is the answer itself marked, and is a warning of such games left alone?"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detectors.made_ground import GROUND
from staffroom.detectors.checker import check
from staffroom.detectors.text.security_answers import DETECTOR
from staffroom.records.drafts import Draft
from staffroom.records.findings import Finding, Strength

NAMES = st.text("abcdefghjklmnopqrstuvwxyz", min_size=4, max_size=10).map(lambda name: f"Zu{name}")
FRAMES = (
    ("first-pet", "My first pet was {}"),
    ("first-pet", "{}, my first dog, ate shoes"),
    ("first-pet", "first pet: {}"),
    ("maiden-name", "mum's maiden name was {}, I think"),
    ("birthplace", "I was born in {} and stayed"),
    ("memorable-word", "my memorable word is {}."),
    ("first-car", "My first car was a {}!"),
    ("first-street", "I grew up on {} Street"),
    ("childhood", "My first teacher was Mrs {}"),
)
QUIZ = "Your stripper name is your first pet and your street"


def findings(text: str) -> tuple[Finding, ...]:
    return check(Draft(text), GROUND, [DETECTOR]).findings


@given(st.sampled_from(FRAMES), NAMES)
def test_whatever_the_answer_is_it_is_marked_and_nothing_else(frame, name):
    kind, sentence = frame
    (found,) = findings(sentence.format(name))
    assert found.kind == kind
    assert name in found.words[0]
    assert len(found.words[0].split()) <= 2


@given(NAMES)
def test_a_question_without_an_answer_gives_nothing_away(name):
    assert findings(f"My first pet, my first car, my first school... {name} knows") == ()


@pytest.mark.clause("SEC-6")
def test_an_answer_should_not_be_given_away():
    (found,) = findings("My mum's maiden name was Lowther")
    assert (found.clause, found.strength, found.words) == ("SEC-6", Strength.SHOULD, ("Lowther",))


@pytest.mark.clause("SEC-5")
def test_of_a_quiz_that_fishes_it_is_said_what_it_is_after():
    (found,) = findings(QUIZ)
    assert (found.kind, found.clause, found.strength) == ("quiz", "SEC-5", Strength.ADVISED)
    assert "security questions" in found.why


@pytest.mark.parametrize(
    "warning", ["{}: it is a scam", "Never post this: {}", "e-safety today. {}, and why not to play"]
)
def test_a_warning_of_a_quiz_is_left_alone(warning):
    assert findings(warning.format(QUIZ)) == ()


def test_what_a_quiz_asks_is_not_taken_for_an_answer():
    assert {finding.kind for finding in findings("What was your first car? Mine was fun. First pet?")} == {
        "quiz"
    }


def test_several_answers_in_a_filled_in_form_are_each_a_finding():
    form = "First pet: Rex\nFirst car: Metro\nMum's maiden name: Lowther\nPlace of birth: Whitby"
    assert {finding.words[0] for finding in findings(form)} == {"Rex", "Metro", "Lowther", "Whitby"}


def test_an_answer_hidden_with_characters_that_nobody_sees_is_found():
    (found,) = findings("my fir\u200bst pet was Re\u00adx")
    assert found.words == ("Re\u00adx",)

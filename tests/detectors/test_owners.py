"""Is it told whose a number is?"""

from __future__ import annotations

import pytest

from staffroom.detectors.owners import is_own
from staffroom.detectors.plain_text import read_plain
from staffroom.records.findings import Span

NUMBER = "07700 900123"
OWN = (
    "my number is {}",
    "my new number is {}, his is the same as ever",
    "{} is my number",
    "his phone is dead, so ring me on {}",
    "I'm on {}",
    "come to ours, {}",
    "our landline is {}",
    "please, not her again, my number is {}",
)
ANOTHERS = (
    "his number is {}",
    "my mum's number is {}",
    "my pupil is on {}",
    "I rang Tom's dad on {}",
    "I like her, {}",
    "not me, {}",
    "{}",
    "{}, he rang my house",
    "Mrs Lowe, {}",
    "our caretaker is on {}",
)


def said_to_be_own(sentence: str) -> bool:
    text = read_plain(sentence.format(NUMBER))
    start = text.plain.index(NUMBER)
    return is_own(text, Span(start, start + len(NUMBER)))


@pytest.mark.parametrize("sentence", OWN)
def test_what_is_said_to_be_the_authors_is_the_authors(sentence):
    assert said_to_be_own(sentence)


@pytest.mark.parametrize("sentence", ANOTHERS)
def test_what_is_said_to_be_somebody_elses_or_of_nobody_is_not_the_authors(sentence):
    assert not said_to_be_own(sentence)


def test_a_word_far_away_says_nothing():
    assert not said_to_be_own("my " + "very " * 30 + "{}")

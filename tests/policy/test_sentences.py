"""Do sentences end where a reader would say they do?"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from staffroom.policy.sentences import sentence_spans, stand_alone

SPLIT = (
    ("One. Two.", ["One.", "Two."]),
    ("Is it? It is! Yes.", ["Is it?", "It is!", "Yes."]),
    ("Think first, i.e. wait a day.", ["Think first, i.e. wait a day."]),
    ("Ask others, e.g. Governors, first.", ["Ask others, e.g. Governors, first."]),
    ("See Mr. Made. He knows.", ["See Mr. Made.", "He knows."]),
    ("It was said. . Then more.", ["It was said. .", "Then more."]),
    ("It ends so. .", ["It ends so. ."]),
    ('He said "stop." Then he went.', ['He said "stop."', "Then he went."]),
    ("(All of it.) And more.", ["(All of it.)", "And more."]),
    ("1. Staff must ask. They may wait.", ["1. Staff must ask.", "They may wait."]),
    ("2.1 Staff must ask. They may wait.", ["2.1 Staff must ask.", "They may wait."]),
    ("- Ask first. Wait.", ["- Ask first.", "Wait."]),
    ("Version 2.1 is here.", ["Version 2.1 is here."]),
    ("No stop at the end", ["No stop at the end"]),
    ("First;\nsecond.\nThird.", ["First;\nsecond.", "Third."]),
    ("In the end, no. Then yes.", ["In the end, no.", "Then yes."]),
    ("See no. 7 and p. 12. Then go.", ["See no. 7 and p. 12.", "Then go."]),
)


@pytest.mark.parametrize(("paragraph", "sentences"), SPLIT)
def test_a_paragraph_is_split(paragraph: str, sentences: list[str]):
    assert [paragraph[begin:end] for begin, end in sentence_spans(paragraph)] == sentences


@given(some.text(alphabet="Aab1.!? \"')(-\n", max_size=80))
def test_sentences_are_in_order_and_only_white_space_lies_between(paragraph: str):
    end = 0
    for begin, stop in sentence_spans(paragraph):
        assert begin >= end
        assert not paragraph[end:begin].strip()
        assert stop > begin
        end = stop
    assert not paragraph[end:].strip()


def test_a_million_full_stops_are_split_in_good_time():
    assert sentence_spans("A. " * 300_000)
    assert sentence_spans("." * 1_000_000)
    assert sentence_spans("a." + " " * 1_000_000 + "b")
    assert sentence_spans("e.g." + " " * 1_000_000 + "B")


@pytest.mark.parametrize(
    ("clause", "sentence"),
    [
        ("- be careful and responsible;", "Be careful and responsible."),
        ("It asks the following of staff:", "It asks the following of staff."),
        ("Who might read it?", "Who might read it?"),
        ("Nothing more is needed.", "Nothing more is needed."),
    ],
)
def test_a_clause_of_a_list_becomes_a_sentence_of_its_own(clause: str, sentence: str):
    assert stand_alone(clause) == sentence

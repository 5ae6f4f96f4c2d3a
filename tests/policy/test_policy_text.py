"""Does a policy in pieces lose nothing of its text?"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from policy.made_policy import CONTROL, REWORDED, expected_ids, made_paragraphs
from staffroom.policy.paragraph import Kind, Paragraph
from staffroom.policy.text import (
    LONGEST_SENTENCE,
    MOST_SENTENCES,
    NotAPolicyError,
    Role,
    read_policy,
    rebuild,
)

WORDS = some.text(alphabet="Aab1.!? :|\t()-", min_size=1, max_size=60).filter(
    lambda text: any(map(str.isalnum, text))
)
PARAGRAPHS = some.lists(
    some.builds(Paragraph, WORDS, some.sampled_from(Kind), some.sampled_from(["", "\n", "\n\n## ", " "])),
    max_size=12,
)


@given(PARAGRAPHS, some.sampled_from(["", "\n", "\n---\n"]))
def test_the_pieces_make_the_text_again_whatever_it_is(paragraphs: list[Paragraph], after: str):
    text = "".join(one.before + one.text for one in paragraphs) + after
    try:
        policy = read_policy(paragraphs, after)
    except NotAPolicyError:
        return
    assert rebuild(policy) == text


def test_the_sections_and_clauses_of_a_made_policy_are_read():
    policy = read_policy(made_paragraphs())
    assert policy.title == "Anytown Academy social media policy"
    assert policy.sections[1:] == tuple(REWORDED)
    assert [piece.text for piece in policy.clauses] == list(expected_ids())
    assert {piece.section for piece in policy.clauses} == set(REWORDED)


def test_the_front_page_is_no_clause():
    policy = read_policy(made_paragraphs())
    assert [piece.text for piece in policy.pieces if piece.role is Role.CONTROL] == list(CONTROL)
    assert policy.control.version == "2.1"
    assert policy.control.owner == "Vice Principal (Pastoral)"


def test_a_line_of_the_front_page_with_an_unknown_label_is_kept_as_one():
    rows = [Paragraph("Version: 3"), Paragraph("Review cycle: three years"), Paragraph("Staff must ask.")]
    policy = read_policy(rows)
    assert [(row.field, row.label, row.value) for row in policy.control.rows] == [
        ("version", "Version", "3"),
        ("", "Review cycle", "three years"),
    ]
    assert len(policy.clauses) == 1


def test_a_line_with_a_colon_in_the_text_is_a_clause():
    policy = read_policy([Paragraph("Staff must ask."), Paragraph("Note: staff may wait.")])
    assert len(policy.clauses) == 2


def test_a_policy_without_headings_has_no_title():
    policy = read_policy([Paragraph("Staff must ask.")])
    assert policy.title == ""
    assert policy.clauses[0].section == ""


def test_a_text_without_a_sentence_is_no_policy():
    with pytest.raises(NotAPolicyError, match="No sentence was found"):
        read_policy([])


def test_more_sentences_than_any_policy_has_are_refused():
    with pytest.raises(NotAPolicyError, match="1,000 sentences"):
        read_policy([Paragraph("Staff must ask. " * (MOST_SENTENCES + 1))])


def test_more_words_than_any_policy_has_are_refused():
    with pytest.raises(NotAPolicyError, match="300,000 characters"):
        read_policy([Paragraph(f"Staff ask {'and ask ' * 1000}. " * 50)])


def test_a_sentence_that_never_ends_is_refused():
    with pytest.raises(NotAPolicyError, match="10,000 characters"):
        read_policy([Paragraph("Staff ask " * LONGEST_SENTENCE)])

"""Are the clauses of a school's own policy found, surely, honestly, and never by force?"""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as some

from policy.made_policy import (
    HARDER,
    REWORDED,
    STRANGERS,
    expected_ids,
    ids_of,
    made_paragraphs,
    match_sentences,
    policy_of,
)
from staffroom.policy.matching import CERTAIN, HIGHEST, LEAST, LIKELY, Sureness, match
from staffroom.policy.template import load_template, template_policy
from staffroom.policy.text import read_policy

SENTENCES = tuple(expected_ids())


def test_a_policy_in_other_words_is_recognised():
    matching = match(read_policy(made_paragraphs()), load_template())
    assert ids_of(matching) == expected_ids()


def test_of_a_whole_policy_in_hard_words_none_is_mistaken_and_few_are_unmatched():
    order = [clause.id for clause in load_template().clauses]
    whole = {id: sentence for sentence, id in expected_ids().items()} | dict(HARDER)
    found = ids_of(match_sentences(whole[id] for id in order if id in whole))
    assert all(found[sentence] in (None, id) for id, sentence in whole.items())
    assert sum(found[sentence] == id for id, sentence in whole.items()) >= 38


def test_a_policy_with_its_sections_in_another_order_is_recognised():
    sections = list(REWORDED)[::-1]
    found = ids_of(match(read_policy(made_paragraphs(sections)), load_template()))
    wrong = {text: id for text, id in found.items() if id not in (None, expected_ids()[text])}
    assert not wrong
    assert sum(id is not None for id in found.values()) >= 0.9 * len(SENTENCES)


def test_sentences_in_any_order_are_unmatched_rather_than_mistaken():
    for seed in range(5):
        order = random.Random(seed).sample(SENTENCES, len(SENTENCES))
        found = ids_of(match_sentences(order))
        assert all(id in (None, expected_ids()[text]) for text, id in found.items())
        assert sum(id is not None for id in found.values()) >= 0.8 * len(SENTENCES)


def test_sentences_of_other_policies_are_left_unmatched():
    matching = match_sentences(STRANGERS)
    assert {one.sureness for one in matching.matches} == {Sureness.UNMATCHED}
    assert len(matching.missing) == 43
    assert all(one.confidence < LEAST for one in matching.unmatched)


def test_an_added_sentence_is_shown_unmatched_and_disturbs_no_other():
    mixed = list(SENTENCES)
    for place, stranger in enumerate(STRANGERS):
        mixed.insert(3 * place, stranger)
    found = ids_of(match_sentences(mixed))
    assert [found[stranger] for stranger in STRANGERS] == [None] * len(STRANGERS)
    assert all(found[text] in (None, id) for text, id in expected_ids().items())


def test_a_removed_sentence_is_a_missing_clause_and_its_id_goes_to_no_other():
    for removed, id in expected_ids().items():
        matching = match_sentences(text for text in SENTENCES if text != removed)
        assert id in {clause.id for clause in matching.missing}
        assert id not in ids_of(matching).values()


def test_the_same_sentence_twice_is_one_clause_and_one_unmatched_sentence():
    sentence = "Staff must never send a message that is abusive or defamatory."
    matching = match_sentences([sentence, sentence])
    ids = [one.clause.id if one.clause else None for one in matching.matches]
    assert sorted(ids, key=str) == [None, "SEC-4"]


def test_without_a_clear_lead_nothing_is_certain():
    sentence = "Staff must never send a message that is abusive or defamatory."
    matched = next(one for one in match_sentences([sentence, sentence]).matches if one.clause)
    assert matched.sureness is not Sureness.CERTAIN
    assert match_sentences([sentence]).matches[0].sureness is Sureness.CERTAIN


def test_even_the_words_of_the_template_are_not_wholly_sure():
    sentences = [clause.text for clause in load_template().clauses]
    assert max(one.confidence for one in match_sentences(sentences).matches) == HIGHEST < 1


def test_clauses_whose_ids_are_known_are_not_guessed():
    matching = match(template_policy(load_template()), load_template())
    assert {one.confidence for one in matching.matches} == {1.0}
    assert not matching.missing


@pytest.mark.parametrize(
    ("confidence", "sureness"),
    [(LEAST, Sureness.DOUBTFUL), (LIKELY, Sureness.LIKELY), (CERTAIN, Sureness.CERTAIN)],
)
def test_the_word_for_a_confidence_changes_at_the_published_thresholds(confidence, sureness):
    seen = [one for one in match_sentences(SENTENCES).matches if one.sureness is sureness]
    assert seen
    assert min(one.confidence for one in seen) >= confidence


@given(some.lists(some.sampled_from(SENTENCES + STRANGERS), min_size=1, max_size=25, unique=True))
def test_no_clause_is_given_twice_and_nothing_is_lost(sentences: list[str]):
    matching = match_sentences(sentences)
    given_ids = [one.clause.id for one in matching.matches if one.clause]
    assert [one.piece.text for one in matching.matches] == sentences
    assert len(given_ids) == len(set(given_ids))
    assert len(given_ids) + len(matching.missing) == 43
    assert all((one.clause is None) == (one.sureness is Sureness.UNMATCHED) for one in matching.matches)
    assert all(0 <= one.confidence < 1 for one in matching.matches)


@given(some.text(alphabet=some.characters(codec="utf-8"), min_size=1, max_size=200))
def test_any_text_can_be_matched(text: str):
    if not text.strip() or not any(map(str.isalnum, text)):
        return
    policy = policy_of([f"X {text}.", *SENTENCES[:3]])
    assert len(match(policy, load_template()).matches) == len(policy.clauses)

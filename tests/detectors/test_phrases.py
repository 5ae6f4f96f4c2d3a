"""Are the phrases of a table found where they stand, and marked as the table says?"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from staffroom.detectors.phrases import Phrases, outermost
from staffroom.detectors.plain_text import read_plain


def marked(phrase: str, text: str) -> list[str]:
    plain = read_plain(text)
    return [plain.plain[slice(*match.span)] for match in Phrases({"it": [phrase]}).find(plain.words)]


@pytest.mark.parametrize(
    ("phrase", "text", "words"),
    [
        ("child protection", "A Child  Protection plan", ["Child  Protection"]),
        ("boy|girl in", "a girl in, a boy in", ["girl in", "boy in"]),
        ("so|~ angry", "angry", ["angry"]),
        ("so|~ angry", "so angry", ["so angry", "angry"]),
        ("took * home", "took it home", ["took it home"]),
        ("took * home", "took home", []),
        ("took *|~ home", "took home", ["took home"]),
        ("told us to [falsify] it|them", "They told us to falsify them", ["falsify"]),
        ("told us to [falsify]", "falsify", []),
        ("[blew the whistle] on", "blew the whistle on", ["blew the whistle"]),
        ("i'm angry", "im angry", ["im angry"]),
        ("we're angry", "were angry", []),
        ("head", "the head's car", ["head"]),
        ("head", "headed", []),
        ("one of my", "one of", []),
    ],
)
def test_a_phrase_stands_where_its_words_do(phrase, text, words):
    assert marked(phrase, text) == words


def test_an_optional_word_at_the_end_is_taken_where_it_stands():
    assert marked("social worker|~", "social worker, social") == ["social worker", "social"]


def test_what_stands_in_a_longer_match_is_left_out():
    plain = read_plain("absolutely fuming, livid")
    found = Phrases({"it": ["absolutely|~ fuming", "livid"]}).find(plain.words)
    assert [plain.plain[slice(*match.span)] for match in outermost(found)] == ["absolutely fuming", "livid"]


def test_the_distance_is_counted_in_words_and_is_none_where_two_overlap():
    one, two = Phrases({"it": ["one", "four"]}).find(read_plain("one two three four").words)
    assert (one.distance(two), two.distance(one), one.distance(one)) == (3, 3, 0)


WORDS = st.lists(st.sampled_from(["a", "b", "c's", "d"]), max_size=12)


@given(WORDS, st.lists(st.sampled_from(["a", "b", "c", "d"]), min_size=1, max_size=3))
def test_a_phrase_is_found_as_often_as_a_plain_search_finds_it(text, phrase):
    plain = read_plain(" ".join(text))
    said = [word.removesuffix("'s") for word in text]
    places = [at for at in range(len(said)) if said[at : at + len(phrase)] == phrase]
    assert [match.first for match in Phrases({"it": [" ".join(phrase)]}).find(plain.words)] == places

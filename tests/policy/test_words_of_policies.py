"""Are the words that mean the same treated as the same?"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from staffroom.policy.likeness import Weights
from staffroom.policy.strength import read_force
from staffroom.policy.words import meaning, stem

SAME = (
    ("pupils", "students"),
    ("Head Teacher", "Headteacher's"),
    ("e-safety", "online safety"),
    ("cyber-bullying", "cyber bullying"),
    ("print-outs", "printed"),
    ("investigation", "investigations"),
    ("respects", "respected"),
    ("senior leadership team", "SLT"),
    ("SCHOOL’S", "school"),
    ("policies", "policy"),
)
FORCES = (
    ("Staff must not post.", "must-not"),
    ("Staff should never post.", "must-not"),
    ("Staff should not post.", "should-not"),
    ("Never post.", "must-not"),
    ("Staff must post.", "must"),
    ("Staff are required to post.", "must"),
    ("Staff should post.", "should"),
    ("This is normally allowed.", "normally"),
    ("The school expects it.", "expects"),
    ("Staff are advised against it.", "advises-against"),
    ("We ask staff to wait.", "asks"),
    ("Is it wise?", "asks"),
    ("Staff may post.", "may"),
    ("It applies to everyone.", "defines"),
    ("The sky is blue.", "informs"),
)


@pytest.mark.parametrize(("one", "other"), SAME)
def test_two_ways_of_saying_a_thing_have_one_meaning(one: str, other: str):
    assert meaning(one) == meaning(other) != frozenset()


def test_words_of_every_sentence_mean_nothing():
    assert meaning("It is what they would have had, and the others too must.") == meaning("too")


@pytest.mark.parametrize(("one", "other"), [("policy", "police"), ("staff", "stuff"), ("post", "past")])
def test_words_that_only_look_alike_differ(one: str, other: str):
    assert meaning(one) != meaning(other)


@given(some.text(max_size=60))
def test_any_text_has_a_meaning_that_does_not_depend_on_its_case_or_spaces(text: str):
    plain = text.encode("ascii", "ignore").decode()
    assert meaning(plain.upper()) == meaning(f"  {plain.lower()}  ")


@given(some.text(alphabet="abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=20))
def test_a_stem_is_never_empty(word: str):
    assert stem(word)


@pytest.mark.parametrize(("sentence", "force"), FORCES)
def test_the_verbs_show_the_force(sentence: str, force: str):
    assert read_force(sentence).value == force


BAGS = some.frozensets(some.sampled_from("abcdefg"), max_size=5)


@given(some.lists(BAGS, min_size=2, max_size=8))
def test_likeness_is_the_same_either_way_and_whole_only_for_equal_sentences(bags: list[frozenset[str]]):
    weights = Weights(bags)
    one, other = bags[0], bags[1]
    assert weights.likeness(one, other) == pytest.approx(weights.likeness(other, one))
    assert 0 <= weights.likeness(one, other) <= 1
    if one:
        assert weights.likeness(one, one) == pytest.approx(1)
        assert (weights.likeness(one, other) == pytest.approx(1)) == (one == other)


def test_a_rare_word_counts_for_more_than_a_common_one():
    weights = Weights([frozenset({"staff", "forensic"}), frozenset({"staff", "post"}), frozenset({"staff"})])
    assert weights.of(frozenset({"forensic"})) > weights.of(frozenset({"staff"}))


def test_cues_recognise_a_sentence_that_the_text_does_not():
    text, cues = frozenset({"seven", "principle"}), frozenset({"nolan", "teacher"})
    weights = Weights([text | cues, frozenset({"staff"})])
    assert weights.recognition(cues, text, cues) == pytest.approx(1)
    assert weights.recognition(cues, text, frozenset()) == 0
    assert weights.recognition(frozenset(), text, cues) == 0

"""Is it seen what one policy changed in another?"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from policy.made_policy import REWORDED, STRANGERS, expected_ids, made_paragraphs, policy_of
from staffroom.policy.comparison import Comparison, compare
from staffroom.policy.paragraph import Paragraph
from staffroom.policy.template import load_template, template_policy
from staffroom.policy.text import Policy, read_policy
from staffroom.policy.wording import Fate, compare_words, share_kept

SENTENCES = tuple(expected_ids())


def compared(before: Policy, after: Policy) -> Comparison:
    return compare(before, after, load_template())


def test_a_policy_changed_nothing_in_itself():
    same = compared(policy_of(SENTENCES), policy_of(SENTENCES))
    assert len(same.pairs) == len(SENTENCES)
    changes = (same.added, same.withdrawn, same.reworded, same.moved, same.control)
    assert changes == ((), (), (), (), ())


def test_an_added_and_a_withdrawn_clause_are_seen():
    seen = compared(policy_of(SENTENCES[1:]), policy_of((*SENTENCES[1:-1], STRANGERS[0])))
    assert [one.piece.text for one in seen.added] == [STRANGERS[0]]
    assert [one.piece.text for one in seen.withdrawn] == [SENTENCES[-1]]
    assert not seen.reworded


def test_a_reworded_clause_is_seen_with_its_id_and_its_new_force():
    after = [text.replace("Staff must be cautious", "Staff should be cautious") for text in SENTENCES]
    (pair,) = compared(policy_of(SENTENCES), policy_of(after)).reworded
    assert pair.id == "CON-4"
    assert [force.value for force in pair.forces] == ["advises-against", "advises-against"]
    (other,) = compared(
        policy_of(SENTENCES),
        policy_of(text.replace("Never accept", "You should not accept") for text in SENTENCES),
    ).reworded
    assert [force.value for force in other.forces] == ["must-not", "should-not"]


def test_white_space_is_no_rewording():
    after = [text.replace(" ", "\n  ") for text in SENTENCES]
    assert not compared(policy_of(SENTENCES), policy_of(after)).reworded


def test_a_moved_clause_is_seen_and_those_that_made_room_are_not():
    after = (*SENTENCES[1:], SENTENCES[0])
    seen = compared(policy_of(SENTENCES), policy_of(after))
    assert [pair.before.piece.text for pair in seen.moved] == [SENTENCES[0]]


def test_a_moved_section_is_its_clauses_moved():
    order = list(REWORDED)
    before = read_policy(made_paragraphs(order))
    after = read_policy(made_paragraphs([order[2], *order[:2], *order[3:]]))
    seen = compared(before, after)
    assert {pair.after.piece.section for pair in seen.moved} == {order[2]}
    assert len(seen.moved) == len(REWORDED[order[2]])


def test_a_changed_front_page_is_seen():
    before = read_policy([Paragraph("Version: 1"), Paragraph("Owner: Bursar"), Paragraph("Staff must ask.")])
    after = read_policy([Paragraph("Version: 2"), Paragraph("Staff must ask.")])
    assert compared(before, after).control == (("version", "1", "2"), ("owner", "Bursar", ""))


def test_the_template_and_a_school_are_compared_by_their_clauses():
    seen = compared(template_policy(load_template()), read_policy(made_paragraphs()))
    assert {pair.id for pair in seen.reworded} == set(expected_ids().values())
    assert len(seen.withdrawn) == 43 - len(SENTENCES)
    assert not seen.added


def test_both_ways_round_added_and_withdrawn_change_places():
    one, other = policy_of(SENTENCES[:20]), policy_of((*SENTENCES[5:25], *STRANGERS[:3]))
    there, back = compared(one, other), compared(other, one)
    assert {match.piece.text for match in there.added} == {match.piece.text for match in back.withdrawn}
    assert {match.piece.text for match in there.withdrawn} == {match.piece.text for match in back.added}


@given(
    some.lists(some.sampled_from(SENTENCES + STRANGERS), min_size=1, max_size=10),
    some.lists(some.sampled_from(SENTENCES + STRANGERS), min_size=1, max_size=10),
)
def test_every_clause_is_in_one_pair_or_added_or_withdrawn(before: list[str], after: list[str]):
    seen = compared(policy_of(before), policy_of(after))
    old = [pair.before.piece.text for pair in seen.pairs] + [one.piece.text for one in seen.withdrawn]
    new = [pair.after.piece.text for pair in seen.pairs] + [one.piece.text for one in seen.added]
    assert sorted(old) == sorted(before)
    assert sorted(new) == sorted(after)


@given(some.lists(some.sampled_from(SENTENCES), min_size=1, max_size=12, unique=True), some.randoms())
def test_what_did_not_move_stands_in_the_same_order(before: list[str], chance):
    after = before[:]
    chance.shuffle(after)
    staying = [pair for pair in compared(policy_of(before), policy_of(after)).pairs if not pair.is_moved]
    places = [after.index(pair.after.piece.text) for pair in staying]
    assert places == sorted(places)


WORDS = some.lists(some.sampled_from(["staff", "must", "never", "post", "may"]), max_size=12).map(" ".join)


@given(WORDS, WORDS)
def test_the_words_kept_and_removed_are_the_old_and_those_kept_and_added_the_new(before: str, after: str):
    stretches = compare_words(before, after)
    old = [one.words for one in stretches if one.fate is not Fate.ADDED]
    new = [one.words for one in stretches if one.fate is not Fate.REMOVED]
    assert " ".join(old) == before
    assert " ".join(new) == after


@pytest.mark.parametrize(
    ("before", "after", "fates"),
    [
        ("Staff must ask", "Staff must ask", ["kept"]),
        ("Staff should ask", "Staff must ask", ["kept", "removed", "added", "kept"]),
        ("", "Staff", ["added"]),
        ("Staff", "", ["removed"]),
        ("", "", []),
    ],
)
def test_the_fate_of_words(before: str, after: str, fates: list[str]):
    assert [one.fate.value for one in compare_words(before, after)] == fates


def test_the_share_of_kept_words_is_of_both_sides():
    assert share_kept(compare_words("Staff must ask", "Staff must ask")) == 1
    assert share_kept(compare_words("Staff must ask", "Pupils may wait")) == 0
    assert share_kept(compare_words("Staff must ask", "Staff may ask")) == pytest.approx(2 / 3)
    assert share_kept(()) == 1


def test_the_force_of_the_template_is_its_own_and_not_read_from_its_words():
    seen = compared(template_policy(load_template()), read_policy(made_paragraphs()))
    for pair in seen.reworded:
        assert pair.forces[0] is load_template().clause(pair.id).force
        assert not pair.is_force_changed


def test_a_changed_force_between_two_schools_is_seen():
    seen = compared(
        policy_of(["Staff must ask the Headteacher."]), policy_of(["Staff should ask the Headteacher."])
    )
    assert [pair.is_force_changed for pair in seen.reworded] == [True]

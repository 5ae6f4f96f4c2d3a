"""Does editing one piece leave every other word as it was?"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from policy.made_policy import made_paragraphs, policy_of
from staffroom.policy.editing import with_added, with_control, with_text, without
from staffroom.policy.template import load_template, template_policy
from staffroom.policy.text import Role, read_policy, rebuild

POLICY = read_policy(made_paragraphs())
PLACES = some.integers(0, len(POLICY.pieces) - 1)
WORDS = some.text("abcde ,.", min_size=1, max_size=40).filter(str.strip)


@given(PLACES, WORDS)
def test_a_changed_piece_changes_nothing_else(place, text):
    edited = with_text(POLICY, place, text)
    old = POLICY.pieces[place]
    head = "".join(one.before + one.text for one in POLICY.pieces[:place]) + old.before
    assert rebuild(edited) == head + text + rebuild(POLICY)[len(head) + len(old.text) :]


@given(PLACES)
def test_a_piece_that_is_taken_out_leaves_the_words_of_all_others(place):
    edited = without(POLICY, place)
    expected = [one.text for number, one in enumerate(POLICY.pieces) if number != place]
    assert [one.text for one in edited.pieces] == expected


@given(PLACES, WORDS)
def test_an_added_clause_stands_after_its_place_as_a_paragraph_under_the_same_heading(place, text):
    edited = with_added(POLICY, place, text)
    added = edited.pieces[place + 1]
    assert (added.text, added.role) == (text, Role.CLAUSE)
    assert added.section == POLICY.pieces[place].section
    assert without(edited, place + 1).pieces == POLICY.pieces


def test_a_clause_between_two_sentences_of_a_paragraph_stays_in_it():
    two = policy_of(["One is first. Two is second.", "Three is last."])
    assert (
        rebuild(with_added(two, 0, "Between.")) == "\nOne is first. Between. Two is second.\nThree is last."
    )
    assert rebuild(with_added(two, 1, "After.")) == "\nOne is first. Two is second.\n\nAfter.\nThree is last."


def test_the_second_sentence_of_a_paragraph_begins_it_when_the_first_is_taken_out():
    two = policy_of(["One is first.", "Two is second. Three is last."])
    assert rebuild(without(two, 1)) == "\nOne is first.\nThree is last."


def test_a_renamed_heading_takes_its_clauses_along_and_no_others():
    place = next(n for n, one in enumerate(POLICY.pieces) if one.text == "Monitoring")
    edited = with_text(POLICY, place, "Looking at the network")
    before = [one.text for one in POLICY.pieces if one.section == "Monitoring" and one.role is Role.CLAUSE]
    after = [one.text for one in edited.pieces if one.section == "Looking at the network"]
    assert after == ["Looking at the network", *before]


def test_a_line_of_the_front_page_keeps_its_label_and_gets_its_new_value():
    edited = with_control(POLICY, {"version": "3.0", "review_by": "March 2029"})
    assert (edited.control.version, edited.control.review_by.iso) == ("3.0", "2029-03")
    assert "Version: 3.0" in [one.text for one in edited.pieces]
    assert edited.clauses == POLICY.clauses


def test_a_line_that_is_missing_is_added_to_the_front_page():
    edited = with_control(POLICY, {"approved": "17 April 2026"})
    assert edited.control.approved.iso == "2026-04-17"
    rows = [one.text for one in edited.pieces if one.role is Role.CONTROL]
    assert rows[-1] == "Date approved\t17 April 2026"


def test_a_text_without_a_front_page_gets_one_after_its_title():
    bare = read_policy([one for one in made_paragraphs() if ": " not in one.text[:30]])
    edited = with_control(bare, {"version": "1", "owner": "Deputy"})
    assert [one.role for one in edited.pieces[:3]] == [Role.HEADING, Role.CONTROL, Role.CONTROL]
    assert (edited.control.version, edited.control.owner) == ("1", "Deputy")


def test_an_empty_value_changes_nothing():
    assert rebuild(with_control(POLICY, {"version": "", "issued": ""})) == rebuild(POLICY)


@pytest.mark.parametrize("field", ["version", "issued", "approved", "review_by", "approved_by", "owner"])
def test_every_line_of_the_template_can_be_written(field):
    value = "1.0" if field == "version" else "March 2027"
    control = with_control(template_policy(load_template()), {field: value}).control
    written = getattr(control, field)
    assert getattr(written, "words", written) == value

"""What stands in the way of approval and of force?"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from staffroom.records.people import Standing
from staffroom.records.posts import Post
from staffroom.records.viewers import Viewer
from staffroom.rules.publishing import (
    ESSENTIALS,
    Readiness,
    blocks_adoption,
    blocks_approval,
    blocks_force,
    decide_approvers,
    missing_essentials,
)

TODAY = date(2026, 9, 14)
LEADER = Viewer("leader", frozenset({Standing.EMPLOYEE}), frozenset({Post.DEPUTY}))
GOVERNOR = Viewer("governor", frozenset({Standing.GOVERNOR}))
TEACHER = Viewer("teacher", frozenset({Standing.EMPLOYEE}))
READY = Readiness(frozenset({"GEN-2", "MON-1", "CON-14"}), date(2027, 9, 30), LEADER, GOVERNOR)


def reasons(blocks) -> list[str]:
    return [one.because for one in blocks]


def test_nothing_stands_in_the_way_of_a_version_that_has_everything():
    assert not blocks_approval(READY, TODAY)
    assert not blocks_force(READY, TODAY)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"owner": None}, "senior leadership team"),
        ({"owner": TEACHER}, "senior leadership team"),
        ({"governor": None}, "No governor"),
        ({"governor": TEACHER}, "No governor"),
        ({"review_last_day": None}, "date for the next review"),
        ({"review_last_day": TODAY}, "date for the next review"),
        ({"clauses": frozenset({"GEN-2", "CON-14"})}, "what is monitored"),
        ({"clauses": frozenset({"MON-1", "CON-14"})}, "private use"),
        ({"clauses": frozenset({"MON-1", "GEN-1"})}, "what follows"),
    ],
)
def test_each_thing_that_is_missing_blocks_force_alone(changes, said):
    found = reasons(blocks_force(replace(READY, **changes), TODAY))
    assert len(found) == 1
    assert said in found[0]


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"is_consulted": False}, "not consulted"),
        ({"unanswered_comments": 1}, "no answer"),
        ({"unmarked_changes": 1}, "material or not"),
        ({"review_last_day": None}, "review"),
    ],
)
def test_each_thing_that_is_open_blocks_approval_alone(changes, said):
    found = reasons(blocks_approval(replace(READY, **changes), TODAY))
    assert len(found) == 1
    assert said in found[0]


@pytest.mark.clause("GEN-6")
@given(
    some.frozensets(some.sampled_from(["GEN-1", "GEN-2", "MON-1", "CON-14", "CON-17", "SEC-1"])),
    some.frozensets(some.sampled_from([one.name for one in ESSENTIALS])),
)
def test_what_acas_advises_is_missing_unless_a_clause_or_another_document_says_it(clauses, elsewhere):
    missing = missing_essentials(clauses, elsewhere)
    for one in ESSENTIALS:
        assert (one in missing) == (not clauses & one.clauses and one.name not in elsewhere)


def test_an_overdue_review_does_not_keep_a_published_text_from_being_adopted():
    old = replace(READY, review_last_day=date(2021, 2, 28))
    assert blocks_force(old, TODAY)
    assert not blocks_adoption(old, is_as_imported=True, is_approved_on_paper=True)


@pytest.mark.parametrize(("as_imported", "on_paper"), [(False, True), (True, False)])
def test_only_a_published_text_that_was_approved_and_not_changed_is_adopted(as_imported, on_paper):
    assert len(blocks_adoption(READY, is_as_imported=as_imported, is_approved_on_paper=on_paper)) == 1


POSTS = ["headteacher", "safeguarding governor"]


def test_two_posts_held_by_two_people_can_be_asked():
    assert decide_approvers([(POSTS[0], "a"), (POSTS[1], "b")], POSTS).allowed


def test_one_person_cannot_approve_in_two_posts_nor_one_post_alone():
    assert not decide_approvers([(POSTS[0], "a"), (POSTS[1], "a")], POSTS).allowed
    assert not decide_approvers([(POSTS[0], "a")], POSTS[:1]).allowed


def test_a_post_that_nobody_holds_is_named():
    decision = decide_approvers([(POSTS[0], "a")], POSTS)
    assert not decision.allowed
    assert "safeguarding governor" in decision.because

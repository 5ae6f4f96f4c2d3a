"""Does a version go from draft to force only as the rules say?"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction

from school.made_people import AT, TESTS, TODAY, make_person
from school.policies.made_policies import (
    EARLIER,
    TEXT,
    approve,
    excuse_consultation,
    make_draft,
    make_in_force,
    make_leaders,
    make_policy,
)
from staffroom.records.actors import person as person_actor
from staffroom.records.posts import Post
from staffroom.school.audit.queries import entries_about
from staffroom.school.notices.models import Notice
from staffroom.school.policies.actions import approving, drafting, editing, life, policies
from staffroom.school.policies.actions.editing import Wording
from staffroom.school.policies.models import Piece, Verdict
from staffroom.school.policies.refusals import NotDone
from staffroom.school.policies.texts import hash_words, read_words

pytestmark = pytest.mark.django_db


def ready_draft():
    head, governor = make_leaders()
    return excuse_consultation(make_draft(make_policy(head, governor))), head, governor


@pytest.mark.clause("GEN-4")
def test_a_version_comes_into_force_when_both_named_approvers_have_approved_the_same_words():
    draft, head, governor = ready_draft()
    approved = approve(draft, head, governor)
    assert approved.state == "approved"
    in_force = life.bring_into_force(by=TESTS, at=AT, version=approved)
    assert (in_force.state, in_force.in_force_at) == ("in force", AT)


def test_one_approval_of_two_is_not_enough():
    draft, head, _ = ready_draft()
    waiting = approve(draft, head)
    assert waiting.state == "approval"
    with pytest.raises(NotDone, match="cannot take the step"):
        life.bring_into_force(by=TESTS, at=AT, version=waiting)


def test_the_same_person_in_both_posts_cannot_be_asked_twice():
    both = make_person(Post.HEADTEACHER, Post.SAFEGUARDING_GOVERNOR)
    draft = excuse_consultation(make_draft(make_policy(both, both)))
    with pytest.raises(NotDone, match="different people"):
        approving.ask_approval(by=TESTS, at=AT, version=draft)


def test_approval_cannot_be_asked_where_nobody_holds_the_post():
    head = make_person(Post.HEADTEACHER)
    draft = excuse_consultation(make_draft(make_policy(head)))
    with pytest.raises(NotDone, match="Nobody holds the post of safeguarding governor"):
        approving.ask_approval(by=TESTS, at=AT, version=draft)
    draft.refresh_from_db()
    assert draft.state == "draft"


def test_nobody_approves_for_somebody_else_or_without_being_asked():
    draft, head, governor = ready_draft()
    held = approving.ask_approval(by=TESTS, at=AT, version=draft)
    stranger = make_person(Post.DEPUTY)
    for by, whom in ((person_actor(head.ref), governor), (person_actor(stranger.ref), stranger)):
        with pytest.raises(NotDone):
            approving.give_approval(by=by, at=AT, version=held, person=whom, text_hash=held.text_hash)


def test_an_edit_during_approval_restarts_it():
    draft, head, governor = ready_draft()
    waiting = approve(draft, head)
    place = waiting.pieces.filter(role="clause").first().place
    edited = editing.reword(
        by=TESTS, at=AT, version=waiting, place=place, wording=Wording("Read this first.")
    )
    assert edited.round == 2
    verdicts = list(edited.approvals.order_by("round", "id").values_list("round", "verdict"))
    assert verdicts == [(1, Verdict.VOID), (1, Verdict.VOID), (2, Verdict.ASKED), (2, Verdict.ASKED)]
    after_one = approving.give_approval(
        by=person_actor(governor.ref), at=AT, version=edited, person=governor, text_hash=edited.text_hash
    )
    assert after_one.state == "approval"


def test_words_that_were_changed_since_they_were_shown_are_not_approved():
    draft, head, _ = ready_draft()
    held = approving.ask_approval(by=TESTS, at=AT, version=draft)
    with pytest.raises(NotDone, match="changed since"):
        approving.give_approval(
            by=person_actor(head.ref), at=AT, version=held, person=head, text_hash="0" * 64
        )


def test_each_approver_is_told_once_in_each_round():
    draft, head, governor = ready_draft()
    approving.ask_approval(by=TESTS, at=AT, version=draft)
    told = Notice.objects.filter(kind="policy approval")
    assert {one.person for one in told} == {head, governor}
    assert told.count() == 2


def test_a_refused_version_is_a_draft_again_with_the_reason():
    draft, head, _ = ready_draft()
    held = approving.ask_approval(by=TESTS, at=AT, version=draft)
    by = person_actor(head.ref)
    with pytest.raises(NotDone):
        approving.refuse_approval(by=by, at=AT, version=held, person=head, reason=" ")
    back = approving.refuse_approval(by=by, at=AT, version=held, person=head, reason="The dates are wrong.")
    assert back.state == "draft"
    assert back.approvals.get(verdict=Verdict.REFUSED).reason == "The dates are wrong."
    assert not back.approvals.filter(verdict=Verdict.ASKED).exists()


def test_approval_writes_its_day_and_posts_into_the_front_page_and_nothing_else():
    draft, head, governor = ready_draft()
    before = [one.text for one in read_words(draft).clauses]
    approved = approve(draft, head, governor)
    assert (approved.approved, approved.approved_by) == ("2026-04-17", "Headteacher & Safeguarding governor")
    assert [one.text for one in read_words(approved).clauses] == before
    assert hash_words(read_words(approved)) == approved.text_hash


@pytest.mark.parametrize("state", ["approved", "in force"])
def test_the_text_is_locked_from_approval_on(state):
    draft, head, governor = ready_draft()
    version = approve(draft, head, governor)
    if state == "in force":
        version = life.bring_into_force(by=TESTS, at=AT, version=version)
    with pytest.raises(NotDone, match="locked"):
        editing.reword(by=TESTS, at=AT, version=version, place=9, wording=Wording("Something else."))


@pytest.mark.parametrize(
    "attack",
    [
        lambda version: Piece.objects.filter(version=version).update(text="Something else."),
        lambda version: Piece.objects.filter(version=version).delete(),
        lambda version: Piece.objects.create(version=version, place=999, role="clause", text="More."),
    ],
    ids=["change", "take away", "add"],
)
def test_the_database_itself_keeps_the_text_of_an_approved_version(attack):
    draft, head, governor = ready_draft()
    version = approve(draft, head, governor)
    with pytest.raises(DatabaseError, match="locked"), transaction.atomic():
        attack(version)


@pytest.mark.parametrize(
    ("settings", "said"),
    [({"owner": None}, "senior leadership team"), ({"governor": None}, "No governor is named")],
)
def test_a_version_is_not_in_force_without_a_leader_and_a_governor_who_answer_for_it(settings, said):
    draft, head, governor = ready_draft()
    approved = approve(draft, head, governor)
    wanted = policies.Settings("Policy", head, governor, tuple(draft.policy.approving_posts), 28)
    policies.change_policy(by=TESTS, at=AT, policy=draft.policy, settings=replace(wanted, **settings))
    with pytest.raises(NotDone, match=said):
        life.bring_into_force(by=TESTS, at=AT, version=approved)


def test_a_leader_who_has_lost_the_post_no_longer_answers_for_it():
    draft, head, governor = ready_draft()
    approved = approve(draft, head, governor)
    head.posts.update(until=TODAY - timedelta(days=1))
    with pytest.raises(NotDone, match="senior leadership team"):
        life.bring_into_force(by=TESTS, at=AT, version=approved)


@pytest.mark.clause("GEN-6")
def test_what_acas_advises_to_say_is_asked_for_where_no_clause_says_it():
    head, governor = make_leaders()
    without = TEXT.replace("Use of our network and the internet is logged and checked regularly.\n\n", "")
    without = without.replace(
        "Our computers and internet access are there mainly for school business.", "Hi."
    )
    draft = excuse_consultation(make_draft(make_policy(head, governor), without))
    approved = approve(draft, head, governor)
    with pytest.raises(NotDone, match="what is monitored"):
        life.bring_into_force(by=TESTS, at=AT, version=approved)
    approved.elsewhere = {"monitoring": "Acceptable use policy, part 3", "private use": "The same, part 1"}
    approved.save()
    assert life.bring_into_force(by=TESTS, at=AT, version=approved).state == "in force"


def test_approval_is_not_asked_while_comments_changes_or_the_review_date_are_open():
    head, governor = make_leaders()
    draft = make_draft(make_policy(head, governor), TEXT.replace("Review date: September 2027\n", ""))
    with pytest.raises(NotDone) as refused:
        approving.ask_approval(by=TESTS, at=AT, version=draft)
    assert len(refused.value.reasons) == 2  # nobody was consulted; no review date
    draft.refresh_from_db()
    assert draft.state == "draft"


def test_a_new_version_supersedes_the_old_one_and_only_one_is_in_force():
    head, governor = make_leaders()
    old = make_in_force(head, governor)
    new = make_in_force(head, governor, TEXT.replace("2.1", "3.0"), old.policy, AT)
    old.refresh_from_db()
    assert (old.state, new.state, new.before) == ("superseded", "in force", old)
    assert list(old.policy.versions.filter(state="in force")) == [new]


def test_a_published_text_that_was_approved_on_paper_is_adopted_as_it_is():
    head, governor = make_leaders()
    text = TEXT.replace("Review date: September 2027", "Review date: February 2021\nDate approved: May 2018")
    draft = make_draft(make_policy(head, governor), text)
    adopted = life.adopt(by=TESTS, at=AT, version=draft)
    assert (adopted.state, adopted.approved) == ("in force", "2018-05")
    assert hash_words(read_words(adopted)) == adopted.source_hash


def test_a_text_that_was_edited_after_its_import_cannot_be_adopted():
    head, governor = make_leaders()
    draft = make_draft(
        make_policy(head, governor), TEXT.replace("Approved by", "Date approved: May 2018\nApproved by")
    )
    edited = editing.write_front(by=TESTS, at=AT, version=draft, values={"version": "9"})
    with pytest.raises(NotDone, match="changed after the import"):
        life.adopt(by=TESTS, at=AT, version=edited)


def test_a_withdrawn_draft_can_be_opened_again_but_not_beside_another():
    policy = make_policy()
    first = life.withdraw(by=TESTS, at=AT, version=make_draft(policy))
    assert first.state == "withdrawn"
    second = make_draft(policy)
    with pytest.raises(NotDone, match="Another version"):
        life.reopen(by=TESTS, at=AT, version=first)
    life.withdraw(by=TESTS, at=AT, version=second)
    assert life.reopen(by=TESTS, at=AT, version=first).state == "draft"


def test_two_versions_are_not_worked_on_at_once():
    policy = make_policy()
    make_draft(policy)
    with pytest.raises(NotDone, match="Another version"):
        drafting.draft_from_template(by=TESTS, at=AT, policy=policy)


def test_each_step_is_written_down():
    draft, head, governor = ready_draft()
    life.bring_into_force(by=TESTS, at=AT, version=approve(draft, head, governor))
    acts = [one.act for one in reversed(entries_about(draft.ref))]
    assert acts == [
        "policies.version imported", "policies.version edited", "policies.approval asked",
        "policies.approval given", "policies.approval given", "policies.version moved",
        "policies.version moved",
    ]  # fmt: skip
    assert EARLIER < AT

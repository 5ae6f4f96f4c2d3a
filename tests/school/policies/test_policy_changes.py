"""Are changed clauses found, marked, and read again only by those whom they bind?"""

from __future__ import annotations

import pytest

from school.made_people import AT, TESTS, make_person
from school.policies.made_policies import (
    TEXT,
    answer,
    approve,
    asked_of,
    excuse_consultation,
    make_in_force,
    make_leaders,
)
from staffroom.policy.wording import Fate
from staffroom.records.people import Standing
from staffroom.records.posts import Post
from staffroom.school.policies.actions import approving, drafting, editing, life
from staffroom.school.policies.actions.editing import Wording
from staffroom.school.policies.actions.marking import mark_change
from staffroom.school.policies.models import Asked
from staffroom.school.policies.queries.changes import changes_in
from staffroom.school.policies.refusals import NotDone

pytestmark = pytest.mark.django_db


def second_draft(old):
    return drafting.draft_from_version(by=TESTS, at=AT, version=old)


def reword(draft, clause, text, **meaning):
    piece = draft.pieces.get(clause=clause)
    wording = Wording(text, **meaning)
    return editing.reword(by=TESTS, at=AT, version=draft, place=piece.place, wording=wording)


def bring_in(draft, head, governor):
    excuse_consultation(draft, AT)
    return life.bring_into_force(by=TESTS, at=AT, version=approve(draft, head, governor, at=AT))


def test_the_same_words_are_no_change():
    draft = second_draft(make_in_force(*make_leaders()))
    assert changes_in(draft) == []


def test_added_reworded_and_withdrawn_clauses_are_found():
    draft = second_draft(make_in_force(*make_leaders()))
    reword(draft, "SEC-1", "Remember that social networks are always a public forum.")
    gone = draft.pieces.get(clause="CON-16")
    editing.withdraw_piece(by=TESTS, at=AT, version=draft, place=gone.place)
    editing.add_piece(
        by=TESTS, at=AT, version=draft, place=3, wording=Wording("Visitors sign the book.", "must", "staff")
    )
    kinds = {one.marking.kind: one for one in changes_in(draft)}
    assert set(kinds) == {"added", "reworded", "withdrawn"}
    assert kinds["added"].marking.is_material is True
    assert kinds["withdrawn"].marking.is_material is False
    assert kinds["reworded"].marking.is_material is None
    assert [(one.fate, one.words) for one in kinds["reworded"].stretches if one.fate is not Fate.KEPT] == [
        (Fate.ADDED, "always")
    ]


def test_approval_waits_until_every_rewording_is_marked():
    draft = second_draft(make_in_force(*make_leaders()))
    draft = reword(draft, "SEC-1", "Remember that social networks are always a public forum.")
    editing.describe(by=TESTS, at=AT, version=draft, summary="", elsewhere={}, not_consulted="Only a word.")
    with pytest.raises(NotDone, match="material or not"):
        approving.ask_approval(by=TESTS, at=AT, version=draft)
    key = draft.markings.get().key
    mark_change(by=TESTS, at=AT, version=draft, key=key, is_material=False)
    assert approving.ask_approval(by=TESTS, at=AT, version=draft).state == "approval"


def test_a_mark_stays_while_other_clauses_are_edited_and_goes_with_its_words():
    draft = second_draft(make_in_force(*make_leaders()))
    reword(draft, "SEC-1", "Remember that social networks are always a public forum.")
    mark_change(by=TESTS, at=AT, version=draft, key=draft.markings.get().key, is_material=True)
    reword(draft, "SEC-3", "Do not assume that what you write will ever stay private.")
    assert draft.markings.get(clause="SEC-1").is_material is True
    reword(draft, "SEC-1", "Remember that social networks are nearly always a public forum.")
    assert draft.markings.get(clause="SEC-1").is_material is None


def test_marks_are_locked_with_the_text():
    head, governor = make_leaders()
    draft = second_draft(make_in_force(head, governor))
    reword(draft, "SEC-1", "Remember that social networks are always a public forum.")
    version = bring_in(draft, head, governor)
    with pytest.raises(NotDone, match="locked"):
        mark_change(by=TESTS, at=AT, version=version, key=version.markings.get().key, is_material=True)


@pytest.fixture
def school():
    """A school in which everybody has accepted the first version this year."""
    head, governor = make_leaders()
    people = {
        "teacher": make_person(),
        "volunteer": make_person(standings=(Standing.VOLUNTEER,)),
        "deputy": make_person(Post.DEPUTY),
        "head": head,
        "governor": governor,
    }
    first = make_in_force(head, governor, at=AT)
    for person in people.values():
        answer(asked_of(person, first))
    return first, people


def asked_again(version, people):
    pks = set(Asked.objects.filter(campaign__version=version).values_list("person", flat=True))
    return {name for name, person in people.items() if person.pk in pks}


@pytest.mark.parametrize(
    ("binds", "expected"),
    [
        ("staff", {"teacher", "volunteer", "deputy", "head", "governor"}),
        ("everyone", {"teacher", "volunteer", "deputy", "head", "governor"}),
        ("school", {"deputy", "head", "governor"}),
        ("headteacher", {"deputy", "head"}),
    ],
)
def test_only_people_bound_by_a_material_change_read_again(school, binds, expected):
    first, people = school
    draft = second_draft(first)
    draft = reword(draft, "CON-12", "The Principal decides how to deal with it on the same day.", binds=binds)
    mark_change(by=TESTS, at=AT, version=draft, key=draft.markings.get().key, is_material=True)
    version = bring_in(draft, people["head"], people["governor"])
    assert asked_again(version, people) == expected


def test_nobody_reads_again_for_a_change_that_is_not_material(school):
    first, people = school
    draft = reword(second_draft(first), "SEC-1", "Remember: social networks are a public forum.")
    version = bring_in(draft, people["head"], people["governor"])
    assert asked_again(version, people) == set()


def test_who_had_not_answered_yet_is_asked_about_the_new_version_whatever_changed(school):
    first, people = school
    late = make_person()
    asked = Asked.objects.create(
        campaign=first.campaigns.get(), person=late, group="employee", asked_on=AT.date(), due=AT.date()
    )
    version = bring_in(second_draft(first), people["head"], people["governor"])
    assert asked_again(version, people | {"late": late}) == {"late"}
    asked.campaign.refresh_from_db()
    assert asked.campaign.ended_at is not None


def test_the_text_in_force_is_compared_even_where_the_new_one_comes_from_a_file(school):
    first, _ = school
    new = TEXT.replace(
        "Remember that social networks are a public forum.", "Social networks are a public forum."
    )
    draft = drafting.import_version(
        by=TESTS, at=AT, policy=first.policy, content=new.encode(), name="new.txt"
    )
    assert [(one.marking.kind, one.marking.clause) for one in changes_in(draft)] == [("reworded", "SEC-1")]

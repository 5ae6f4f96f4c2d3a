"""Does each person answer only for themselves, to the words that they were shown?"""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.db import DatabaseError, IntegrityError, transaction

from school.made_people import AT, TESTS, TODAY, make_person
from school.policies.made_policies import answer, asked_of, make_in_force, make_leaders
from staffroom.records.actors import person as person_actor
from staffroom.records.people import Standing
from staffroom.records.posts import Post
from staffroom.records.versions import Answer
from staffroom.school.audit.queries import entries_about
from staffroom.school.notices.models import Notice
from staffroom.school.policies.actions.answering import SCANS, Paper, acknowledge, exempt, record_paper
from staffroom.school.policies.actions.campaigns import begin_year
from staffroom.school.policies.actions.policies import link_document
from staffroom.school.policies.models import Acknowledgement
from staffroom.school.policies.refusals import NotDone
from staffroom.school.policies.signing import is_ours, statement_of
from staffroom.vault.kept_files import read_file

pytestmark = pytest.mark.django_db
SCAN = b"%PDF-1.7 a made scan"


@pytest.fixture
def school():
    head, governor = make_leaders()
    person = make_person()
    version = make_in_force(head, governor, at=AT)
    return asked_of(person, version), head


@pytest.mark.clause("GEN-9")
def test_an_acceptance_is_recorded_with_the_words_the_time_and_the_bundle(school):
    asked, _ = school
    version = asked.campaign.version
    link_document(by=TESTS, at=AT, policy=version.policy, title="e-Safety Policy", version="3")
    made = answer(asked)
    assert (made.answer, made.at, made.text_hash) == ("accepted", AT, version.text_hash)
    assert made.bundle == ["teachers", "support", "nolan", "e-Safety Policy 3"]
    asked.refresh_from_db()
    assert (asked.state, asked.remind_on) == ("accepted", None)


@pytest.mark.parametrize("what", [Answer.QUESTIONS, Answer.DECLINED])
def test_questions_and_a_refusal_need_words(school, what):
    asked, _ = school
    with pytest.raises(NotDone, match="few words"):
        answer(asked, what, " ")
    assert answer(asked, what, "What is a private life?").reason == "What is a private life?"


def test_a_question_reaches_the_owner_without_its_words_and_reminders_go_on(school):
    asked, head = school
    answer(asked, Answer.QUESTIONS, "What is a private life?")
    told = Notice.objects.get(kind="policy question")
    assert told.person == head
    assert "private life" not in told.subject + told.body
    asked.refresh_from_db()
    assert asked.remind_on is not None


def test_nobody_answers_for_somebody_else(school):
    asked, head = school
    with pytest.raises(NotDone, match="for themselves"):
        acknowledge(
            by=person_actor(head.ref),
            at=AT,
            asked=asked,
            answer=Answer.ACCEPTED,
            text_hash=asked.campaign.version.text_hash,
        )


@pytest.mark.parametrize("what", [Answer.ON_PAPER, Answer.EXEMPT])
def test_nobody_says_of_themselves_what_a_second_person_records(school, what):
    with pytest.raises(NotDone):
        answer(school[0], what, "I say so myself.")


def test_an_answer_to_other_words_than_those_in_force_is_not_taken(school):
    asked, _ = school
    with pytest.raises(NotDone, match="not the words"):
        acknowledge(
            by=person_actor(asked.person.ref), at=AT, asked=asked, answer=Answer.ACCEPTED, text_hash="0" * 64
        )
    assert not Acknowledgement.objects.exists()


def test_a_later_answer_stands_beside_the_earlier_one(school):
    asked, _ = school
    answer(asked, Answer.DECLINED, "I have doubts.")
    answer(asked, at=AT + timedelta(days=1))
    asked.refresh_from_db()
    assert list(asked.answers.values_list("answer", flat=True)) == ["accepted", "declined"]
    assert asked.state == "accepted"


def test_an_asking_that_has_ended_takes_no_answer(school):
    asked, _ = school
    begin_year(by=TESTS, at=AT + timedelta(days=365))
    with pytest.raises(NotDone, match="ended"):
        answer(asked)


@pytest.mark.parametrize(
    "attack",
    [
        lambda: Acknowledgement.objects.update(answer="declined"),
        lambda: Acknowledgement.objects.all().delete(),
        lambda: Acknowledgement.objects.get().delete(),
    ],
)
def test_the_database_itself_refuses_to_change_or_take_away_an_acknowledgement(school, attack):
    answer(school[0])
    with pytest.raises(DatabaseError, match="only grows"), transaction.atomic():
        attack()
    assert Acknowledgement.objects.count() == 1


def test_paper_is_recorded_by_a_second_person_with_its_scan_and_the_person_is_told(school):
    asked, head = school
    made = record_paper(
        by=person_actor(head.ref), at=AT, asked=asked, recorder=head, paper=Paper(SCAN, TODAY)
    )
    assert (made.answer, made.recorded_by, made.scan_kind, made.signed_on) == ("on paper", head, "pdf", TODAY)
    assert read_file(made.scan, Path(settings.FOLDER) / SCANS) == SCAN
    assert Notice.objects.get(kind="policy recorded").person == asked.person
    asked.refresh_from_db()
    assert asked.state == "on paper"


def test_nobody_records_their_own_paper_or_exemption(school):
    asked, _ = school
    person = asked.person
    by = person_actor(person.ref)
    with pytest.raises(NotDone, match="second person"):
        record_paper(by=by, at=AT, asked=asked, recorder=person, paper=Paper(SCAN, TODAY))
    with pytest.raises(NotDone, match="second person"):
        exempt(by=by, at=AT, asked=asked, recorder=person, reason="I am busy.")
    with pytest.raises(IntegrityError), transaction.atomic():
        Acknowledgement.objects.create(
            asked=asked, person=person, answer="exempt", text_hash="", at=AT, recorded_by=person
        )


@pytest.mark.parametrize(
    ("scan", "said"),
    [(b"", "no scan"), (b"MZ a program", "no scan"), (b"%PDF-" + b"0" * 10_000_000, "10 MB")],
)
def test_what_is_no_scan_is_not_taken(school, scan, said):
    asked, head = school
    with pytest.raises(NotDone, match=said):
        record_paper(by=person_actor(head.ref), at=AT, asked=asked, recorder=head, paper=Paper(scan, TODAY))


def test_paper_is_not_signed_in_the_future(school):
    asked, head = school
    paper = Paper(SCAN, TODAY + timedelta(days=1))
    with pytest.raises(NotDone, match="still to come"):
        record_paper(by=person_actor(head.ref), at=AT, asked=asked, recorder=head, paper=paper)


def test_the_database_takes_no_paper_without_a_scan_and_a_second_person(school):
    asked, _ = school
    with pytest.raises(IntegrityError), transaction.atomic():
        Acknowledgement.objects.create(
            asked=asked, person=asked.person, answer="on paper", text_hash="", at=AT
        )


def test_an_exemption_has_a_reason_a_name_and_a_notice(school):
    asked, head = school
    by = person_actor(head.ref)
    with pytest.raises(NotDone, match="few words"):
        exempt(by=by, at=AT, asked=asked, recorder=head, reason="")
    made = exempt(by=by, at=AT, asked=asked, recorder=head, reason="Away until Easter.")
    assert (made.recorded_by, made.reason) == (head, "Away until Easter.")
    assert Notice.objects.filter(person=asked.person, kind="policy recorded").count() == 1


def test_the_server_signs_every_acknowledgement_and_no_other_statement(school):
    made = answer(school[0])
    again = Acknowledgement.objects.get()
    statement = statement_of(again)
    assert is_ours(statement, again.signature)
    assert not is_ours(statement | {"answer": "declined"}, again.signature)
    assert statement == statement_of(made)
    assert again.person.given_name not in str(statement)


def test_the_audit_log_has_the_answer_as_a_code_and_no_words(school):
    made = answer(school[0], Answer.DECLINED, "A private reason.")
    [entry] = entries_about(made.ref)
    assert (entry.act, entry.figures) == ("policies.version acknowledged", {"answer": "declined"})
    assert "private" not in str(vars(entry))


def test_a_staff_governor_answers_once_for_both_standings():
    head, governor = make_leaders()
    both = make_person(Post.LEADERSHIP, standings=(Standing.EMPLOYEE, Standing.GOVERNOR))
    version = make_in_force(head, governor, at=AT)
    assert both.asked.count() == 1
    answer(asked_of(both, version))
    assert both.acknowledgements.count() == 1

"""Does the reading page show every word with its strength and all that belongs to it, and take the answer?"""

from __future__ import annotations

import re
from html import unescape

import pytest
from django.test import Client

from school.made_people import AT, TESTS, make_person
from school.policies.made_policies import asked_of, make_in_force, make_leaders
from staffroom.records.people import Standing
from staffroom.school.policies.actions.policies import link_document
from staffroom.school.policies.models import Acknowledgement, Piece, Version
from web.visiting import sign_in

pytestmark = pytest.mark.django_db

SHOWN = ["ABT-1", "GEN-1", "GEN-5", "GEN-6", "GEN-8", "GEN-9", "CON-13", "CON-16", "SEC-1", "SEC-3"]


@pytest.fixture
def version():
    head, governor = make_leaders()
    version = make_in_force(head, governor, at=AT)
    link_document(by=TESTS, at=AT, policy=version.policy, title="e-Safety Policy", version="3")
    return version


def reading(version, person):
    return sign_in(Client(), person).get(f"/policies/versions/{version.ref}/read/")


def words(response) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", response.content.decode())).split())


@pytest.mark.clause("GEN-1", "GEN-4", "GEN-5", "CON-13", "CON-16", "SEC-1", "SEC-3")
@pytest.mark.parametrize("standing", list(Standing))
def test_everybody_whom_the_policy_binds_reads_every_sentence_of_it(version, standing):
    shown = words(reading(version, make_person(standings=(standing,))))
    for text in version.pieces.filter(role="clause").values_list("text", flat=True):
        assert " ".join(text.split()) in shown


@pytest.mark.parametrize(
    ("clause", "strength"),
    [
        ("CON-8", "You should not"),
        ("SEC-4", "You must not"),
        ("CON-4", "The school advises against it"),
        ("MON-2", "Normally"),
        ("CON-14", "The school must"),
        ("CON-12", "The Headteacher may"),
        ("SEC-1", "For your information"),
    ],
)
def test_each_sentence_says_how_strongly_it_speaks(version, clause, strength):
    text = " ".join(version.pieces.get(clause=clause).text.split())
    assert f"{text} {strength}" in words(reading(version, make_person()))


@pytest.mark.clause("ABT-1", "GEN-5", "GEN-6", "GEN-7", "GEN-8")
def test_linked_documents_standards_and_the_advice_of_acas_are_shown_as_one_bundle(version):
    teacher = make_person()
    teacher.job = "Teacher of Music"
    teacher.save()
    shown = words(reading(version, teacher))
    for part in (
        "e-Safety Policy, 3",
        "Teachers' Standards , for teachers",
        "Nolan principles",
        "ACAS in mind",
    ):
        assert part in shown
    assert "National Occupational Standards" not in shown
    governor = make_person(standings=(Standing.GOVERNOR,))
    assert "for teachers" not in words(reading(version, governor))
    assert "for support staff" not in words(reading(version, governor))


@pytest.mark.clause("GEN-9")
def test_the_answer_is_taken_with_the_words_that_were_shown():
    head, governor = make_leaders()
    person = make_person()
    version = make_in_force(head, governor, at=AT)
    client = sign_in(Client(), person)
    address = f"/policies/versions/{version.ref}/read/"
    page = client.get(address).content.decode()
    shown_hash = re.search(r'name="text_hash" value="([0-9a-f]{64})"', page)[1]
    assert shown_hash == version.text_hash
    refused = client.post(address, {"answer": "declined", "text_hash": shown_hash, "reason": ""})
    assert "Write a few words" in words(refused)
    refused = client.post(address, {"answer": "accepted", "text_hash": "0" * 64, "reason": ""})
    assert "These are not the words that were shown to you." in words(refused)
    assert not Acknowledgement.objects.exists()
    client.post(address, {"answer": "accepted", "text_hash": shown_hash, "reason": ""})
    assert Acknowledgement.objects.get().bundle[-1] == "nolan"


def test_nobody_answers_on_paper_or_as_exempt_through_the_page(version):
    client = sign_in(Client(), version.policy.owner)
    for answer in ("on paper", "exempt", "pending"):
        client.post(
            f"/policies/versions/{version.ref}/read/",
            {"answer": answer, "text_hash": version.text_hash, "reason": "A good reason."},
        )
    assert not Acknowledgement.objects.exists()


def test_somebody_who_is_not_asked_reads_without_a_form(version):
    late = make_person()
    page = reading(version, late)
    assert "You are not asked to answer now." in words(page)
    assert "Send my answer" not in words(page)
    answered = sign_in(Client(), late).post(
        f"/policies/versions/{version.ref}/read/", {"answer": "accepted", "text_hash": version.text_hash}
    )
    assert answered.status_code == 200
    assert not Acknowledgement.objects.exists()


def test_the_words_of_a_clause_are_shown_as_words_and_never_as_marks(version):
    head = version.policy.owner
    text = "Never write <script>alert(1)</script> & the like."
    Version.objects.filter(pk=version.pk).update(state="draft")
    Piece.objects.filter(version=version, clause="SEC-1").update(text=text)
    Version.objects.filter(pk=version.pk).update(state="in force")
    page = reading(version, head).content.decode()
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; the like." in page


def test_what_waits_and_what_was_answered_stands_on_my_policies(version):
    person = version.policy.governor
    client = sign_in(Client(), person)
    assert "Social networking policy" in words(client.get("/policies/mine/"))
    client.post(
        f"/policies/versions/{version.ref}/read/",
        {"answer": "questions", "text_hash": version.text_hash, "reason": "Which sites are meant?"},
    )
    shown = words(client.get("/policies/mine/"))
    assert "Has questions" in shown
    assert "Which sites are meant?" in shown
    assert asked_of(person, version).state == "questions"

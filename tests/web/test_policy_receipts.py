"""Does each person get a PDF of what they acknowledged, which anybody can check and only they may open?"""

from __future__ import annotations

import io
import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pypdf import PdfReader

from readers.documents.made_documents import pdf_document
from school.made_people import AT, TODAY, make_person
from school.policies.made_policies import answer, asked_of, make_in_force, make_leaders
from staffroom.readers.documents.signed_statement import read_signed
from staffroom.records.actors import person as person_actor
from staffroom.records.posts import Post
from staffroom.school.audit.queries import entries_about
from staffroom.school.policies.actions.answering import Paper, record_paper
from staffroom.school.policies.signing import is_ours
from web.visiting import sign_in

pytestmark = pytest.mark.django_db
SCAN = b"\xff\xd8\xff a made <script> scan"


@pytest.fixture
def school():
    head, governor = make_leaders()
    person = make_person(given_name="Zoë")
    version = make_in_force(head, governor, at=AT)
    return answer(asked_of(person, version)), person, head


def fetch(who, answer, part):
    return sign_in(Client(), who).get(f"/policies/answers/{answer.ref}/{part}/")


def test_the_pdf_holds_the_name_the_answer_every_clause_and_the_signature(school):
    made, person, _ = school
    response = fetch(person, made, "pdf")
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"].startswith("attachment")
    text = " ".join(
        " ".join(page.extract_text() for page in PdfReader(io.BytesIO(response.content)).pages).split()
    )
    assert person.name in text
    assert "Accepted" in text
    squeezed = text.replace(" ", "")
    assert made.signature in squeezed
    assert made.text_hash in squeezed
    for clause in made.asked.campaign.version.pieces.filter(role="clause"):
        assert "".join(clause.text.split())[:60] in squeezed


def test_the_pdf_can_be_read_aloud_as_pdf_ua_asks(school):
    made, person, _ = school
    root = PdfReader(io.BytesIO(fetch(person, made, "pdf").content)).trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en-GB"
    assert "/StructTreeRoot" in root
    assert b"pdfuaid:part" in root["/Metadata"].get_data()
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]


@pytest.mark.parametrize("part", ["pdf", "statement"])
def test_the_one_file_is_enough_to_check_it(school, part):
    made, person, _ = school
    content = fetch(person, made, part).content
    signed = read_signed(content)
    assert is_ours(signed.statement, signed.signature)
    page = sign_in(Client(), person).post(
        "/policies/check/", {"file": SimpleUploadedFile(f"mine.{part}", content)}
    )
    assert "It is genuine" in page.content.decode()
    assert made.text_hash in page.content.decode()


def test_a_statement_that_was_changed_is_not_called_genuine(school):
    made, person, _ = school
    document = json.loads(fetch(person, made, "statement").content)
    document["statement"]["answer"] = "declined"
    file = SimpleUploadedFile("mine.json", json.dumps(document).encode())
    page = sign_in(Client(), person).post("/policies/check/", {"file": file}).content.decode()
    assert "This server did not sign it as it is" in page
    assert "It is genuine" not in page


@pytest.mark.parametrize("content", [b"{}", b"[1]", b"\x00\xff", b"%PDF-1.7", pdf_document(["Words."])])
def test_a_file_without_a_statement_is_said_to_have_none(content):
    file = SimpleUploadedFile("mine.json", content)
    page = sign_in(Client(), make_person()).post("/policies/check/", {"file": file}).content.decode()
    assert "No signed statement was found in this file." in page


@pytest.mark.parametrize("part", ["pdf", "statement", "scan"])
def test_another_person_s_acknowledgement_is_refused_to_all_but_those_who_keep_the_policy(school, part):
    made, _, _ = school
    for stranger in (make_person(), make_person(Post.DEPUTY), make_person(Post.ADMINISTRATOR)):
        assert fetch(stranger, made, part).status_code == 403


def test_that_somebody_else_s_was_looked_at_is_written_down_and_one_s_own_is_not(school):
    made, person, head = school
    fetch(person, made, "statement")
    assert [one.act for one in entries_about(made.ref)] == ["policies.version acknowledged"]
    fetch(head, made, "statement")
    assert entries_about(made.ref)[0].act == "policies.scan seen"
    assert entries_about(made.ref)[0].actor == head.ref


def test_a_scan_comes_out_byte_for_byte_and_is_never_shown_within_a_page():
    head, governor = make_leaders()
    person = make_person()
    version = make_in_force(head, governor, at=AT)
    made = record_paper(
        by=person_actor(head.ref),
        at=AT,
        asked=asked_of(person, version),
        recorder=head,
        paper=Paper(SCAN, TODAY),
    )
    response = fetch(person, made, "scan")
    assert response.content == SCAN
    assert response["Content-Type"] == "application/octet-stream"
    assert response["Content-Disposition"] == f'attachment; filename="scan-{made.ref}.jpg"'
    assert response["X-Content-Type-Options"] == "nosniff"
    assert b"Recorded by" in sign_in(Client(), person).get("/policies/mine/").content


def test_an_acknowledgement_without_a_scan_has_none(school):
    made, person, _ = school
    assert fetch(person, made, "scan").status_code == 404

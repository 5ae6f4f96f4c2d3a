"""Does a published text become a version that makes the same text again, word for word?"""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path

import pytest
from django.conf import settings

from policy.made_policy import PUBLISHED, expected_ids, needs_the_published_policy
from readers.documents.made_documents import pdf_document, word_document, word_paragraph
from school.made_people import AT, TESTS
from school.policies.made_policies import TEXT, make_draft, make_leaders, make_policy
from staffroom.policy.text import NotAPolicyError, rebuild
from staffroom.readers.documents.document import UnreadableDocumentError
from staffroom.readers.documents.opening import read_document
from staffroom.school.policies.actions import drafting, life
from staffroom.school.policies.models import Version
from staffroom.school.policies.queries.reviews import overdue
from staffroom.school.policies.texts import read_words
from staffroom.vault.kept_files import read_file

pytestmark = pytest.mark.django_db


@needs_the_published_policy
def test_the_published_policy_comes_out_of_the_database_word_for_word():
    published = PUBLISHED.read_bytes()
    version = drafting.import_version(
        by=TESTS, at=AT, policy=make_policy(), content=published, name="policy.txt"
    )
    assert rebuild(read_words(version)).encode() == published
    assert version.text_hash == hashlib.sha256(published).hexdigest()
    clauses = version.pieces.filter(role="clause")
    assert (clauses.count(), clauses.filter(clause="").count()) == (43, 0)


@needs_the_published_policy
def test_the_published_policy_is_overdue_from_the_moment_it_is_adopted():
    head, governor = make_leaders()
    policy = make_policy(head, governor)
    version = drafting.import_version(
        by=TESTS, at=AT, policy=policy, content=PUBLISHED.read_bytes(), name="policy.txt"
    )
    assert not overdue(on=date(2026, 9, 14))
    life.adopt(by=TESTS, at=AT, version=version)
    assert overdue(on=date(2026, 9, 14))[0].review_last_day == date(2021, 2, 28)
    assert (version.number, version.owner_words) == ("4.0", "Director of Finance & Resources")


@pytest.mark.parametrize("name", ["policy.txt", "policy.md"])
def test_a_made_text_is_rebuilt_and_its_clauses_found(name):
    policy = make_policy()
    version = drafting.import_version(by=TESTS, at=AT, policy=policy, content=TEXT.encode(), name=name)
    assert rebuild(read_words(version)) == read_document(TEXT.encode(), name).text
    found = dict(version.pieces.exclude(clause="").values_list("text", "clause"))
    expected = expected_ids()
    assert {text: id for text, id in found.items() if expected.get(text) != id} == {}
    assert len(found) >= 28


def test_a_text_from_word_or_a_pdf_is_rebuilt_as_it_was_read_and_its_clauses_found():
    lines = TEXT.split("\n")
    word = word_document("".join(word_paragraph(line) for line in lines if line))
    for content, name in ((word, "policy.docx"), (pdf_document(lines), "policy.pdf")):
        version = drafting.import_version(by=TESTS, at=AT, policy=make_policy(), content=content, name=name)
        assert rebuild(read_words(version)) == read_document(content, name).text
        assert version.pieces.exclude(clause="").count() >= 26, name
        assert (version.number, version.review_by, version.source_kind) == ("2.1", "2027-09", name[7:])


def test_the_file_itself_is_kept_as_it_came():
    version = make_draft(make_policy())
    assert read_file(version.source_file, Path(settings.FOLDER) / drafting.PUBLISHED) == TEXT.encode()


@pytest.mark.parametrize(
    ("content", "name", "error"),
    [
        (b"", "policy.txt", UnreadableDocumentError),
        (b"words", "policy.exe", UnreadableDocumentError),
        (b"no pdf", "policy.pdf", UnreadableDocumentError),
        (b"Version: 2.1\nReview date: May 2027\n", "policy.txt", NotAPolicyError),
    ],
)
def test_a_file_that_is_no_policy_makes_no_version(content, name, error):
    policy = make_policy()
    with pytest.raises(error):
        drafting.import_version(by=TESTS, at=AT, policy=policy, content=content, name=name)
    assert not Version.objects.exists()


def test_the_template_makes_a_draft_whose_clauses_are_certain():
    version = drafting.draft_from_template(by=TESTS, at=AT, policy=make_policy())
    clauses = version.pieces.filter(role="clause")
    assert clauses.count() == 43
    assert set(clauses.values_list("sureness", flat=True)) == {"certain"}


def test_a_new_draft_of_the_words_in_force_keeps_what_they_mean_and_is_not_called_approved():
    old = make_draft(make_policy())
    old.pieces.filter(clause="MON-2").update(force="must", binds="headteacher")
    life.withdraw(by=TESTS, at=AT, version=old)
    new = drafting.draft_from_version(by=TESTS, at=AT, version=old)
    assert new.pieces.get(clause="MON-2").force in ("must", "normally")
    assert [one.text for one in read_words(new).clauses] == [one.text for one in read_words(old).clauses]
    assert (new.approved, new.approved_by) == ("", "nobody yet")

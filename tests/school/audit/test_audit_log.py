"""Does the audit log take what belongs there, refuse what does not, and only grow?"""

from __future__ import annotations

from enum import StrEnum

import pytest
from django.db import DatabaseError, connection, transaction

from school.made_people import AT, TESTS
from staffroom.records.actors import AnonymousActorError, person
from staffroom.school.audit.actions import About, PersonalContentError, record
from staffroom.school.audit.models import Entry

pytestmark = pytest.mark.django_db


class Act(StrEnum):
    TRIED = "tests.tried"


def written() -> Entry:
    with transaction.atomic():
        return record(by=TESTS, at=AT, act=Act.TRIED, about=About("thing", "abc"))


@transaction.atomic
def tried_in_vain() -> None:
    record(by=TESTS, at=AT, act=Act.TRIED)
    raise PersonalContentError


def attempt(statement: str) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


def test_an_act_is_written_with_who_when_and_about_what():
    entry = written()
    assert (entry.actor, entry.act, entry.about, entry.at) == ("tests", "tests.tried", "abc", AT)


def test_nobody_is_anonymous_by_accident():
    with pytest.raises(AnonymousActorError):
        person("")


@pytest.mark.parametrize("statement", ["UPDATE audit_entry SET actor = 'nobody'", "DELETE FROM audit_entry"])
def test_the_database_refuses_to_change_or_take_away_an_entry(statement):
    entry = written()
    with pytest.raises(DatabaseError, match="only grows"):
        attempt(statement)
    assert Entry.objects.get().actor == entry.actor


def test_the_database_refuses_to_replace_an_entry_under_its_own_number():
    if connection.vendor != "sqlite":
        pytest.skip("Only SQLite has INSERT OR REPLACE.")
    entry = written()
    with pytest.raises(DatabaseError, match="only grows"):
        attempt(
            "INSERT OR REPLACE INTO audit_entry"
            " (id, at, actor_kind, actor, act, about_kind, about, clause, figures)"
            f" VALUES ({entry.pk}, '2026-01-01', 'person', 'nobody', 'x', '', '', '', '{{}}')"
        )
    assert Entry.objects.get().actor == "tests"


def test_the_database_refuses_to_empty_the_log():
    if connection.vendor != "postgresql":
        pytest.skip("Only PostgreSQL has TRUNCATE.")
    written()
    with pytest.raises(DatabaseError, match="only grows"):
        attempt("TRUNCATE audit_entry")
    assert Entry.objects.count() == 1


@pytest.mark.parametrize("ref", ["Robin Maplewood", "robin@hollybank.example", "x" * 41, "a\nb"])
def test_a_reference_that_could_be_a_name_is_refused(ref):
    with pytest.raises(PersonalContentError), transaction.atomic():
        record(by=TESTS, at=AT, act=Act.TRIED, about=About("person", ref))


@pytest.mark.parametrize(
    "figures", [{"name": "Robin Maplewood"}, {"Robin": 1}, {"address": "robin@hollybank.example"}]
)
def test_a_figure_that_could_be_a_name_is_refused(figures):
    with pytest.raises(PersonalContentError), transaction.atomic():
        record(by=TESTS, at=AT, act=Act.TRIED, figures=figures)


def test_numbers_truths_and_short_codes_are_taken():
    with transaction.atomic():
        entry = record(
            by=TESTS, at=AT, act=Act.TRIED, figures={"rows": 3, "is_dry": True, "format": "one roster"}
        )
    assert entry.figures == {"rows": 3, "is_dry": True, "format": "one roster"}


def test_an_entry_stands_or_falls_with_the_act():
    with pytest.raises(PersonalContentError):
        tried_in_vain()
    assert not Entry.objects.exists()

"""Does an import show what it would do before it does it, and then do that?"""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from readers.rosters.made_rosters import ORGS, USERS_11, large_roster, make_zip, release_11
from school.made_people import TESTS, make_person
from staffroom.records.posts import Post
from staffroom.school.audit.models import Entry
from staffroom.school.people.actions.uploads import drop_old_uploads
from staffroom.school.people.models import Person, Pupil, Term, Upload
from web.people_pages import administrator, file, questions, send, text_of
from web.visiting import sign_in

pytestmark = pytest.mark.django_db

TABLE = "Code,Forename,Surname,Mail address,Role\nA,Ada,Elmwood,ada@hollybank.example,Teacher\nB,,,,\n"


def upload(client: Client, content: bytes | str, name: str = "roster.zip"):
    """Upload a file and return the address of the page that follows."""
    answered = client.post("/people/import/", {"file": file(content, name)})
    assert answered.status_code == 302, text_of(answered)
    return answered["Location"]


def digest_on(page: str) -> str:
    return re.search(r'name="shown" value="(\w+)"', page)[1]


def test_a_zip_is_looked_at_and_then_imported():
    client, _ = administrator()
    address = upload(client, release_11())
    page = text_of(client.get(address))
    assert "Nothing has been written yet." in page
    assert "Ada Maplewood" in page
    assert "1 row about a parent or another contact was passed over." in page
    assert not Pupil.objects.exists()
    page = send(client, address, shown=digest_on(page))
    assert "Imported: 2 people added, 1 pupil added, 2 terms brought up to date." in page
    assert (Person.objects.filter(is_imported=True).count(), Pupil.objects.count(), Term.objects.count()) == (
        2,
        1,
        2,
    )
    assert not Upload.objects.exists()


def test_pupils_are_counted_and_not_named_on_the_way():
    client, _ = administrator()
    assert "Cal" not in text_of(client.get(upload(client, release_11())))


def test_the_same_file_again_leaves_nothing_to_do():
    client, _ = administrator()
    address = upload(client, release_11())
    send(client, address, shown=digest_on(text_of(client.get(address))))
    page = text_of(client.get(upload(client, release_11())))
    assert "There is nothing to do" in page
    assert 'name="shown"' not in page


def test_what_was_not_shown_is_not_imported():
    client, _ = administrator()
    address = upload(client, release_11())
    shown = digest_on(text_of(client.get(address)))
    make_person(given_name="Ada")
    Person.objects.filter(given_name="Ada").update(email="ada@hollybank.example")
    answered = client.post(address, {"shown": shown})
    assert answered.status_code == 409
    assert "Look again, and import then." in text_of(answered)
    assert client.post(address, {}).status_code == 409
    assert not Pupil.objects.exists()


def test_who_would_change_leave_or_has_left_is_named():
    client, _ = administrator()
    address = upload(client, release_11())
    send(client, address, shown=digest_on(text_of(client.get(address))))
    Person.objects.filter(identifier="u2").update(until="2020-01-01")
    users = USERS_11.replace("u1,,", "u1,tobedeleted,").replace("Ada,Maple", "Adelaide,Maple")
    page = text_of(client.get(upload(client, release_11(users=users))))
    assert "Staff who would leave" in page
    assert "given name" in page
    assert re.search(r"<del>.*Ada</del> <ins>.*Adelaide</ins>", page)
    assert "Have left here, but are in the file" in page


def test_what_could_not_be_used_is_listed_by_row_and_never_repeated():
    client, _ = administrator()
    page = text_of(client.get(upload(client, release_11(users=USERS_11.replace("teacher", "Zanzibar")))))
    assert "What could not be used" in page
    assert "The role is not known" in page
    assert "Zanzibar" not in page


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"PK\x03\x04 broken", "This is not a zip file that can be opened."),
        (make_zip(other="x"), "There is no users.csv in the zip"),
    ],
)
def test_a_file_that_is_no_roster_is_said_to_be_none(content, said):
    client, _ = administrator()
    page = text_of(client.get(upload(client, content)))
    assert said in page
    assert "There is nothing to do" in page


def test_one_school_of_a_trust_is_chosen():
    client, _ = administrator()
    orgs = ORGS + "s2,,,Elmbank School,school,,\n"
    address = upload(
        client, release_11(orgs=orgs, users=USERS_11.replace("true,s1,teacher", "true,s2,teacher"))
    )
    assert "Elmbank School" in text_of(client.get(address))
    page = send(client, address + "school/", school="s2")
    assert "Ada Maplewood" in page
    assert "<dd" in page
    assert "Cal" not in page
    send(client, address, shown=digest_on(page))
    assert set(Person.objects.filter(is_imported=True).values_list("identifier", flat=True)) == {"u1", "u2"}
    assert not Pupil.objects.exists()


def test_a_table_asks_which_column_holds_what_with_guesses():
    client, _ = administrator()
    address = upload(client, TABLE, "staff.csv")
    page = text_of(client.get(address))
    assert re.search(r'<option value="surname" selected>', page)
    assert "Mail address" not in page
    assert "mail address" in page


def columns(**more: str) -> dict[str, str]:
    return {
        "whom": "staff", "standing": "employee", "column_code": "code", "column_given_name": "forename",
        "column_family_name": "surname", "column_standing": "role", **more,
    }  # fmt: skip


def test_a_table_is_imported_as_its_columns_were_chosen():
    client, _ = administrator()
    address = upload(client, TABLE, "staff.csv")
    page = send(client, address, **columns(column_e_mail="mail address"))
    assert "The row has no name." in page
    look = address.removesuffix("columns/")
    send(client, look, shown=digest_on(page))
    ada = Person.objects.get(identifier="A")
    assert (ada.email, ada.standings.get().standing) == ("ada@hollybank.example", "employee")


def test_a_complete_table_says_who_leaves_and_a_partial_one_does_not():
    client, _ = administrator()
    full = TABLE.replace("B,,,,", "B,Bea,Elmwood,,")
    address = upload(client, full, "staff.csv")
    send(client, address[: -len("columns/")], shown=digest_on(send(client, address, **columns())))
    partial = full.replace("B,Bea,Elmwood,,\n", "")
    address = upload(client, partial, "staff.csv")
    assert "Staff who would leave" not in send(client, address, **columns())
    assert "Staff who would leave" in send(client, address, **columns(is_complete="on"))


@pytest.mark.parametrize(
    ("left_out", "said"),
    [
        ("column_family_name", "Choose a column for the full name"),
        ("column_code", "Choose a column for the code"),
    ],
)
def test_columns_by_which_nobody_can_be_named_or_found_are_refused(left_out, said):
    client, _ = administrator()
    address = upload(client, TABLE, "staff.csv")
    answered = client.post(address, {**columns(), left_out: ""})
    assert said in text_of(answered)


def test_a_file_without_headings_is_said_to_have_none():
    client, _ = administrator()
    assert "No headings were found." in text_of(client.get(upload(client, b"\x00\x01", "x.csv")))


@pytest.mark.parametrize("content", [b"", b"x" * 20_000_001])
def test_an_empty_file_and_one_that_is_too_large_are_refused(content):
    client, _ = administrator()
    answered = client.post("/people/import/", {"file": file(content, "x.zip")})
    assert answered.status_code == 200
    assert "There is a problem" in text_of(answered)


def test_a_file_is_deleted_when_it_is_given_up():
    client, _ = administrator()
    address = upload(client, release_11())
    assert "Nothing was imported." in send(client, address + "give-up/")
    assert not Upload.objects.exists()


def test_a_file_is_deleted_after_a_day_and_not_before():
    client, _ = administrator()
    upload(client, release_11())
    now = timezone.now()
    assert drop_old_uploads(by=TESTS, at=now + timedelta(hours=23)) == 0
    assert drop_old_uploads(by=TESTS, at=now + timedelta(hours=25)) == 1
    assert not Upload.objects.exists()


@pytest.mark.parametrize("rest", ["", "give-up/", "school/", "columns/"])
def test_nobody_sees_a_file_that_somebody_else_has_uploaded(rest):
    client, _ = administrator()
    address = upload(client, release_11())
    other = sign_in(Client(), make_person(Post.HEADTEACHER))
    assert other.post(address + rest).status_code == 403
    assert sign_in(Client(), make_person()).post(address + rest).status_code == 403
    assert Upload.objects.count() == 1


def test_no_name_is_in_the_audit_log_of_an_import():
    client, _ = administrator()
    address = upload(client, release_11())
    send(client, address, shown=digest_on(text_of(client.get(address))))
    acts = set(Entry.objects.values_list("act", flat=True))
    assert {"people.roster uploaded", "people.roster imported"} <= acts
    assert not any("Maplewood" in str(vars(one)) for one in Entry.objects.all())


def test_a_whole_school_is_looked_at_with_as_few_questions_as_a_small_one():
    client, _ = administrator()
    few = questions(client, upload(client, large_roster(staff=2, pupils=3)))
    address = upload(client, large_roster(staff=120, pupils=1_500))
    assert questions(client, address) == few
    assert "The first 100 of 120 are shown." in text_of(client.get(address))

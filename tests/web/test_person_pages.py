"""Does each page about a person do what it says, for those who may, and say how to take it back?"""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from allauth.usersessions.models import UserSession
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from school.made_people import AT, TESTS, make_person
from staffroom.records.people import Standing
from staffroom.records.posts import Post
from staffroom.school.audit.models import Entry
from staffroom.school.people.actions import add_account, begin_absence
from staffroom.school.people.models import Absence, NetworkAccount, Person, User
from web.people_pages import administrator, questions, send, text_of
from web.visiting import sign_in

pytestmark = pytest.mark.django_db

ROUTES = (
    "person", "person_change", "standing_give", "standing_end", "post_give", "post_end", "person_leave",
    "person_bring_back", "absence_add", "absence_now", "absence_back", "absence_remove", "account_add",
    "account_remove", "person_hours_set",
)  # fmt: skip
OWN = ("person", "absence_add", "absence_now", "absence_back", "absence_remove")


def at(name: str, person: Person) -> str:
    return reverse(name, args=(person.ref,))


@pytest.mark.parametrize("route", ROUTES)
@pytest.mark.parametrize("post", [None, *Post])
def test_pages_about_somebody_else_are_for_those_who_keep_people(route, post):
    person = make_person()
    client = sign_in(Client(), make_person(*([post] if post else [])))
    keeps = post in (Post.HEADTEACHER, Post.ADMINISTRATOR)
    for method in ("GET", "POST"):
        status = client.generic(method, at(route, person)).status_code
        assert (status == 403) is (not keeps and status != 405), (method, status)


@pytest.mark.parametrize("route", ROUTES)
def test_of_oneself_one_sees_everything_and_changes_only_absences(route):
    person = make_person()
    client = sign_in(Client(), person)
    refused = client.post(at(route, person)).status_code == 403
    assert refused is (route not in OWN)


@pytest.mark.parametrize("route", ROUTES)
def test_nobody_who_has_not_signed_in_gets_anywhere(route):
    answered = Client().post(at(route, make_person()))
    assert answered.status_code in (302, 405)
    assert answered.status_code == 405 or answered["Location"].startswith("/sign-in/")


def test_a_reference_that_nobody_has_is_not_found():
    client, _ = administrator()
    assert client.get("/people/of/nobody/").status_code == 404


@pytest.mark.clause("CON-2")
def test_reading_somebody_s_page_is_written_down_and_reading_one_s_own_is_not():
    person = make_person()
    client, keeper = administrator()
    assert person.name in text_of(client.get(at("person", person)))
    (line,) = Entry.objects.filter(act="people.person seen")
    assert (line.actor, line.about) == (keeper.ref, person.ref)
    sign_in(client, person).get("/me/")
    assert Entry.objects.filter(act="people.person seen").count() == 1


def test_one_s_own_page_has_no_reference_in_its_address():
    person = make_person()
    answered = sign_in(Client(), person).get(at("person", person))
    assert (answered.status_code, answered["Location"]) == (302, "/me/")


def test_a_person_is_added_by_hand():
    client, _ = administrator()
    page = send(
        client, "/people/add/", given_name="Ada", family_name="Elmwood", email="ada@hollybank.example",
        standings=["employee", "governor"], since="1 9 2026",
    )  # fmt: skip
    ada = Person.objects.get(family_name="Elmwood")
    assert (ada.since, ada.standings.count()) == (date(2026, 9, 1), 2)
    assert "Ada Elmwood was added." in page


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"given_name": ""}, "This field is required."), ({"since": "32 1 2026"}, "Write a day such as"),
        ({"standings": []}, "This field is required."),
        ({"identifier": "K1"}, "Somebody else has this code already."),
        ({"email": "nowhere"}, "valid email address"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_new_person_is_said_and_nothing_is_added(changed, said):
    client, keeper = administrator()
    Person.objects.filter(pk=keeper.pk).update(identifier="K1")
    fields = {"given_name": "Ada", "family_name": "Elmwood", "standings": ["employee"], **changed}
    answered = client.post("/people/add/", fields)
    assert answered.status_code == 200
    assert said in text_of(answered)
    assert not Person.objects.filter(family_name="Elmwood").exists()


def test_particulars_are_changed_and_the_audit_log_says_how_many():
    client, _ = administrator()
    person = make_person()
    kept = {"given_name": "Ada", "family_name": "Elmwood", "email": person.email, "since": "1 September 2020"}
    assert "The changes were kept." in send(client, at("person_change", person), **kept)
    assert "Nothing was changed." in send(client, at("person_change", person), **kept)
    assert Entry.objects.get(act="people.person changed").figures == {"fields": 2}


def test_a_standing_is_given_ended_and_the_end_taken_back():
    client, _ = administrator()
    person = make_person()
    assert "was given" in send(client, at("standing_give", person), standing="governor", since="")
    again = client.post(at("standing_give", person), {"standing": "governor", "since": ""})
    assert "It is held already" in text_of(again)
    held = person.standings.get(standing="governor")
    send(client, at("standing_end", person), held=held.pk, last_day="1 12 2026")
    held.refresh_from_db()
    assert held.until == date(2026, 12, 1)
    assert "taken back" in send(client, at("standing_end", person), held=held.pk, last_day="")
    held.refresh_from_db()
    assert held.until is None


def test_a_post_is_given_with_its_place_and_ended():
    client, _ = administrator()
    person = make_person()
    send(client, at("post_give", person), post="senior leader", since="1 9 2026", place="2")
    held = person.posts.get()
    assert (held.post, held.since, held.place) == ("senior leader", date(2026, 9, 1), 2)
    early = client.post(at("post_end", person), {"held": held.pk, "last_day": "1 8 2026"})
    assert "The last day cannot be before the first." in text_of(early)
    send(client, at("post_end", person), held=held.pk, last_day="1 10 2026")
    held.refresh_from_db()
    assert held.until == date(2026, 10, 1)


def test_somebody_else_s_standing_cannot_be_ended_on_this_page():
    client, _ = administrator()
    person, other = make_person(), make_person()
    answered = client.post(
        at("standing_end", person), {"held": other.standings.get().pk, "last_day": "1 12 2026"}
    )
    assert answered.status_code == 200
    assert other.standings.get().until is None


@pytest.mark.parametrize("route", ["post_end", "person_leave"])
def test_the_last_who_keeps_people_cannot_stop(route):
    client, keeper = administrator()
    fields = {"held": keeper.posts.get().pk, "last_day": "1 12 2026"}
    assert "Make somebody else an administrator first." in text_of(client.post(at(route, keeper), fields))
    make_person(Post.HEADTEACHER)
    assert client.post(at(route, keeper), fields).status_code == 302


def test_a_leaver_is_signed_out_the_same_minute_and_can_be_brought_back():
    client, _ = administrator()
    person = make_person()
    theirs = sign_in(Client(), person)
    assert theirs.get("/me/").status_code == 200
    assert UserSession.objects.filter(user__person=person).exists()
    page = send(client, at("person_leave", person), last_day=_today())
    assert "take it back" in page
    assert "can no longer sign in" in page
    assert theirs.get("/me/").status_code == 302
    assert not UserSession.objects.filter(user__person=person).exists()
    send(client, at("person_bring_back", person))
    assert User.objects.get(person=person).is_active
    assert sign_in(Client(), person).get("/me/").status_code == 200


def _today() -> str:
    today = timezone.localdate()
    return f"{today.day} {today.month} {today.year}"


@pytest.mark.clause("CON-11")
def test_somebody_is_away_from_now_until_they_are_back():
    person = make_person()
    client = sign_in(Client(), person)
    assert "Away now" in send(client, at("absence_now", person))
    send(client, at("absence_now", person))
    assert Absence.objects.count() == 1
    page = send(client, at("absence_back", person))
    assert "Away now" not in page
    assert "There was no absence to end." in send(client, at("absence_back", person))


def test_days_away_are_written_down_and_removed():
    person = make_person()
    client = sign_in(Client(), person)
    send(client, at("absence_add", person), first="24 10 2030", last="25 10 2030")
    absence = Absence.objects.get()
    assert absence.ends_at - absence.begins_at == timedelta(days=2)
    other = begin_absence(by=TESTS, at=AT, person=make_person(), begins_at=AT)
    assert client.post(at("absence_remove", person), {"absence": other.pk}).status_code == 404
    assert client.post(at("absence_remove", person), {"absence": "x"}).status_code == 404
    assert "The absence was removed." in send(client, at("absence_remove", person), absence=absence.pk)
    assert list(Absence.objects.all()) == [other]


def test_days_away_the_wrong_way_round_are_refused():
    person = make_person()
    answered = sign_in(Client(), person).post(
        at("absence_add", person), {"first": "2 10 2030", "last": "1 10 2030"}
    )
    assert "The last day cannot be before the first." in text_of(answered)


def test_administrators_see_who_is_away_week_by_week():
    client, keeper = administrator()
    person = make_person(given_name="Ada")
    assert "Nobody is away" in text_of(client.get("/people/absences/"))
    begin_absence(by=TESTS, at=AT, person=person, begins_at=AT)
    assert text_of(client.get("/people/absences/")).count("Ada Maplewood") == 8
    assert sign_in(Client(), person).get("/people/absences/").status_code == 403
    assert keeper.name not in text_of(client.get("/people/absences/"))


def test_an_account_is_added_and_removed():
    client, _ = administrator()
    person = make_person()
    assert "amaple" in send(client, at("account_add", person), name="amaple")
    account = NetworkAccount.objects.get()
    other = add_account(by=TESTS, at=AT, person=make_person(), name="other")
    assert client.post(at("account_remove", person), {"account": other.pk}).status_code == 404
    send(client, at("account_remove", person), account=account.pk)
    assert list(NetworkAccount.objects.all()) == [other]


def test_a_machine_s_account_is_refused():
    client, _ = administrator()
    answered = client.post(at("account_add", make_person()), {"name": "PC-12$"})
    assert "not of a person" in text_of(answered)


@pytest.mark.parametrize("standings", [(), (Standing.EMPLOYEE,), (Standing.EMPLOYEE, Standing.GOVERNOR)])
def test_everybody_sees_their_own_details(standings):
    page = text_of(sign_in(Client(), make_person(standings=standings)).get("/me/"))
    assert "My details" in page
    assert "Change the particulars" not in page


def test_a_person_s_page_takes_the_same_number_of_questions_however_much_is_on_it():
    client, _ = administrator()
    asked = set()
    for count in (1, 9):
        person = make_person(*list(Post)[:count])
        for number in range(count):
            add_account(by=TESTS, at=AT, person=person, name=f"account{number}")
            begin_absence(by=TESTS, at=AT, person=person, begins_at=AT + timedelta(days=number))
        asked.add(questions(client, at("person", person)))
    assert len(asked) == 1

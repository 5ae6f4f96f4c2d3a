"""Do administrators invite people, and does nobody come in by an invitation that is not theirs?"""

from __future__ import annotations

import re

import pytest
from django.test import Client

from school.made_people import AT, TESTS, make_person
from staffroom.records.posts import Post
from staffroom.school.notices.models import Notice
from staffroom.school.people.actions.invitations import open_invitation
from staffroom.school.people.models import Invitation, Person, User, Way
from web.visiting import sign_in

pytestmark = pytest.mark.django_db

PASSWORD = "a lantern, a kettle, a hedge"


@pytest.fixture
def office(time_machine_at):
    return sign_in(Client(), make_person(Post.ADMINISTRATOR))


@pytest.fixture
def time_machine_at():
    """The day of the made people, for the pages as well."""
    import time_machine

    with time_machine.travel(AT):
        yield


def invited(**changed):
    person = make_person(**changed)
    return person, open_invitation(by=TESTS, at=AT, person=person, way=Way.MAIL)


def test_everybody_without_a_sign_in_is_invited_at_once(office):
    people = [make_person() for _ in range(3)]
    office.post("/invitations/", {"person": "everybody"})
    assert {notice.person for notice in Notice.objects.all()} == set(people)
    office.post("/invitations/", {"person": "everybody"})
    assert Notice.objects.count() == 3


def test_one_person_is_invited_again(office):
    person, _ = invited()
    office.post("/invitations/", {"person": person.ref})
    assert Notice.objects.get().person == person
    assert Invitation.objects.filter(person=person, withdrawn_at=None).count() == 1


def test_a_letter_is_shown_with_a_code_that_works(office):
    person = make_person()
    Person.objects.filter(pk=person.pk).update(email="")
    page = office.post("/invitations/", {"person": person.ref}).content.decode()
    code = re.search(r"\w{4}-\w{4}-\w{4}-\w{4}", page)[0]
    client = Client()
    assert client.post("/invitation/", {"code": code})["Location"] == "/invitation/"
    assert person.name in client.get("/invitation/").content.decode()


def test_a_withdrawn_invitation_says_that_it_no_longer_works(office):
    _, code = invited()
    office.post(f"/invitations/{Invitation.objects.get().ref}/withdraw/")
    answer = Client().get(f"/invitation/{code}/")
    assert answer.status_code == 410
    assert "This invitation no longer works" in answer.content.decode()


def test_somebody_who_is_not_on_the_list_cannot_be_invited(office):
    assert office.post("/invitations/", {"person": "no-such-person"}).status_code == 404
    assert office.post("/invitations/no-such/withdraw/").status_code == 404


def test_the_link_takes_the_code_out_of_the_address(time_machine_at):
    _, code = invited()
    answer = Client().get(f"/invitation/{code}/")
    assert (answer.status_code, answer["Location"]) == (302, "/invitation/")


def test_whoever_accepts_is_signed_in_and_may_add_a_second_proof_at_once(time_machine_at):
    person, code = invited()
    client = Client()
    client.get(f"/invitation/{code}/")
    assert client.post("/invitation/", {"password": PASSWORD})["Location"] == "/"
    assert User.objects.get().person == person
    assert client.get("/my-sign-in/code/").status_code == 200
    assert Client().get(f"/invitation/{code}/").status_code == 410


def test_without_an_invitation_there_is_only_the_question_for_a_code(time_machine_at):
    invited()
    client = Client()
    assert "Enter the code of your letter" in client.get("/invitation/").content.decode()
    client.post("/invitation/", {"password": PASSWORD})
    assert not User.objects.exists()


@pytest.mark.parametrize("password", ["", "short", "password1234"])
def test_a_weak_password_is_not_taken(time_machine_at, password):
    _, code = invited()
    client = Client()
    client.get(f"/invitation/{code}/")
    assert "There is a problem" in client.post("/invitation/", {"password": password}).content.decode()
    assert not User.objects.filter(joined_at__isnull=False).exists()


def test_the_list_asks_the_database_no_more_often_for_many_people(office, django_assert_max_num_queries):
    def asked():
        with django_assert_max_num_queries(30) as captured:
            office.get("/invitations/")
        return len(captured.captured_queries)

    asked()
    few = asked()
    for _ in range(10):
        invited()
    assert asked() <= few + 1


def test_whoever_accepts_in_the_browser_of_somebody_else_is_signed_in_as_themselves(time_machine_at):
    person, code = invited()
    client = sign_in(Client(), make_person())
    client.get(f"/invitation/{code}/")
    client.post("/invitation/", {"password": PASSWORD})
    assert int(client.session["_auth_user_id"]) == User.objects.get(person=person).pk

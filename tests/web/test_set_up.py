"""Is a school set up step by step, by whoever has the printed word, and only then?"""

from __future__ import annotations

import pytest
from django.conf import settings
from django.test import Client

from school.made_people import make_person
from staffroom.records.posts import Post
from staffroom.school.people.models import School, User
from staffroom.school.people.queries.school import find_school, is_set_up
from staffroom.school.people.setup_token import end_setup, setup_token
from staffroom.web.setup.steps import STEPS, State, list_steps
from web.visiting import sign_in

pytestmark = pytest.mark.django_db

SCHOOL = {"name": "Hollybank School", "nation": "WLS", "address": "", "colour": "navy"}
FIRST = {
    "given_name": "Robin",
    "family_name": "Maplewood",
    "email": "robin@hollybank.example",
    "password": "a lantern, a kettle, a hedge",
}


@pytest.fixture
def beginner():
    client = Client()
    client.get(f"/set-up/begin/{setup_token(settings.FOLDER)}/")
    yield client
    end_setup(settings.FOLDER)


def test_without_the_word_there_is_no_set_up():
    client = Client()
    assert client.get("/set-up/begin/guessed/").status_code == 410
    assert client.get("/set-up/")["Location"].startswith("/sign-in/")
    client.post("/set-up/school/", SCHOOL)
    client.post("/set-up/administrator/", FIRST)
    assert not School.objects.exists()
    assert not User.objects.exists()


def test_the_sign_in_page_says_that_nobody_can_sign_in_until_there_is_an_administrator():
    assert "Nobody can sign in yet" in Client().get("/sign-in/").content.decode()
    make_person(Post.ADMINISTRATOR)
    assert "Nobody can sign in yet" not in Client().get("/sign-in/").content.decode()


def test_whoever_has_the_word_describes_the_school_and_makes_themselves_administrator(beginner):
    beginner.post("/set-up/school/", SCHOOL)
    assert find_school().nation == "WLS"
    assert "staffroom-school-navy" in beginner.get("/set-up/").content.decode()
    assert beginner.post("/set-up/administrator/", FIRST)["Location"] == "/set-up/"
    assert beginner.get("/set-up/")["Location"] == "/my-sign-in/?needed=1"


def test_the_word_is_dead_once_there_is_an_administrator(beginner):
    late = Client()
    late.get(f"/set-up/begin/{setup_token(settings.FOLDER)}/")
    beginner.post("/set-up/administrator/", FIRST)
    assert late.get("/set-up/")["Location"].startswith("/sign-in/")
    late.post("/set-up/administrator/", FIRST | {"email": "late@hollybank.example"})
    assert User.objects.count() == 1
    assert Client().get(f"/set-up/begin/{setup_token(settings.FOLDER)}/").status_code == 410


def test_an_administrator_goes_on_later_and_finishes(beginner):
    beginner.post("/set-up/school/", SCHOOL)
    office = sign_in(Client(), make_person(Post.ADMINISTRATOR))
    assert 'href="/set-up/"' in office.get("/").content.decode()
    for step in (one for one in STEPS if one.page):
        assert str(step.purpose) in office.get(f"/set-up/{step.name}/").content.decode()
        office.post(f"/set-up/{step.name}/", {"mark": "later"})
        assert find_school().steps[step.name] == "later"
    office.post("/set-up/finish/")
    assert is_set_up()
    assert office.get("/set-up/").status_code == 410
    assert 'href="/set-up/"' not in office.get("/").content.decode()


def test_a_mark_that_is_none_is_not_kept(beginner):
    beginner.post("/set-up/school/", SCHOOL)
    office = sign_in(Client(), make_person(Post.ADMINISTRATOR))
    office.post("/set-up/people/", {"mark": "whatever"})
    assert find_school().steps == {}
    assert office.get("/set-up/no-such-step/").status_code == 404


def test_a_school_without_an_administrator_cannot_be_finished(beginner):
    beginner.post("/set-up/school/", SCHOOL)
    assert beginner.post("/set-up/finish/")["Location"].startswith("/sign-in/")
    assert not is_set_up()


def test_the_steps_after_the_first_two_wait_for_them():
    rows = list_steps(None, has_administrator=False)
    assert [row.state for row in rows] == [State.OPEN] * len(rows)
    assert [bool(row.address) for row in rows[:3]] == [True, True, False]


def test_an_administrator_changes_the_school_later():
    office = sign_in(Client(), make_person(Post.ADMINISTRATOR))
    office.post("/school/", SCHOOL | {"colour": "maroon"})
    assert "staffroom-school-maroon" in office.get("/").content.decode()
    answer = office.post("/school/", SCHOOL | {"colour": "red; }"})
    assert "There is a problem" in answer.content.decode()

"""Does the list of people find people, a page at a time, without a name in any address?"""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client

from school.made_people import AT, TESTS, TODAY, make_person
from staffroom.records.people import Standing
from staffroom.records.posts import Post
from staffroom.school.audit.models import Entry
from staffroom.school.people.actions import leave
from staffroom.school.people.models import Person, Pupil, StandingHeld
from web.people_pages import administrator, questions, text_of
from web.visiting import sign_in

pytestmark = pytest.mark.django_db


def make_many(count: int) -> None:
    made = Person.objects.bulk_create(
        Person(given_name=f"Given{n}", family_name=f"Oakwood{n:05}") for n in range(count)
    )
    StandingHeld.objects.bulk_create(StandingHeld(person=one, standing="employee") for one in made)


def test_people_are_listed_with_their_standing_and_post():
    client, _ = administrator()
    make_person(Post.DEPUTY, standings=(Standing.EMPLOYEE, Standing.GOVERNOR), given_name="Ada")
    page = text_of(client.get("/people/"))
    assert "Ada Maplewood" in page
    assert "Employee, Governor" in page
    assert "Deputy Headteacher" in page


def test_a_search_is_kept_out_of_the_address():
    client, _ = administrator()
    make_person(given_name="Ada", family_name="Elmwood")
    make_person(given_name="Bea", family_name="Oakwood")
    answered = client.post("/people/?who=everybody", {"sought": "  elm "})
    assert answered["Location"] == "/people/?who=everybody"
    page = text_of(client.get(answered["Location"]))
    assert "Ada Elmwood" in page
    assert "Bea Oakwood" not in page


def test_everybody_is_shown_again_when_the_search_is_emptied():
    client, _ = administrator()
    make_person(given_name="Ada", family_name="Elmwood")
    client.post("/people/", {"sought": "nobody"})
    assert "Nobody is like that" in text_of(client.get("/people/"))
    client.post("/people/", {"sought": ""})
    assert "Ada Elmwood" in text_of(client.get("/people/"))


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("standing=volunteer", {"Vera"}), ("post=deputy headteacher", {"Dora"}), ("who=left", {"Lena"}),
        ("standing=nonsense&post=nonsense&who=nonsense", {"Vera", "Dora"}),
        ("who=everybody", {"Vera", "Dora", "Lena"}),
    ],
)  # fmt: skip
def test_the_list_is_narrowed_by_standing_post_and_whether_they_have_left(query, shown):
    client, _ = administrator()
    make_person(standings=(Standing.VOLUNTEER,), given_name="Vera")
    make_person(Post.DEPUTY, given_name="Dora")
    leave(by=TESTS, at=AT, person=make_person(given_name="Lena"), last_day=TODAY - timedelta(days=1))
    page = text_of(client.get(f"/people/?{query}"))
    assert {name for name in ("Vera", "Dora", "Lena") if f"{name} Maplewood" in page} == shown


def test_pages_lead_on_and_keep_what_was_chosen():
    client, _ = administrator()
    make_many(120)
    first = text_of(client.get("/people/?standing=employee"))
    assert "from 1 to 50" in first
    assert 'href="?standing=employee&page=2"' in first
    last = text_of(client.get("/people/?standing=employee&page=3"))
    assert "Oakwood00119" in last
    assert "from 101 to 121" in last


@pytest.mark.parametrize("page", ["0", "-1", "999", "x", ""])
def test_any_number_of_a_page_is_answered(page):
    client, _ = administrator()
    assert client.get(f"/people/?page={page}").status_code == 200


def test_pupils_are_on_no_list():
    client, _ = administrator()
    Pupil.objects.create(given_name="Cal", family_name="Pupilwood")
    client.post("/people/", {"sought": "Pupilwood"})
    assert "Cal Pupilwood" not in text_of(client.get("/people/?who=everybody"))


def test_that_somebody_looked_is_written_down():
    client, person = administrator()
    client.get("/people/")
    line = Entry.objects.get(act="people.people listed")
    assert (line.actor, line.figures) == (person.ref, {"people": 1})


def test_the_list_takes_the_same_number_of_questions_for_any_number_of_people():
    client, _ = administrator()
    make_many(10)
    few = questions(client, "/people/")
    make_many(10_000)
    assert questions(client, "/people/") == few


@pytest.mark.clause("CON-2")
def test_only_administrators_find_pupils_and_every_look_is_written_down():
    Pupil.objects.create(given_name="Cal", family_name="Pupilwood", year="9", account="cal")
    head = sign_in(Client(), make_person(Post.HEADTEACHER))
    assert head.get("/people/pupils/").status_code == 403
    client, _ = administrator()
    assert "Pupilwood" not in text_of(client.get("/people/pupils/"))
    answered = client.post("/people/pupils/", {"sought": "pupilw"})
    assert "Cal Pupilwood" in text_of(client.get(answered["Location"]))
    assert "Pupilwood" not in text_of(client.get("/people/pupils/"))
    looks = Entry.objects.filter(act="people.pupils seen")
    assert [one.figures["pupils"] for one in looks] == [0, 1, 0]

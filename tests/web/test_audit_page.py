"""Do those entitled, and only they, read the log in plain words, with names only for whom they are meant?"""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import transaction
from django.test import Client

from school.made_people import AT, make_person
from staffroom.records.actors import person as person_actor
from staffroom.records.posts import Post
from staffroom.school.audit.actions import About, record
from staffroom.school.audit.models import Entry
from staffroom.school.people.acts import Act
from web.questions import questions
from web.visiting import sign_in

pytestmark = pytest.mark.django_db

LONDON = ZoneInfo("Europe/London")


@transaction.atomic
def write(by, about, *, at=AT, act=Act.SEEN):
    return record(by=person_actor(by.ref), at=at, act=act, about=About("person", about.ref), clause="CON-2")


@pytest.fixture
def seen():
    """Somebody who was looked at, by somebody."""
    who, whom = make_person(given_name="Looker"), make_person(given_name="Looked")
    write(who, whom)
    return who, whom


def page_for(post: Post, query: str = "") -> str:
    return sign_in(Client(), make_person(post)).get(f"/audit/{query}").content.decode()


def test_the_headteacher_reads_names_and_plain_words(seen):
    page = page_for(Post.HEADTEACHER)
    assert "Person seen" in page
    assert "Looker Maplewood" in page
    assert "person Looked Maplewood" in page
    assert "(CON-2)" in page


def test_the_data_protection_officer_reads_references_and_no_names(seen):
    who, whom = seen
    page = page_for(Post.DATA_PROTECTION)
    assert "Person seen" in page
    assert who.ref in page
    assert whom.ref in page
    assert "Maplewood" not in page


@pytest.mark.parametrize("post", sorted(set(Post) - {Post.HEADTEACHER, Post.DATA_PROTECTION}))
def test_no_other_post_reads_the_log(post):
    assert sign_in(Client(), make_person(post)).get("/audit/").status_code == 403


def test_reading_the_log_stands_in_it():
    head = make_person(Post.HEADTEACHER)
    sign_in(Client(), head).get("/audit/?page=2")
    entry = Entry.objects.filter(act="audit.audit log read").get()
    assert (entry.actor, entry.figures) == (head.ref, {"page": 2, "filtered": False})


def rows(page: str) -> int:
    return page.count('<th scope="row"')


def test_one_act_can_be_asked_for(seen):
    page = page_for(Post.HEADTEACHER, "?act=people.person+seen")
    assert rows(page) == 1
    assert 'value="people.person seen" selected' in page


def test_one_day_can_be_asked_for_by_the_schools_clocks(seen):
    who, whom = seen
    night = datetime(2026, 7, 1, 0, 30, tzinfo=LONDON)  # still the day before in UTC
    write(who, whom, at=night, act=Act.AWAY)
    assert rows(page_for(Post.HEADTEACHER, "?day=2026-07-01")) == 1
    assert "Nothing was done then." in page_for(Post.HEADTEACHER, "?day=2026-06-30")


@pytest.mark.parametrize(
    "query", ["?act=nonsense", "?day=nonsense", "?page=nonsense", "?page=-1", "?page=0", "?page=2²"]
)
def test_nonsense_in_the_address_shows_a_page(query, seen):
    assert sign_in(Client(), make_person(Post.HEADTEACHER)).get(f"/audit/{query}").status_code == 200


def test_a_long_log_comes_in_pages_and_asks_no_more(seen):
    who, whom = seen
    client = sign_in(Client(), make_person(Post.HEADTEACHER))
    few = questions(client, "/audit/?act=people.person+seen")
    for number in range(120):
        write(who, whom, at=AT + timedelta(minutes=number))
    assert questions(client, "/audit/?act=people.person+seen") == few
    first = client.get("/audit/?act=people.person+seen").content.decode()
    assert rows(first) == 50
    assert "?act=people.person seen&amp;day=&amp;page=2" in first
    last = client.get("/audit/?act=people.person+seen&page=3").content.decode()
    assert rows(last) == 21
    assert "Earlier entries" not in last
    assert "Later entries" in last


def test_every_act_of_every_room_can_be_chosen():
    page = page_for(Post.HEADTEACHER)
    for act in (
        "people.person added",
        "notices.notice delivered",
        "web.page refused",
        "audit.audit log read",
    ):
        assert f'value="{act}"' in page

"""Does each person see what they were told, and nobody else?"""

from __future__ import annotations

import pytest
from django.test import Client

from school.made_people import AT, make_person
from school.notices.made_notices import make_notice
from staffroom.records.posts import Post
from staffroom.school.notices.models import Notice, State
from web.questions import questions
from web.visiting import sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def person():
    return make_person()


@pytest.fixture
def client(person):
    return sign_in(Client(), person)


def test_before_anything_was_told_the_page_says_so(client):
    assert "You have not been told anything yet." in client.get("/notices/").content.decode()


def test_a_person_sees_their_own_notices_and_not_those_of_others(client, person):
    make_notice(person, subject="For this person")
    make_notice(make_person(), subject="For somebody else")
    page = client.get("/notices/").content.decode()
    assert "For this person" in page
    assert "For somebody else" not in page


def test_a_notice_shows_its_words_where_to_go_on_and_that_it_waits(client, person):
    notice = make_notice(person, body="First.\n\nSecond.", link="/policies/")
    page = client.get(f"/notices/{notice.ref}/").content.decode()
    assert "<p>First.</p>" in page
    assert 'href="/policies/"' in page
    assert "It has not been tried yet." in page


def test_why_a_notice_was_refused_is_said_in_words(client, person):
    notice = make_notice(person)
    Notice.objects.update(state=State.REFUSED, because="address refused", settled_at=AT)
    assert "there is no such address" in client.get(f"/notices/{notice.ref}/").content.decode()


@pytest.mark.parametrize("post", [None, Post.HEADTEACHER, Post.ADMINISTRATOR])
def test_nobody_else_is_told_that_a_notice_exists_whatever_their_post(post, person):
    notice = make_notice(person)
    other = sign_in(Client(), make_person(*([post] if post else [])))
    assert other.get(f"/notices/{notice.ref}/").status_code == 404


def test_what_was_written_is_never_markup(client, person):
    notice = make_notice(person, subject="<b>bold</b>", body="<script>x</script>")
    for address in ("/notices/", f"/notices/{notice.ref}/"):
        page = client.get(address).content.decode()
        assert "<b>bold" not in page
        assert "<script>x" not in page


def test_many_notices_come_in_pages_and_ask_no_more(client, person):
    make_notice(person, subject="Number 000")
    few = questions(client, "/notices/")
    for number in range(1, 65):
        make_notice(person, subject=f"Number {number:03}")
    assert questions(client, "/notices/") == few
    first = client.get("/notices/").content.decode()
    assert first.count('<th scope="row"') == 30
    assert "Earlier notices" in first
    assert "Number 064" in first
    last = client.get("/notices/?page=3").content.decode()
    assert last.count('<th scope="row"') == 5
    assert client.get("/notices/?page=nonsense").status_code == 200

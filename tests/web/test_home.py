"""Does the first page say what waits, in a frame that fits the person?"""

from __future__ import annotations

import pytest
from django.test import Client

from school.made_people import make_person
from staffroom.records.people import Standing
from staffroom.records.posts import Post
from web.visiting import sign_in

pytestmark = pytest.mark.django_db


def test_a_volunteer_for_whom_nothing_waits_is_told_so():
    page = sign_in(Client(), make_person(standings=(Standing.VOLUNTEER,))).get("/").content.decode()
    assert "Nothing waits for you." in page
    assert "People" not in page


def test_the_navigation_has_only_what_the_person_may_open():
    page = sign_in(Client(), make_person(Post.ADMINISTRATOR)).get("/").content.decode()
    assert 'href="/people/"' in page


def test_a_refusal_says_for_whom_the_page_is():
    answered = sign_in(Client(), make_person()).get("/people/")
    assert answered.status_code == 403
    assert "This page is for the Headteacher and administrators." in answered.content.decode()

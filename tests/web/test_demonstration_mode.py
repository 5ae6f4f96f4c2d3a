"""Is a demonstration open to whoever sits at this machine, and to nobody else?"""

from __future__ import annotations

import pytest
from django.test import Client

from school.made_people import make_person
from staffroom.config.demonstration import is_demonstration
from staffroom.records.posts import Post
from web.visiting import sign_in

ASKED = {"STAFFROOM_DEMONSTRATION": "1"}


@pytest.mark.parametrize("address", ["http://127.0.0.1:8000", "http://localhost:8000", "http://[::1]:8000"])
def test_a_demonstration_is_one_on_this_machine(address):
    assert is_demonstration(ASKED, address)


@pytest.mark.parametrize(
    "address",
    [
        "https://staffroom.hollybank.example",
        "http://10.0.0.4:8000",
        "http://127.0.0.1.hollybank.example",
        "http://localhost@hollybank.example",
        "",
    ],
)
def test_an_address_that_others_reach_is_never_a_demonstration(address):
    assert not is_demonstration(ASKED, address)


@pytest.mark.parametrize("said", [{}, {"STAFFROOM_DEMONSTRATION": "0"}, {"STAFFROOM_DEMONSTRATION": ""}])
def test_nothing_is_a_demonstration_unless_it_is_asked_for(said):
    assert not is_demonstration(said, "http://127.0.0.1:8000")


@pytest.mark.django_db
def test_a_demonstration_says_so_and_asks_for_no_second_factor(settings):
    settings.IS_DEMONSTRATION = True
    page = sign_in(Client(), make_person(Post.HEADTEACHER), with_second_factor=False).get("/")
    assert page.status_code == 200
    assert "This is a demonstration." in page.content.decode()


@pytest.mark.django_db
def test_an_ordinary_school_does_not_say_that_it_is_a_demonstration():
    page = sign_in(Client(), make_person(Post.HEADTEACHER)).get("/")
    assert "This is a demonstration." not in page.content.decode()

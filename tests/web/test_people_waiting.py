"""Does the first page say what about people waits?"""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from school.made_people import AT, TESTS, make_person
from staffroom.records.posts import Post
from staffroom.school.people.actions import begin_absence
from staffroom.school.people.models import Term
from web.people_pages import text_of
from web.visiting import sign_in

pytestmark = pytest.mark.django_db


def home(*posts: Post, is_away: bool = False) -> str:
    person = make_person(*posts)
    if is_away:
        begin_absence(by=TESTS, at=AT, person=person, begins_at=timezone.now() - timedelta(hours=1))
    return text_of(sign_in(Client(), person).get("/"))


def test_somebody_who_is_away_is_asked_to_say_when_they_are_back():
    assert "You are written down as away" in home(is_away=True)
    assert "You are written down as away" not in home()


@pytest.mark.parametrize(
    ("last", "said"),
    [
        (None, "every weekday counts as term time"),
        (date(2020, 7, 20), "The last term is over"),
        (date(2199, 1, 1), ""),
    ],
)
def test_those_who_keep_people_are_told_what_the_calendar_lacks(last, said):
    if last:
        Term.objects.create(name="Made", first=date(2019, 9, 1), last=last)
    page = home(Post.ADMINISTRATOR)
    assert ("Set the term dates" in page) is bool(said)
    assert said in page
    assert "Set the term dates" not in home()

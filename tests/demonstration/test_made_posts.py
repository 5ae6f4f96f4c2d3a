"""Do the made people hold every post, and none twice who should not?"""

from __future__ import annotations

from datetime import date

from staffroom.demonstration.posts import give_posts
from staffroom.demonstration.staff import make_staff
from staffroom.records.people import Standing
from staffroom.records.posts import Post

STAFF = make_staff(seed=4, week=date(2026, 9, 14), staff=60)
GIVEN = list(give_posts(STAFF))


def test_every_post_is_held_by_exactly_one_person():
    assert sorted(post for _, post in GIVEN) == sorted(Post)


def test_nobody_who_has_left_holds_a_post():
    assert all(colleague.here for colleague, _ in GIVEN)


def test_the_governors_posts_are_held_by_governors():
    posts = (Post.CHAIR, Post.SAFEGUARDING_GOVERNOR)
    assert all(Standing.GOVERNOR in one.person.standings for one, post in GIVEN if post in posts)


def test_the_headteacher_and_the_data_protection_officer_are_two_people():
    holders = {post: colleague.person.id for colleague, post in GIVEN}
    assert holders[Post.HEADTEACHER] != holders[Post.DATA_PROTECTION]

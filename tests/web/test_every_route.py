"""Does every address of the desk say whom it admits, and keep to it?

The walk takes each address in each method as somebody of each standing and post, and nobody at all.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from school.made_people import TODAY, make_person
from staffroom.records.people import Standing
from staffroom.records.posts import Post
from staffroom.school.people.queries import viewer_of
from web.visiting import sign_in

pytestmark = pytest.mark.django_db

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "TRACE")
KINDS: list[tuple[tuple[Standing, ...], tuple[Post, ...]]] = [
    *(((standing,), ()) for standing in Standing),
    *(((Standing.EMPLOYEE,), (post,)) for post in Post),
    ((), ()),
]


def patterns(resolver: URLResolver | None = None, prefix: str = "") -> Iterator[tuple[str, URLPattern]]:
    """Yield every address with its pattern."""
    for one in (resolver or get_resolver()).url_patterns:
        address = prefix + str(one.pattern)
        if isinstance(one, URLResolver):
            yield from patterns(one, address)
        else:
            yield address, one


ROUTES = sorted((one.name or address, address, one) for address, one in patterns())
PLAIN = [(name, "/" + address, one) for name, address, one in ROUTES if "<" not in address]


def test_every_address_has_a_name():
    assert [address for _, address, one in ROUTES if not one.name] == []


def test_every_address_declares_whom_it_admits():
    undeclared = [address for _, address, one in ROUTES if not hasattr(one.callback, "admits")]
    assert undeclared == []


def test_no_address_answers_a_method_that_it_does_not_declare():
    client = Client()
    wrong = [
        (address, method)
        for _, address, one in PLAIN
        for method in set(METHODS) - {*one.callback.answers, "HEAD"}
        if client.generic(method, address).status_code in (200, 201, 204)
    ]
    assert wrong == []


@pytest.mark.parametrize(("name", "address", "pattern"), PLAIN, ids=[name for name, _, _ in PLAIN])
def test_nobody_sees_a_page_without_signing_in_unless_it_is_for_whoever_comes(name, address, pattern):
    answered = Client().get(address)
    if pattern.callback.admits is not None:
        assert answered.status_code == 302
        assert answered["Location"].startswith("/sign-in/")


@pytest.mark.parametrize(
    "kind", KINDS, ids=[f"{' '.join(a)} {' '.join(b)}".strip() or "nobody" for a, b in KINDS]
)
def test_each_standing_and_post_is_admitted_as_the_rule_says(kind):
    standings, posts = kind
    person = make_person(*posts, standings=standings)
    viewer = viewer_of(person, on=TODAY, is_second_factor_given=True)
    client = sign_in(Client(), person)
    for name, address, pattern in PLAIN:
        rule = pattern.callback.admits
        if rule is not None and not rule(viewer).allowed:
            for method in pattern.callback.answers:
                assert client.generic(method, address).status_code == 403, (name, method)


@pytest.mark.parametrize("post", [post for post in Post if post is not Post.NETWORK])
def test_a_post_that_sees_other_people_needs_a_second_factor_first(post):
    client = sign_in(Client(), make_person(post), with_second_factor=False)
    answered = client.get("/")
    assert (answered.status_code, answered["Location"]) == (302, "/my-sign-in/?needed=1")

"""Does an administrator set up a provider, and do the school's people come in by it, in a real browser?"""

from __future__ import annotations

import pytest
from oidc_provider_mock import User as Claimed
from oidc_provider_mock import run_server_in_thread

from browser.accessibility import then_nothing_is_complained_of, then_the_page_is_accessible
from browser.visitors import given_a_visitor


@pytest.fixture
def known(running_school):
    """Somebody whom the school knows, without a sign-in yet."""
    return running_school.run("browser.made_guest", "nothing")["email"]


@pytest.fixture
def portal(known):
    """A real provider of sign-ins, which vouches for one known person and one stranger."""
    people = [
        Claimed(sub="one of ours", claims={"email": known, "email_verified": True}),
        Claimed(sub="a stranger", claims={"email": "stranger@elsewhere.example", "email_verified": True}),
    ]
    with run_server_in_thread(user_claims=people) as server:
        yield f"http://localhost:{server.server_port}"


def given_the_provider_is_set_up(chromium, running_school, portal):
    with given_a_visitor(chromium, running_school, post="administrator") as visitor:
        visitor.opens("/providers/")
        visitor.page.get_by_label("Another, by OpenID Connect").check()
        visitor.writes("Directory or address", portal)
        visitor.writes("Name on the button", "Maple Portal")
        visitor.writes("Client ID", "staffroom")
        visitor.writes("Client secret", "a secret between the two")
        visitor.presses("Add the provider")
        assert visitor.sees("People can sign in with Maple Portal.")
        then_the_page_is_accessible(visitor)
        then_nothing_is_complained_of(visitor)


def when_they_sign_in_there(visitor, sub):
    visitor.opens("/sign-in/")
    visitor.presses("Sign in with Maple Portal")
    visitor.presses(sub)


def test_a_known_person_comes_in_and_a_stranger_does_not(chromium, running_school, portal):
    given_the_provider_is_set_up(chromium, running_school, portal)
    with given_a_visitor(chromium, running_school) as visitor:
        when_they_sign_in_there(visitor, "one of ours")
        visitor.arrives_at("What to do today")
        assert [one for one in visitor.complaints if "Content Security Policy" in one] == []
    with given_a_visitor(chromium, running_school) as visitor:
        when_they_sign_in_there(visitor, "a stranger")
        visitor.arrives_at("The school does not know this address")
        then_the_page_is_accessible(visitor)
        visitor.opens("/")
        assert visitor.page.url.startswith(running_school.address + "/sign-in/")

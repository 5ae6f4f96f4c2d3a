"""Does an empty Staffroom become a school, in a real browser?"""

from __future__ import annotations

import pytest

from browser.accessibility import take_picture, then_nothing_is_complained_of, then_the_page_is_accessible
from browser.passkeys import given_a_device_with_passkeys
from browser.running_school import running
from browser.visitors import given_a_visitor
from staffroom.school.people.setup_token import setup_token


@pytest.fixture
def empty_school(tmp_path):
    """A Staffroom that has just been installed."""
    with running(tmp_path) as school:
        yield school


def when_they_describe_the_school(visitor):
    visitor.follows("The school")
    visitor.writes("Name of the school", "Hollybank School")
    visitor.page.get_by_label("Wales").check()
    visitor.page.get_by_label("Colour").select_option("Maroon")
    then_the_page_is_accessible(visitor)
    visitor.presses("Save and go on")


def when_they_make_their_sign_in(visitor):
    visitor.follows("Your own sign-in")
    visitor.presses("Save and go on")
    then_the_page_is_accessible(visitor)  # with everything that is missing said
    visitor.writes("First name", "Robin")
    visitor.writes("Last name", "Maplewood")
    visitor.writes("Email", "robin@hollybank.example")
    visitor.writes("Password", "a lantern, a kettle, a hedge")
    visitor.presses("Save and go on")


def when_they_add_a_passkey(visitor):
    visitor.follows("Add a passkey")
    visitor.touches("Add the passkey")
    visitor.page.wait_for_url("**/recovery-codes/")


def test_from_the_printed_word_to_a_school(chromium, empty_school, tmp_path):
    with given_a_visitor(chromium, empty_school) as visitor:
        given_a_device_with_passkeys(visitor)
        visitor.opens(f"/set-up/begin/{setup_token(tmp_path)}/")
        assert visitor.page.url == empty_school.address + "/set-up/"
        when_they_describe_the_school(visitor)
        take_picture(visitor, "set-up")
        then_the_page_is_accessible(visitor)
        when_they_make_their_sign_in(visitor)
        when_they_add_a_passkey(visitor)
        visitor.opens("/")
        visitor.follows("Set up the school")
        visitor.page.locator("main").get_by_role("link", name="People", exact=True).click()
        then_the_page_is_accessible(visitor)
        visitor.presses("Leave it for later")
        assert visitor.sees("Later")
        visitor.presses("Finish setting up")
        assert visitor.sees("The school is set up.")
        then_the_page_is_accessible(visitor)
        then_nothing_is_complained_of(visitor)
        visitor.opens(f"/set-up/begin/{setup_token(tmp_path)}/")
        visitor.arrives_at("The set-up cannot be opened")

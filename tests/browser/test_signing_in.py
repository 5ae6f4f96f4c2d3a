"""Does somebody come in by each way there is, and by no other, in a real browser?"""

from __future__ import annotations

import time

from browser.accessibility import (
    take_picture,
    then_nothing_is_complained_of,
    then_the_page_is_accessible,
)
from browser.passkeys import given_a_device_with_passkeys
from browser.visitors import NARROW, PHONE, given_a_visitor

HOME = "What to do today"


def given_somebody_with_a_password(visitor, *posts):
    return visitor.school.run("browser.made_guest", "signed-in", *posts)


def when_they_sign_in(visitor, known):
    visitor.opens("/sign-in/")
    visitor.writes("Email", known["email"])
    visitor.writes("Password", known["password"])
    visitor.presses("Sign in")


def when_they_show_again_that_it_is_they(visitor, known):
    visitor.writes("Password", known["password"])
    visitor.presses("Go on")


def then_the_heading_is(visitor, words):
    visitor.arrives_at(words)


def code_of(key):
    from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value

    return format_hotp_value(hotp_value(key, int(time.time()) // 30))  # noqa: TID251


def test_somebody_without_a_post_signs_in_with_a_password_and_without_scripts(chromium, running_school):
    with given_a_visitor(chromium, running_school, width=NARROW, with_scripts=False) as visitor:
        known = given_somebody_with_a_password(visitor)
        when_they_sign_in(visitor, known)
        then_the_heading_is(visitor, HOME)
        visitor.presses("Sign out")
        then_the_heading_is(visitor, "Sign in")


def test_a_headteacher_adds_a_passkey_and_signs_in_with_it_alone(visitor):
    given_a_device_with_passkeys(visitor)
    known = given_somebody_with_a_password(visitor, "headteacher")
    when_they_sign_in(visitor, known)
    then_the_heading_is(visitor, "My sign-in")
    assert visitor.sees("Your post lets you see other people’s data, so a password alone is not enough.")
    visitor.opens("/")
    then_the_heading_is(visitor, "My sign-in")
    visitor.follows("Add a passkey")
    then_the_heading_is(visitor, "Show again that it is you")
    when_they_show_again_that_it_is_they(visitor, known)
    then_the_heading_is(visitor, "Add a passkey")
    visitor.writes("A name for it", "My laptop")
    visitor.touches("Add the passkey")
    visitor.page.wait_for_url("**/recovery-codes/")
    then_the_heading_is(visitor, "Recovery codes")
    then_the_page_is_accessible(visitor)
    visitor.follows("Go to the first page")
    then_the_heading_is(visitor, HOME)
    visitor.opens("/my-sign-in/passkeys/")
    assert visitor.sees("My laptop")
    then_the_page_is_accessible(visitor)
    visitor.presses("Sign out")
    visitor.touches("Sign in with a passkey")
    visitor.page.wait_for_url(visitor.school.address + "/")
    then_the_heading_is(visitor, HOME)
    then_nothing_is_complained_of(visitor)


def test_a_device_without_a_passkey_of_this_school_is_told_so_on_the_page(visitor):
    given_a_device_with_passkeys(visitor)
    visitor.opens("/sign-in/")
    visitor.touches("Sign in with a passkey")
    visitor.page.get_by_text("The passkey was not used.").wait_for()
    then_nothing_is_complained_of(visitor)


def test_a_deputy_adds_an_app_and_signs_in_with_its_codes(visitor):
    known = given_somebody_with_a_password(visitor, "deputy headteacher")
    when_they_sign_in(visitor, known)
    visitor.follows("Add an app")
    when_they_show_again_that_it_is_they(visitor, known)
    key = visitor.page.locator(".staffroom-key").inner_text()
    then_the_page_is_accessible(visitor)
    visitor.writes("Code", code_of(key))
    visitor.presses("Add the app")
    then_the_heading_is(visitor, "Recovery codes")
    recovery = visitor.page.locator(".staffroom-key").first.inner_text()
    visitor.opens("/my-sign-in/")
    then_the_page_is_accessible(visitor)
    visitor.opens("/my-sign-in/code/remove/")
    assert visitor.sees("Your post needs a second proof.")
    then_the_page_is_accessible(visitor)
    visitor.presses("Sign out")
    when_they_sign_in(visitor, known)
    then_the_heading_is(visitor, "Give your second proof")
    then_the_page_is_accessible(visitor)
    visitor.writes("Code", "000000")
    visitor.presses("Go on")
    assert visitor.sees("This code is not right.")
    then_the_page_is_accessible(visitor)
    visitor.writes("Code", recovery)
    visitor.presses("Go on")
    then_the_heading_is(visitor, HOME)
    then_nothing_is_complained_of(visitor)


def test_somebody_who_is_invited_chooses_a_password_and_is_in(visitor):
    known = visitor.school.run("browser.made_guest", "invited")
    visitor.opens("/sign-in/")
    visitor.follows("I have a letter with a code")
    visitor.writes("Code", known["code"].upper())
    visitor.presses("Go on")
    then_the_heading_is(visitor, "Choose how you sign in")
    then_the_page_is_accessible(visitor)
    visitor.writes("Password", "short")
    visitor.presses("Save the password")
    then_the_page_is_accessible(visitor)
    visitor.writes("Password", "a lantern, a kettle, a hedge")
    visitor.presses("Save the password")
    then_the_heading_is(visitor, HOME)
    then_nothing_is_complained_of(visitor)


def test_somebody_who_is_invited_chooses_a_passkey_and_is_in(visitor):
    given_a_device_with_passkeys(visitor)
    known = visitor.school.run("browser.made_guest", "invited", "headteacher")
    visitor.opens(f"/invitation/{known['code']}/")
    assert known["code"] not in visitor.page.url
    visitor.presses("Use a passkey")
    then_the_heading_is(visitor, "Add a passkey")
    visitor.touches("Add the passkey")
    visitor.page.wait_for_url("**/recovery-codes/")
    visitor.opens("/")
    then_the_heading_is(visitor, HOME)
    visitor.opens(f"/invitation/{known['code']}/")
    then_the_heading_is(visitor, "This invitation no longer works")


def test_the_sign_in_page_is_as_the_documents_show_it(chromium, running_school):
    with given_a_visitor(chromium, running_school, width=PHONE) as visitor:
        visitor.opens("/sign-in/")
        then_the_heading_is(visitor, "Sign in")
        take_picture(visitor, "sign-in", width=PHONE, height=640)

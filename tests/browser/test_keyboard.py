"""Can somebody come in and look round with a keyboard alone, and see where they are?"""

from __future__ import annotations

import pytest

from browser.made_school import WITHOUT_A_POST
from browser.visitors import given_a_visitor

# What has the focus shows it: by a ring, a shadow or a ground of another colour than before.
SHOWN = """() => {
  const one = document.activeElement, look = () => {
    const s = getComputedStyle(one)
    return [s.outlineStyle + s.outlineWidth, s.boxShadow, s.backgroundColor].join()
  }
  const focused = look(); one.blur(); const before = look(); one.focus()
  return focused !== before
}"""
NAME = "document.activeElement.innerText || document.activeElement.name || document.activeElement.value"


def when_they_press_tab_until(visitor, words, most=30):
    """Go from one thing to the next until what has the focus bears these words; each shows its focus."""
    for _ in range(most):
        visitor.page.keyboard.press("Tab")
        assert visitor.page.evaluate(SHOWN), visitor.page.evaluate(NAME)
        if visitor.page.evaluate(NAME).strip() == words:
            return
    raise AssertionError(f"The keyboard does not reach {words!r}.")


def test_the_first_thing_leads_past_the_header(visitor):
    visitor.opens("/sign-in/")
    visitor.page.keyboard.press("Tab")
    assert visitor.page.evaluate(NAME) == "Skip to main content"
    visitor.page.keyboard.press("Enter")
    visitor.page.keyboard.press("Tab")
    assert visitor.page.evaluate(NAME) == "login"


def test_somebody_signs_in_and_out_with_a_keyboard_alone(visitor):
    known = visitor.school.run("browser.made_guest", "signed-in")
    visitor.opens("/sign-in/")
    when_they_press_tab_until(visitor, "login")
    visitor.page.keyboard.type(known["email"])
    when_they_press_tab_until(visitor, "password")
    visitor.page.keyboard.type(known["password"])
    visitor.page.keyboard.press("Enter")
    visitor.page.wait_for_url(visitor.school.address + "/")
    when_they_press_tab_until(visitor, "Sign out")
    visitor.page.keyboard.press("Enter")
    visitor.page.wait_for_url("**/sign-in/")


def test_after_a_mistake_the_summary_has_the_focus_and_leads_to_the_field(visitor):
    visitor.opens("/sign-in/")
    visitor.presses("Sign in")
    assert "There is a problem" in visitor.page.evaluate("document.activeElement.innerText")
    visitor.page.keyboard.press("Tab")
    visitor.page.keyboard.press("Enter")
    assert visitor.page.evaluate("document.activeElement.name") == "login"


@pytest.mark.parametrize("address", ["/", "/my-sign-in/", "/accessibility/", "/school/"])
def test_the_keyboard_reaches_everything_that_can_be_pressed(chromium, running_school, address):
    post = "administrator" if address == "/school/" else WITHOUT_A_POST
    with given_a_visitor(chromium, running_school, post=post) as visitor:
        visitor.opens(address)
        wanted = visitor.page.locator(
            "a[href]:visible, button:visible, input:not([type=hidden]):visible"
        ).count()
        reached = set()
        for _ in range(wanted * 2 + 5):
            visitor.page.keyboard.press("Tab")
            reached.add(
                visitor.page.evaluate("[...document.querySelectorAll('*')].indexOf(document.activeElement)")
            )
        radios = visitor.page.locator("input[type=radio]").count()  # one stop for each group of them
        assert len(reached) >= wanted - max(0, radios - 1)

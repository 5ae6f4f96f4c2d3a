"""Somebody at a browser: the steps that a journey begins with."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import TimeoutError as NotShown
from playwright.sync_api import expect

from browser.running_school import RunningSchool

CHROMIUM = Path("/usr/bin/chromium")
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
WIDE, PHONE, NARROW = 1280, 360, 320
SESSION_COOKIE = "sessionid"
PATIENCE = 60_000  # milliseconds: a machine may have much else to do


@dataclass
class Visitor:
    """A person's browser: its page, the school it visits, and what the console complained of.

    A broken Content-Security-Policy shows as a complaint.
    """

    page: Any
    school: RunningSchool
    complaints: list[str] = field(default_factory=list)

    def opens(self, path: str) -> Any:
        """Open a page of the school, such as "/people/", and return the answer."""
        return self.page.goto(self.school.address + path)

    def follows(self, words: str) -> None:
        """Follow the link with these words, and wait for the page that comes next."""
        with self.page.expect_navigation():
            self.page.get_by_role("link", name=words, exact=True).click()

    def presses(self, words: str) -> None:
        """Press the button with these words, and wait for the page that comes next."""
        with self.page.expect_navigation():
            self.touches(words)

    def touches(self, words: str) -> None:
        """Press the button with these words, where a script answers and no page may come."""
        self.page.get_by_role("button", name=words, exact=True).click()

    def arrives_at(self, heading: str) -> None:
        """Wait for the page with this first heading, and fail where another comes."""
        expect(self.page.locator("h1")).to_have_text(heading, timeout=PATIENCE)

    def writes(self, label: str, text: str) -> None:
        """Write into the field with this label."""
        self.page.get_by_label(label, exact=True).fill(text)

    def sees(self, words: str) -> bool:
        """Say whether the page shows these words, after waiting for the page that comes next."""
        shown = self.page.get_by_text(words).first
        with suppress(NotShown):
            shown.wait_for(state="visible")
        return bool(shown.is_visible())


@contextmanager
def given_a_visitor(
    browser: Any, school: RunningSchool, *, post: str = "", width: int = WIDE, with_scripts: bool = True
) -> Iterator[Visitor]:
    """Open a fresh browser, signed in as the holder of a post where one is named."""
    context = browser.new_context(viewport={"width": width, "height": 900}, java_script_enabled=with_scripts)
    if post:
        cookie = {"name": SESSION_COOKIE, "value": school.sessions[post], "url": school.address}
        context.add_cookies([cookie])
    try:
        yield _watched(Visitor(context.new_page(), school))
    finally:
        context.close()


def _watched(visitor: Visitor) -> Visitor:
    """Keep what the console complains of."""

    def keep(message: Any) -> None:
        if message.type in ("error", "warning"):
            visitor.complaints.append(message.text)

    visitor.page.set_default_timeout(PATIENCE)
    visitor.page.on("console", keep)
    visitor.page.on("pageerror", lambda error: visitor.complaints.append(str(error)))
    return visitor


def given_no_script_arrives(visitor: Visitor) -> None:
    """Keep every script of the pages from arriving, while the tests can still look at them.

    Where scripts are off altogether (`with_scripts=False`), axe cannot run either.
    """
    visitor.page.route("**/*.js", lambda route: route.abort())

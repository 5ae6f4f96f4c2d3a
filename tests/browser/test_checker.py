"""Before you post: does a draft stay on the device, and is what to change clear?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from browser.accessibility import then_the_page_is_accessible, then_there_is_one_heading
from browser.made_school import WITHOUT_A_POST
from browser.visitors import PHONE, Visitor, given_a_visitor

CANARY = "Quillonbert Nightjarsson"
SECONDS_TO_LOAD = 120_000  # milliseconds; Python comes into the browser once
CLEAN = "Nothing was noticed"


@pytest.fixture
def author(chromium: Any, running_school: Any) -> Iterator[Visitor]:
    """Somebody about to post, on a phone."""
    with given_a_visitor(chromium, running_school, post=WITHOUT_A_POST, width=PHONE) as visitor:
        visitor.page.set_default_timeout(SECONDS_TO_LOAD)
        yield visitor


def given_everything_sent_is_written_down(visitor: Visitor) -> list[str]:
    """Write down every request with its body, of the page and of its workers."""
    sent: list[str] = []

    def keep(request: Any) -> None:
        sent.append(f"{request.method} {request.url} {request.post_data or ''}")

    visitor.page.context.on("request", keep)
    return sent


def when_the_checker_is_ready(visitor: Visitor) -> None:
    visitor.opens("/check/")
    visitor.page.locator("#draft[data-state=ready]").wait_for()


def test_a_draft_is_checked_on_the_device_and_no_request_carries_it(author):
    sent = given_everything_sent_is_written_down(author)
    when_the_checker_is_ready(author)
    author.writes("Your draft", f"A lovely walk with {CANARY} by the river.")
    assert author.sees(CLEAN)
    assert [one for one in sent if "worker.js" in one]
    assert [one for one in sent if CANARY.split()[0] in one] == []
    then_there_is_one_heading(author)
    then_the_page_is_accessible(author)
    assert author.complaints == []

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
TELLING = "The door code at the back gate is 4711, ring me on 07700 900123."

WHAT_IS_STORED = """async () => {
  const base = await new Promise(done => {
    const request = indexedDB.open('staffroom-later'); request.onsuccess = () => done(request.result)
  })
  const rows = await new Promise(done => {
    const request = base.transaction('drafts').objectStore('drafts').getAll()
    request.onsuccess = () => done(request.result)
  })
  const bytes = rows.map(row => new TextDecoder('latin1').decode(row.sealed) + JSON.stringify(row))
  const stored = [localStorage, sessionStorage].map(store => JSON.stringify(store))
  return { drafts: rows.length, text: [...bytes, ...stored].join() }
}"""
SHARE = """text => {
  const form = document.createElement('form')
  Object.assign(form, { method: 'post', action: '/check/share/', enctype: 'multipart/form-data' })
  const field = document.createElement('input')
  Object.assign(field, { name: 'text', value: text })
  form.append(field); document.body.append(form); form.submit()
}"""


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


def test_what_to_change_is_clear_from_the_finding_and_goes_when_it_is_changed(author):
    when_the_checker_is_ready(author)
    waits = author.page.get_by_role("button", name="Wait until tomorrow")
    assert not waits.is_visible()  # there is nothing yet that could wait
    author.writes("Your draft", TELLING)
    waits.wait_for()
    marked = author.page.locator("#findings mark")
    marked.first.wait_for()
    assert any("4711" in words for words in marked.all_inner_texts())
    assert author.sees("What you can do:")
    then_the_page_is_accessible(author)
    author.writes("Your draft", "A lovely walk by the river.")
    assert author.sees(CLEAN)


def test_a_draft_waits_until_tomorrow_on_this_device_and_no_store_holds_it_in_the_clear(author):
    author.page.clock.install()
    when_the_checker_is_ready(author)
    author.writes("Your draft", f"I am furious with {CANARY}!")
    author.page.clock.run_for(1_000)
    author.touches("Wait until tomorrow")
    assert author.sees("Your draft waits on this device until tomorrow.")
    kept = author.page.evaluate(WHAT_IS_STORED)
    assert kept["drafts"] == 1
    assert CANARY.split()[0] not in kept["text"]
    author.page.clock.fast_forward("36:00:00")
    author.page.reload()
    author.touches("Look at it afresh")
    assert author.page.get_by_label("Your draft").input_value() == f"I am furious with {CANARY}!"


def test_the_checker_works_without_a_connection_once_it_was_open(author):
    when_the_checker_is_ready(author)
    author.page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    when_the_checker_is_ready(author)
    author.page.context.set_offline(True)
    author.page.reload()
    author.page.locator("#draft[data-state=ready]").wait_for()
    author.writes("Your draft", TELLING)
    author.page.locator("#findings mark").first.wait_for()
    author.page.context.set_offline(False)


def test_what_a_phone_shares_is_taken_by_the_phone_s_own_program(author):
    sent = given_everything_sent_is_written_down(author)
    when_the_checker_is_ready(author)
    author.page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    author.opens("/check/")
    author.page.evaluate(SHARE, CANARY)
    author.page.wait_for_url("**/check/")
    author.page.locator("#draft[data-state=ready]").wait_for()
    assert CANARY in author.page.get_by_label("Your draft").input_value()
    assert [one for one in sent if CANARY.split()[0] in one and "/share/" not in one] == []


def test_without_scripts_the_form_goes_to_the_server_which_says_what_it_noticed(chromium, running_school):
    with given_a_visitor(chromium, running_school, post=WITHOUT_A_POST, with_scripts=False) as author:
        author.opens("/check/")
        author.writes("Your draft", TELLING)
        author.presses("Check it")
        assert author.sees("What you can do:")

"""Is every page fit for everybody, in a real browser?

Each plain address is opened by somebody whom it admits: with scripts and without, on a wide screen and on
phones, in forced colours and as it is printed.
"""

from __future__ import annotations

import pytest

from browser.accessibility import (
    then_axe_finds_nothing,
    then_nothing_is_complained_of,
    then_nothing_scrolls_sideways,
    then_the_page_is_accessible,
    then_there_is_one_heading,
)
from browser.made_school import WITHOUT_A_POST
from browser.visitors import NARROW, given_a_visitor, given_no_script_arrives
from staffroom.records.people import Standing
from staffroom.records.posts import Post
from staffroom.records.viewers import Viewer
from web.test_every_route import PLAIN

PAGES = [(name, address, one.callback) for name, address, one in PLAIN if "GET" in one.callback.answers]
BY_POST = {post.value: frozenset({post}) for post in Post}


def somebody_admitted(view) -> str:
    """Return whose sign-in opens a page; empty for one that needs none."""
    if view.admits is None:
        return ""
    for post, held in {WITHOUT_A_POST: frozenset(), **BY_POST}.items():
        viewer = Viewer("somebody", frozenset({Standing.EMPLOYEE}), held, is_second_factor_given=True)
        if view.admits(viewer).allowed:
            return post
    raise AssertionError("Nobody is admitted.")


def is_shown(visitor, address) -> bool:
    """Say whether an address shows a page: some give a file, and some have nothing to show to everybody."""
    answer = visitor.page.request.get(visitor.school.address + address)
    assert answer.status < 500, address
    return answer.ok and answer.headers.get("content-type", "").startswith("text/html")


@pytest.mark.parametrize(("name", "address", "view"), PAGES, ids=[name for name, _, _ in PAGES])
def test_a_page_is_fit_for_everybody(chromium, running_school, name, address, view):
    post = somebody_admitted(view)
    with given_a_visitor(chromium, running_school, post=post) as visitor:
        if not is_shown(visitor, address):
            return
        visitor.opens(address)
        then_there_is_one_heading(visitor)
        then_the_page_is_accessible(visitor)
        then_nothing_is_complained_of(visitor)


@pytest.mark.parametrize(("name", "address", "view"), PAGES, ids=[name for name, _, _ in PAGES])
def test_a_page_is_fit_for_everybody_without_scripts(chromium, running_school, name, address, view):
    post = somebody_admitted(view)
    with given_a_visitor(chromium, running_school, post=post, width=NARROW) as visitor:
        if not is_shown(visitor, address):
            return
        given_no_script_arrives(visitor)
        visitor.opens(address)
        then_axe_finds_nothing(visitor, "without scripts")
        then_nothing_scrolls_sideways(visitor)


def test_a_page_that_is_not_fit_is_found(visitor):
    visitor.opens("/sign-in/")
    visitor.page.evaluate(
        "document.body.insertAdjacentHTML('beforeend', '<img src=\"/static/staffroom/icon.svg\">')"
    )
    with pytest.raises(AssertionError, match="image-alt"):
        then_axe_finds_nothing(visitor)


def test_a_page_that_is_too_wide_is_found(visitor):
    visitor.opens("/sign-in/")
    visitor.page.evaluate("document.querySelector('h1').textContent = 'x'.repeat(999)")
    with pytest.raises(AssertionError, match="wider"):
        then_nothing_scrolls_sideways(visitor)


def test_a_broken_policy_is_found(visitor):
    visitor.opens("/sign-in/")
    visitor.page.evaluate("document.body.insertAdjacentHTML('beforeend', '<p style=\"color: red\">Red</p>')")
    with pytest.raises(AssertionError):
        then_nothing_is_complained_of(visitor)

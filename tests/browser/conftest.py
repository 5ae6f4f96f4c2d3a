"""A real school and a real browser for the tests in this folder."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from browser.running_school import RunningSchool, running
from browser.visitors import CHROMIUM, FLAGS, Visitor, given_a_visitor

BUILT = Path(__file__).parents[2] / "src" / "staffroom" / "web" / "static" / "built" / "govuk.css"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let these tests speak to this machine, and skip them where there is no browser."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.allow_hosts(["127.0.0.1", "::1", "localhost"]))
            item.add_marker(pytest.mark.skipif(not CHROMIUM.exists(), reason="There is no Chromium here."))
            item.add_marker(pytest.mark.skipif(not BUILT.exists(), reason="The front end is not built."))


@pytest.fixture(scope="session")
def running_school(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningSchool]:
    """A school with one sign-in for each post, running until the tests end."""
    with running(tmp_path_factory.mktemp("school"), made_by="browser.made_school") as school:
        yield school


@pytest.fixture(scope="module")
def chromium() -> Iterator[object]:
    """A browser. One for each file of tests: its event loop would trouble Django's tests after it."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        yield browser
        browser.close()


@pytest.fixture
def visitor(chromium: object, running_school: RunningSchool) -> Iterator[Visitor]:
    """Somebody who has not signed in."""
    with given_a_visitor(chromium, running_school) as visitor:
        yield visitor

"""Does somebody see and answer what is held on them, and do governors see counts alone, in a real browser?"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from browser.accessibility import (
    take_picture,
    then_axe_finds_nothing,
    then_nothing_is_complained_of,
    then_nothing_scrolls_sideways,
    then_the_page_is_accessible,
    then_there_is_one_heading,
)
from browser.made_school import WITHOUT_A_POST
from browser.running_school import RunningSchool, running
from browser.visitors import NARROW, PHONE, Visitor, given_a_visitor
from staffroom.records.posts import Post

DEPUTY, GOVERNOR = Post.DEPUTY.value, Post.CHAIR.value
LESSON, NOT_ME = "The choir puts its concerts there.", "I was teaching. The page was open by itself."
ALLOWED, SHUT = "That is the choir's page.", "The lines show that pictures were opened."
NAMES = ("Wilhelmina", "Quillfeather", "Maplewood", "@hollybank.example")

pytestmark = pytest.mark.clause("CON-1", "CON-2", "MON-1", "MON-2")


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningSchool]:
    """A school of its own, which has read and published three weeks of a log."""
    folder = tmp_path_factory.mktemp("monitored")
    with running(folder, made_by="browser.made_monitored_school", STAFFROOM_PLAIN="1") as school:
        yield school


def record_of(visitor: Visitor) -> list[str]:
    """Return what the page says of each use."""
    return visitor.page.locator("article").all_inner_texts()


def given_their_record(visitor: Visitor) -> None:
    """Go from the first page to one's own record."""
    visitor.opens("/")
    when_they_go_to(visitor, "Monitoring")
    visitor.follows("My record")
    assert visitor.sees("Nobody else can open this page")


def when_they_go_to(visitor: Visitor, part: str) -> None:
    """Go to a part of the desk; on a phone its name is in the menu."""
    menu = visitor.page.get_by_role("button", name="Menu")
    if menu.is_visible():
        menu.click()
    visitor.follows(part)


def when_they_say_of_the_use(visitor: Visitor, number: int, kind: str, words: str) -> None:
    """Say something to the first, second or another use of the page."""
    visitor.page.get_by_role("button", name="Say something to this").nth(number).click()
    then_there_is_one_heading(visitor)
    visitor.page.get_by_label(kind).check()
    visitor.writes("In your own words", words)


def when_the_next_remark_is_answered(visitor: Visitor, kind: str, answer: str, why: str) -> None:
    """Answer a remark of a kind that waits, and read meanwhile what the one who answers learns of it."""
    visitor.opens("/monitoring/answers/")
    visitor.follows(kind)
    assert visitor.sees("no name was given")
    then_no_name_is_shown(visitor)
    visitor.page.get_by_label(answer, exact=True).check()
    visitor.writes("Why", why)


def then_no_name_is_shown(visitor: Visitor) -> None:
    """See nobody's name on the page, nor in what the page is made of."""
    made_of = visitor.page.locator("main").evaluate("main => main.innerHTML")
    assert not [name for name in NAMES if name in made_of], visitor.page.url


def test_somebody_says_of_a_visit_that_it_was_for_the_school_and_challenges_another(chromium, school):
    with given_a_visitor(chromium, school, post=WITHOUT_A_POST, width=PHONE) as teacher:
        given_their_record(teacher)
        uses = record_of(teacher)
        assert len(uses) == 2
        assert all("Judged as" in use and "points" in use for use in uses)
        take_picture(teacher, "my-record", width=PHONE)
        then_the_page_is_accessible(teacher)

        when_they_say_of_the_use(teacher, 0, "That was for school purposes", LESSON)
        then_the_page_is_accessible(teacher)
        teacher.presses("Send")
        assert teacher.sees("Your remark was sent.")
        then_nothing_is_complained_of(teacher)

    with given_a_visitor(chromium, school, post=WITHOUT_A_POST, width=NARROW, with_scripts=False) as teacher:
        given_their_record(teacher)
        when_they_say_of_the_use(teacher, 1, "This is wrong", NOT_ME)
        then_nothing_scrolls_sideways(teacher)
        teacher.presses("Send")
        assert teacher.sees("Your remark was sent.")
        assert all("Waiting for an answer" in use for use in record_of(teacher))

    with given_a_visitor(chromium, school, post=DEPUTY) as deputy:
        deputy.opens("/monitoring/answers/")
        then_no_name_is_shown(deputy)
        then_the_page_is_accessible(deputy)
        when_the_next_remark_is_answered(deputy, "That was for school purposes", "Yes", ALLOWED)
        take_picture(deputy, "answer-a-remark")
        then_the_page_is_accessible(deputy)
        deputy.presses("Answer")
        assert deputy.sees("Your answer was sent.")
        when_the_next_remark_is_answered(deputy, "This is wrong", "No", SHUT)
        deputy.presses("Answer")
        assert deputy.sees("No remark waits.")
        then_nothing_is_complained_of(deputy)

    with given_a_visitor(chromium, school, post=WITHOUT_A_POST, width=PHONE) as teacher:
        teacher.opens("/")
        assert teacher.sees("Read the answer to your remark")
        given_their_record(teacher)
        first, second = record_of(teacher)
        assert f"Found right: {ALLOWED}" in first
        assert f"Yes: {ALLOWED}" in first
        assert f"Not found right: {SHUT}" in second
        assert "No line of the register covers it" in second
        then_the_page_is_accessible(teacher)
        take_picture(teacher, "my-record-answered", width=PHONE)
        then_nothing_is_complained_of(teacher)


def test_what_is_held_on_somebody_is_on_nobody_elses_page(chromium, school):
    with given_a_visitor(chromium, school, post=WITHOUT_A_POST) as teacher:
        given_their_record(teacher)
        address = teacher.page.url.removeprefix(school.address)
    for post in (DEPUTY, GOVERNOR):
        with given_a_visitor(chromium, school, post=post) as other:
            assert other.opens(address).status == 403
            assert "Facebook" not in other.page.content()


def cells_of(visitor: Visitor, caption: str) -> dict[str, list[str]]:
    """Return the cells of a table, by the head of their row."""
    rows = visitor.page.get_by_role("table", name=caption).locator("tbody tr").all()
    return {
        row.locator("th").inner_text(): [cell.strip() for cell in row.locator("td").all_inner_texts()]
        for row in rows
    }


def test_a_governor_sees_counts_by_service_hour_and_week_and_nobody_s_name(chromium, school):
    with given_a_visitor(chromium, school, post=GOVERNOR) as governor:
        governor.opens("/")
        governor.follows("Monitoring")
        governor.follows("Counts of a week")
        services = cells_of(governor, "Visits by service")
        assert int(services["Facebook"][0]) >= 25
        assert set(services["Instagram"]) <= {"hidden", "0"}
        hours = cells_of(governor, "Visits by hour and day, as a table")
        assert any(cell.isdecimal() and int(cell) for cells in hours.values() for cell in cells)
        assert any(cell == "hidden" for cells in hours.values() for cell in cells)
        then_no_name_is_shown(governor)
        then_the_page_is_accessible(governor)
        take_picture(governor, "governors-counts", height=1100)

        governor.opens("/monitoring/counts/trend/")
        weeks = cells_of(governor, "Visits by week, the latest first")
        assert len(weeks) == 3
        assert all(int(cells[0]) >= 25 for cells in weeks.values())
        then_no_name_is_shown(governor)
        then_the_page_is_accessible(governor)
        take_picture(governor, "governors-trend", height=1000)
        then_nothing_is_complained_of(governor)


def test_a_governor_opens_an_older_week_without_scripts_on_a_narrow_screen(chromium, school):
    with given_a_visitor(chromium, school, post=GOVERNOR, width=NARROW, with_scripts=False) as governor:
        governor.opens("/monitoring/counts/trend/")
        governor.page.get_by_role("table").first.get_by_role("link").last.click()
        assert set(cells_of(governor, "Visits by service")["Instagram"]) <= {"hidden", "0"}
        then_no_name_is_shown(governor)
        then_nothing_scrolls_sideways(governor)
    with given_a_visitor(chromium, school, post=GOVERNOR, width=NARROW) as governor:
        governor.opens("/monitoring/counts/")
        then_axe_finds_nothing(governor, "on a narrow screen")

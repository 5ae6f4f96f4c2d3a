"""An administrator imports a whole school: 120 staff and 1,500 pupils, in a real browser."""

from __future__ import annotations

import re

import pytest

from browser.accessibility import (
    take_picture,
    then_nothing_is_complained_of,
    then_the_page_is_accessible,
    then_there_is_one_heading,
)
from browser.visitors import NARROW, given_a_visitor
from readers.rosters.made_rosters import large_roster
from staffroom.records.posts import Post

pytestmark = pytest.mark.slow

ADMINISTRATOR = Post.ADMINISTRATOR.value
SEARCH = "Part of a name, or an e-mail address"
LINKS = (
    "Change the particulars",
    "Give a standing",
    "End a standing",
    "Give a post",
    "End a post",
    "Write down days away",
    "Set working hours",
    "Add an account",
    "Say that they leave",
)
TABLE = b"Code,Forename,Surname,Standing\nV1,Vera,Elmwood,volunteer\nV2,,,\n"


def when_a_file_is_chosen(visitor, name, content):
    """Upload a file on the first page of an import."""
    visitor.opens("/people/import/")
    file = {"name": name, "mimeType": "application/octet-stream", "buffer": content}
    visitor.page.get_by_label("File", exact=True).set_input_files(file)
    visitor.presses("Look")


def row_of(visitor, title):
    """Return the numbers of a row of the plan."""
    return [
        int(text)
        for text in visitor.page.get_by_role("row", name=re.compile(f"^{title} "))
        .get_by_role("cell")
        .all_inner_texts()
    ]


def test_a_whole_school_is_looked_at_imported_and_known_again(chromium, running_school):
    content = large_roster(staff=120, pupils=1_500)
    with given_a_visitor(chromium, running_school, post=ADMINISTRATOR) as visitor:
        when_a_file_is_chosen(visitor, "roster.zip", content)
        assert visitor.sees("Nothing has been written yet.")
        assert row_of(visitor, "Staff") == [120, 0, 0, 0]
        assert row_of(visitor, "Pupils") == [1_500, 0, 0, 0]
        then_there_is_one_heading(visitor)
        then_the_page_is_accessible(visitor)
        take_picture(visitor, "import-people", height=1000)

        visitor.presses("Import")
        assert visitor.sees("Imported: 120 people added, 1500 pupils added, 2 terms brought up to date.")
        then_the_page_is_accessible(visitor)

        when_a_file_is_chosen(visitor, "roster.zip", content)
        assert row_of(visitor, "Staff") == [0, 0, 0, 120]
        assert visitor.sees("There is nothing to do: everything is as the file says.")
        visitor.presses("Delete the file")
        assert visitor.sees("Nothing was imported.")
        then_nothing_is_complained_of(visitor)


def test_a_table_is_imported_without_scripts_on_a_narrow_screen_and_a_leaver_brought_back(
    chromium, running_school
):
    with given_a_visitor(
        chromium, running_school, post=ADMINISTRATOR, width=NARROW, with_scripts=False
    ) as visitor:
        when_a_file_is_chosen(visitor, "volunteers.csv", TABLE)
        assert visitor.page.get_by_label("Family name").input_value() == "surname"
        visitor.presses("Look")
        assert visitor.sees("The row has no name. Fill it in.")
        visitor.presses("Import")
        assert visitor.sees("Imported: 1 person added.")

        visitor.writes(SEARCH, "elmwood")
        visitor.presses("Search")
        assert "elmwood" not in visitor.page.url
        visitor.follows("Vera Elmwood")
        visitor.follows("Say that they leave")
        visitor.presses("They leave")
        assert visitor.sees("can no longer sign in")
        visitor.presses("Take this back")
        assert visitor.sees("Vera Elmwood is here again")


def test_a_person_s_page_is_fit_for_everybody(chromium, running_school):
    with given_a_visitor(chromium, running_school, post=ADMINISTRATOR) as visitor:
        visitor.opens("/people/")
        visitor.writes(SEARCH, "Robin")
        visitor.presses("Search")
        visitor.page.get_by_role("table").get_by_role("link").first.click()
        then_there_is_one_heading(visitor)
        then_the_page_is_accessible(visitor)
        for words in LINKS:
            address = visitor.page.url
            visitor.follows(words)
            then_there_is_one_heading(visitor)
            then_the_page_is_accessible(visitor)
            visitor.page.goto(address)
        then_nothing_is_complained_of(visitor)

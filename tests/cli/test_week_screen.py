"""The week's report in a terminal of eighty columns."""

from __future__ import annotations

import io

import pytest
from rich.cells import cell_len
from rich.console import Console

from reports.made_reports import EVERY, empty, hidden, huge, lookups_only, typical
from staffroom.cli.week_screen import draw


def screen(report, width=80, **choices):
    console = Console(file=io.StringIO(), width=width, **choices)
    draw(report, console)
    return console.file.getvalue()


@pytest.mark.parametrize("name", sorted(EVERY))
@pytest.mark.parametrize("width", [80, 200])
def test_no_line_is_wider_than_eighty_columns(name, width):
    assert all(cell_len(line) <= 80 for line in screen(EVERY[name](), width).splitlines())


@pytest.mark.parametrize("name", sorted(EVERY))
def test_a_pipe_gets_plain_words(name):
    assert "\x1b" not in screen(EVERY[name]())


@pytest.mark.parametrize("name", sorted(EVERY))
def test_a_narrow_terminal_is_served_too(name):
    assert all(cell_len(line) <= 40 for line in screen(EVERY[name](), 40).splitlines())


def test_a_terminal_gets_the_same_words():
    plain = screen(typical())
    coloured = screen(typical(), force_terminal=True, color_system="standard")
    import re

    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == plain
    assert coloured != plain


def test_the_screen_tells_the_week_first():
    words = " ".join(screen(typical()).split())
    assert words.index("due for review") < words.index("About 40 visits in working hours")
    assert words.index("About 40 visits") < words.index("Visits to each service")


@pytest.mark.clause("MON-2")
def test_the_screen_gives_the_clause_with_its_strength():
    words = " ".join(screen(typical()).split())
    assert "will only normally be allowed" in words
    assert "not a verdict on anybody" in words


def test_the_screen_says_how_far_it_can_be_trusted():
    words = " ".join(screen(typical()).split())
    for each in (
        "87% of the requests",
        "No line about a listed service",
        "encrypted hello 3%",
        "No person is named",
    ):
        assert each in words
    assert "access.log 2 the line ends in the middle" in words


def test_a_busy_hour_has_its_number_and_its_shade():
    assert "40 █" in screen(typical())


@pytest.mark.clause("CON-1", "CON-2")
def test_hidden_numbers_are_not_drawn():
    words = screen(hidden())
    table = words[words.index("Visits to each service") : words.index("Every hour with visits is hidden")]
    shown = [each for each in table.split() if each.isdigit()]
    assert shown == []


def test_each_empty_state_is_told():
    assert "No logs of this week were read" in screen(empty())
    assert "looked up, never visited" in " ".join(screen(lookups_only()).split())


def test_square_brackets_are_words_and_not_markup():
    from dataclasses import replace

    assert "[bold]School[/bold]" in screen(replace(typical(), school="[bold]School[/bold]"))


def test_a_very_long_table_is_cut_and_says_so():
    words = screen(huge())
    assert "Further rows, in the table file (CSV): 60." in words
    assert len(words.splitlines()) < 250

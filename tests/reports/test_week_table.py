"""The week's table is tidy and harmless in a spreadsheet."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.made_reports import EVERY, HOSTILE, hidden, hostile, typical
from staffroom.reports.week_table import draw_table, guard


def read(table):
    return list(csv.DictReader(io.StringIO(table, newline="")))


def values(rows, section, row=None):
    return {
        each["column"]: each["value"] for each in rows if (each["section"], each["row"]) == (section, row)
    }


@pytest.mark.parametrize("name", sorted(EVERY))
def test_every_report_is_one_table_of_four_columns(name):
    rows = list(csv.reader(io.StringIO(draw_table(EVERY[name]()), newline="")))
    assert rows[0] == ["section", "row", "column", "value"]
    assert {len(row) for row in rows} == {4}


def test_the_table_holds_every_figure_of_the_report():
    report, rows = typical(), read(draw_table(typical()))
    assert values(rows, "totals", "all")["visits"] == "120"
    assert values(rows, "services", "facebook")["minutes at most"] == "310"
    assert sum(each["section"] == "hours" for each in rows) == len(report.heat)
    assert sum(each["section"] == "weeks" for each in rows) == 3 * len(report.trend)
    assert values(rows, "days", "2026-11-22")["logs"] == "no"
    assert values(rows, "coverage", "attributed") == {"percent": "87"}


@pytest.mark.clause("CON-1", "CON-2")
def test_hidden_numbers_read_hidden():
    rows = read(draw_table(hidden()))
    assert set(values(rows, "totals", "all").values()) == {"hidden"}
    assert {each["value"] for each in rows if each["section"] == "hours"} == {"hidden"}


@pytest.mark.clause("CON-1", "CON-2")
@pytest.mark.parametrize("name", sorted(EVERY))
def test_every_count_of_visits_is_a_multiple_of_five(name):
    counted = [
        each for each in read(draw_table(EVERY[name]())) if each["section"] in ("hours", "weeks", "totals")
    ]
    assert all(each["value"] == "hidden" or int(each["value"]) % 5 == 0 for each in counted)


def test_lines_about_listed_services_are_left_out():
    assert "41200" not in draw_table(typical())


def test_no_cell_of_a_hostile_report_is_a_formula():
    for row in csv.reader(io.StringIO(draw_table(hostile()), newline="")):
        for cell in row:
            assert not cell.lstrip().startswith(("=", "+", "-", "@"))
            assert cell.isprintable()


@pytest.mark.parametrize("words", [each for each in HOSTILE if each.strip()[:1] in "=+-@"])
def test_a_formula_is_marked_as_words(words):
    assert guard(words).startswith("'")


def test_ordinary_words_are_left_as_they_are():
    assert guard("X (Twitter)") == "X (Twitter)"
    assert guard("") == ""


@given(st.text(max_size=500))
def test_no_words_begin_like_a_formula_or_run_on(words):
    guarded = guard(words)
    assert not guarded.lstrip().startswith(("=", "+", "-", "@", "|"))
    assert "\n" not in guarded
    assert "\r" not in guarded
    assert len(guarded) <= 2_001

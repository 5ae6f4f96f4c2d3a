"""Does `staffroom report week` report the week that was asked for, where it was asked to?"""

from __future__ import annotations

import csv
import io
import json
import shutil
from html.parser import HTMLParser

import pytest

from cli.runs import figures_of, run, validated, week_of


class Page(HTMLParser):
    """Reads a page and remembers what would be fetched from anywhere."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.fetched: list[str] = []

    def handle_starttag(self, tag, attributes):
        self.fetched += [value for name, value in attributes if name in ("src", "href", "action") and value]

    def handle_data(self, words):
        self.words.append(words)


def test_without_a_day_it_is_the_latest_week_with_logs(read_home):
    document = week_of(read_home)
    assert (document["monday"], document["sunday"]) == ("2026-09-14", "2026-09-20")
    assert document["visits"] >= 50
    assert document["school"] == "Hollybank School"


@pytest.mark.parametrize("day", ["2026-09-14", "2026-09-17", "2026-09-20"])
def test_any_day_of_a_week_means_that_week(day, read_home):
    done = run("report", "week", "--of", day, "--json", home=read_home)
    assert validated("report-week", done.out)["monday"] == "2026-09-14"


def test_a_week_without_logs_is_reported_as_one(read_home):
    done = run("report", "week", "--of", "2026-09-07", "--json", home=read_home)
    assert done.code == 0
    document = validated("report-week", done.out)
    assert document["coverage"]["days_with_logs"] == []
    assert document["services"] == []


@pytest.mark.parametrize("day", ["14/09/2026", "2026-02-30", "monday", ""])
def test_what_is_no_day_is_said(day, read_home):
    done = run("report", "week", "--of", day, home=read_home)
    assert done.code == 2
    assert "--of" in done.err


def test_the_page_the_table_and_the_document_are_written_at_once(read_home, tmp_path):
    page, table = tmp_path / "week.html", tmp_path / "week.csv"
    done = run("report", "week", "--html", page, "--csv", table, "--json", home=read_home)
    assert done.code == 0
    document = validated("report-week", done.out)
    read = Page()
    read.feed(page.read_text("utf-8"))
    assert "Hollybank School" in " ".join(read.words)
    assert [place for place in read.fetched if not place.startswith("#")] == []
    rows = list(csv.reader(io.StringIO(table.read_text("utf-8"))))
    assert len(rows) > len(document["services"]) > 3


def test_a_page_that_cannot_be_written_is_one_sentence(read_home, tmp_path):
    done = run("report", "week", "--html", tmp_path / "none" / "week.html", home=read_home)
    assert done.code == 1
    assert done.err.endswith("week.html could not be written: No such file or directory.\n")


def test_with_paths_the_logs_are_read_first(home, logs, read_home):
    done = run("report", "week", logs, "--json", home=home)
    assert done.code == 0, done.err
    document = json.loads(done.out)
    expected = week_of(read_home)
    assert document["coverage"]["days_with_logs"] == expected["coverage"]["days_with_logs"]
    assert document["visits"] == expected["visits"]


def test_with_paths_that_cannot_be_read_there_is_no_report(home, tmp_path):
    (tmp_path / "letter.log").write_text("Dear parents,\nthe school is closed.\n")
    done = run("report", "week", tmp_path / "letter.log", home=home)
    assert done.code == 1
    assert done.out == ""
    assert "letter.log" in done.err


def test_before_anything_was_read_the_report_says_so(home):
    done = run("report", "week", home=home)
    assert done.code == 0
    assert "no logs" in done.said.lower()


def test_the_terminal_is_at_most_eighty_columns_wide(read_home):
    done = run("report", "week", home=read_home, COLUMNS="200")
    assert max(map(len, done.out.splitlines())) <= 80


def test_the_compiled_and_the_plain_path_report_the_same(home, logs, read_home, tmp_path_factory):
    shutil.copytree(read_home / "traffic" / "keys", home / "traffic" / "keys")
    cache = str(tmp_path_factory.mktemp("cache"))
    done = run("logs", "read", logs, home=home, STAFFROOM_PLAIN="", XDG_CACHE_HOME=cache)
    assert done.code == 0
    assert figures_of(home) == figures_of(read_home)
    doctor = run("doctor", home=home, STAFFROOM_PLAIN="", XDG_CACHE_HOME=cache)
    assert "Logs are read with compiled kernels." in doctor.out


def test_reading_with_a_report_keeps_nothing_past_its_time(monday, home):
    home.mkdir(parents=True, exist_ok=True)
    (home / "school.toml").write_text('name = "Holly"\n\n[settings]\nkeep_days = 1\n')
    done = run("report", "week", monday, "--json", home=home)
    assert done.code == 0
    assert json.loads((home / "traffic" / "state.json").read_text())["days"] == {}

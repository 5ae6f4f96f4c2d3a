"""The week's page is one sound, self-contained file that names nobody."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reports.made_reports import EVERY, HOSTILE, empty, hidden, huge, lookups_only, quiet, typical
from staffroom.records.week import Count
from staffroom.reports.week_page import draw_page

VOID = {"meta", "link", "img", "br", "hr", "input"}
ALLOWED = {
    *("html", "head", "meta", "title", "style", "body", "header", "main", "footer", "section", "div"),
    *("h1", "h2", "p", "ul", "li", "dl", "dt", "dd", "details", "summary"),
    *("table", "caption", "thead", "tbody", "tr", "th", "td"),
    *("svg", "desc", "defs", "pattern", "rect", "line", "text"),
}


class Reading(HTMLParser):
    """Read a page strictly: every tag closed in order, everything gathered."""

    def __init__(self, page):
        super().__init__(convert_charrefs=True)
        self.open, self.tags, self.attributes, self.words = [], [], [], []
        self.feed(page)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += [(tag, name, value) for name, value in attrs]
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        self.open.pop()

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, words):
        if "style" not in self.open:
            self.words.append(words)

    @property
    def text(self):
        return " ".join("".join(self.words).split())


@pytest.fixture(params=sorted(EVERY))
def page(request):
    return draw_page(EVERY[request.param]())


def test_every_page_is_well_formed_and_of_known_parts(page):
    assert set(Reading(page).tags) <= ALLOWED


def test_every_page_needs_nothing_but_itself(page):
    read = Reading(page)
    names = {name for _, name, _ in read.attributes}
    assert names.isdisjoint({"style", "src", "href", "srcset", "data", "action"})
    assert not any(name.startswith("on") for name in names)
    style = page[page.index("<style>") : page.index("</style>")]
    assert "@import" not in style
    assert set(re.findall(r"url\(([^)]*)\)", style)) <= {"#heat-hatch", "#trend-hatch"}


def test_every_page_is_in_british_english_with_one_style_and_one_main_heading(page):
    read = Reading(page)
    assert ("html", "lang", "en-GB") in read.attributes
    assert read.tags.count("style") == read.tags.count("h1") == read.tags.count("main") == 1


def test_every_table_has_a_caption_and_every_head_a_scope(page):
    read = Reading(page)
    assert read.tags.count("caption") == read.tags.count("table")
    scopes = [value for tag, name, value in read.attributes if (tag, name) == ("th", "scope")]
    assert len(scopes) == read.tags.count("th")
    assert set(scopes) <= {"row", "col"}


def test_every_chart_has_a_name_a_description_and_a_table(page):
    read = Reading(page)
    charts = [value for tag, name, value in read.attributes if (tag, name) == ("svg", "role")]
    assert charts == ["img"] * read.tags.count("svg")
    assert read.tags.count("desc") == read.tags.count("svg")
    for named in (value for tag, name, value in read.attributes if (tag, name) == ("svg", "aria-labelledby")):
        assert all(f'id="{each}"' in page for each in named.split())
    assert page.count("</svg><details>") == read.tags.count("svg")


def test_ids_are_unique(page):
    ids = re.findall(r' id="([^"]*)"', page)
    assert len(ids) == len(set(ids))


def test_every_page_says_what_it_cannot_see_and_that_nobody_is_named(page):
    text = Reading(page).text
    assert "personal phones on mobile data" in text
    assert "A line in a log is not a person looking" in text
    assert "on a screen is not the same as looking at it" in text
    assert "No person is named here, and none can be worked out." in text
    assert "Made on 23 November 2026 at 07:30" in text


@pytest.mark.clause("MON-2")
def test_every_page_gives_the_clause_with_its_strength(page):
    text = Reading(page).text
    assert "will only normally be allowed" in text
    assert "not a verdict on anybody" in text


def test_no_page_says_successfully(page):
    assert "successfully" not in page.lower()


def test_hostile_words_stay_words():
    read = Reading(draw_page(EVERY["hostile"]()))
    assert read.tags.count("script") == read.tags.count("img") == 0
    assert "<script>alert(1)</script>" in read.text
    assert "\u202e" not in read.text
    assert "x" * 200 not in read.text


@settings(max_examples=60, deadline=None)
@given(words=st.text(max_size=300) | st.sampled_from(HOSTILE))
def test_no_title_breaks_out_of_the_page(words):
    report = typical()
    rows = tuple(replace(row, title=words) for row in report.services[:2])
    read = Reading(draw_page(replace(report, services=rows, school=words, notices=(words,))))
    assert set(read.tags) <= ALLOWED


def test_the_first_thing_read_is_the_week_in_a_sentence():
    text = Reading(draw_page(typical())).text
    first = text.index("About 40 visits in working hours had no school purpose on the register.")
    assert first < text.index("By service") < text.index("When") < text.index("How far this can be trusted")


def test_notices_come_before_everything_else():
    text = Reading(draw_page(typical())).text
    assert text.index("due for review") < text.index("About 40 visits")


def test_a_day_without_logs_is_not_a_day_without_visits():
    page = draw_page(typical())
    sunday = page[page.index("Sun 22 Nov, closed") :]
    assert 'class="quiet">nothing read<' in sunday[:200]
    assert "No line about a listed service was read for Sunday 22 Nov" in Reading(page).text


def test_a_week_without_logs_says_so_and_what_to_do():
    text = Reading(draw_page(empty())).text
    assert "No logs of this week were read" in text
    assert "Add the week’s logs" in text
    assert "no logs" in text
    assert "About" not in text


def test_logs_without_visits_say_so():
    assert "no visit to a social networking service was found" in Reading(draw_page(quiet())).text


def test_lookups_are_never_called_visits():
    text = Reading(draw_page(lookups_only())).text
    assert "looked up, never visited" in text
    assert "85" in text


@pytest.mark.clause("CON-1", "CON-2")
def test_a_week_of_hidden_numbers_shows_none():
    report = replace(hidden(), thresholds=(), notices=())
    page = draw_page(report)
    cells = re.findall(r"<td[^>]*>([^<]*)</td>", page[: page.index("How far this")])
    assert cells
    assert set(cells) == {"hidden", "nothing read"}


def test_how_many_lines_were_about_services_is_told_nowhere():
    page = draw_page(typical())
    assert "41,200" not in page
    assert "41200" not in page


def test_a_huge_report_shows_the_first_services_and_says_how_many_are_left():
    page = draw_page(huge())
    assert "68 more services are in the report’s table file (CSV)." in page
    assert len(page) < 120_000


def test_thresholds_are_published():
    text = Reading(draw_page(typical())).text
    for threshold in typical().thresholds:
        assert threshold.name in text
        assert threshold.value in text


def test_a_report_without_trend_does_not_invent_its_first_number():
    text = Reading(draw_page(replace(typical(), trend=()))).text
    assert "not known" in text
    assert "The last weeks" not in text


def test_an_old_trend_is_not_taken_for_this_week():
    report = typical()
    text = Reading(draw_page(replace(report, trend=report.trend[:-1]))).text
    assert "not known" in text


def test_the_page_does_not_add_up_hidden_numbers():
    report = replace(hidden(), visits=Count(35))
    assert "In the whole week there were about 35 visits." in Reading(draw_page(report)).text

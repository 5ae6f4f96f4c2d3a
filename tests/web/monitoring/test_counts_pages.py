"""Do leaders and governors see counts, and only such as the published weeks show?"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from html.parser import HTMLParser

import pytest

from rules.made_weeks import make_visits, tally
from school.made_people import make_person
from school.monitoring.made_monitoring import Leaders, switch_on
from staffroom.records.people import Standing
from staffroom.records.posts import Post
from staffroom.records.school import School
from staffroom.records.seen import SeenWeek
from staffroom.reports.week_document import draw_document
from staffroom.rules.access import GOVERNORS, LEADERS
from staffroom.rules.catalogue import Catalogue
from staffroom.rules.week import make_report
from staffroom.rules.week_disclosure import disclose_week
from staffroom.school.monitoring.models import PublishedWeek
from web.monitoring.made_visitor import clock_at_now, text, visitor

pytestmark = [pytest.mark.django_db, pytest.mark.clause("CON-1", "CON-2")]
FIRST = date(2026, 6, 1)
COUNTS, TREND, SUMMARY = "/monitoring/counts/", "/monitoring/counts/trend/", "/monitoring/counts/summary/"


@pytest.fixture(autouse=True)
def now():
    with clock_at_now:
        yield


def publish(number, *, people=40, visits=150):
    monday = FIRST + timedelta(weeks=number)
    true = tally(make_visits(number, people=people, services=3, days=5, visits=visits, heavy=3))
    report = make_report(
        SeenWeek(monday, days=(monday,)),
        disclose_week(true, smallest_cohort=5),
        school=School("Holly Bank School"),
        catalogue=Catalogue(()),
        bank_holidays=frozenset(),
        made_at=datetime(2026, 9, 1, tzinfo=UTC),
    )
    PublishedWeek.objects.create(monday=monday, document=draw_document(report), published_at=report.made_at)
    return report


@pytest.fixture
def weeks():
    return [publish(number) for number in range(4)]


class Cells(HTMLParser):
    """Reads the tables of a page."""

    def __init__(self):
        super().__init__()
        self.tables, self.is_cell = [], False

    def handle_starttag(self, tag, attributes):
        if tag == "table":
            self.tables.append([])
        if tag == "tr":
            self.tables[-1].append([])
        if tag in ("td", "th"):
            self.is_cell = True
            self.tables[-1][-1].append("")

    def handle_endtag(self, tag):
        self.is_cell = self.is_cell and tag not in ("td", "th")

    def handle_data(self, words):
        if self.is_cell:
            self.tables[-1][-1][-1] += words.strip()


def tables_of(page):
    reader = Cells()
    reader.feed(page)
    return reader.tables


@pytest.mark.parametrize("post", [*LEADERS, *GOVERNORS])
@pytest.mark.parametrize("address", [COUNTS, TREND, SUMMARY])
def test_leaders_and_governors_see_every_page(weeks, post, address):
    assert visitor(make_person(post)).get(address).status_code == 200


@pytest.mark.parametrize(
    "post", [None, Post.NETWORK, Post.ADMINISTRATOR, Post.SAFEGUARDING_LEAD, Post.POLICY_OWNER]
)
@pytest.mark.parametrize("address", [COUNTS, TREND, SUMMARY])
def test_nobody_else_sees_any(weeks, post, address):
    client = visitor(make_person(*([post] if post else []), standings=tuple(Standing)))
    assert client.get(address).status_code == 403


def test_the_tables_of_a_week_say_what_its_document_says(weeks):
    services, days, hours = tables_of(text(visitor(make_person(Post.CHAIR)).get(COUNTS)))
    shown = {row[0]: row[1] for row in services[1:]}
    latest = weeks[-1]
    expected = {
        row.title: "hidden" if row.visits.value is None else str(row.visits.value) for row in latest.services
    }
    assert shown == expected
    assert len(days) == 8
    assert {row[0] for row in hours[1:]} == {f"{hour:02d}:00" for _, hour in latest.heat}


def test_every_number_of_the_trend_is_on_the_page_of_its_week(weeks):
    client = visitor(make_person(Post.CHAIR))
    by_week, by_service = tables_of(text(client.get(TREND)))
    for row, week in zip(by_week[1:], reversed(weeks), strict=True):
        point = week.trend[-1]
        counts = (week.visits, point.working, point.purpose, point.outside, week.people)
        assert row[1:] == ["hidden" if one.value is None else str(one.value) for one in counts]
    for row in by_service[1:]:
        for cell, week in zip(row[1:], weeks, strict=True):
            count = next((one.visits.value for one in week.services if one.title == row[0]), 0)
            assert cell == ("hidden" if count is None else str(count))


def test_the_sums_of_the_summary_are_of_shown_numbers_alone(weeks):
    (sums,) = tables_of(text(visitor(make_person(Post.CHAIR)).get(SUMMARY)))
    working = [week.trend[-1].working.value for week in weeks]
    assert sums[1][1:] == [str(sum(one or 0 for one in working)), str(working.count(None))]


def test_small_numbers_are_hidden_on_every_page():
    publish(1, people=3, visits=20)
    client = visitor(make_person(Post.CHAIR))
    for table in tables_of(text(client.get(COUNTS))):
        assert {cell for row in table[1:] for cell in row[1:]} <= {"hidden", "0", "none"}
    assert "hidden" in text(client.get(TREND))


MISSING = "There is nothing of the week that you chose."


def test_any_day_of_a_published_week_leads_to_it(weeks):
    client = visitor(make_person(Post.CHAIR))
    for day in (FIRST, FIRST + timedelta(days=6)):
        page = text(client.get(f"{COUNTS}?week={day}"))
        assert f"Week from {FIRST.day} {FIRST:%B}" in page
        assert MISSING not in page


def test_for_a_week_that_is_not_published_the_latest_is_shown_and_that_is_said(weeks):
    assert MISSING in text(visitor(make_person(Post.CHAIR)).get(f"{COUNTS}?week=2020-01-06"))


def test_an_address_without_a_day_shows_the_latest_week(weeks):
    client = visitor(make_person(Post.CHAIR))
    for week in ("nonsense", "2026-02-31", ""):
        assert MISSING not in text(client.get(f"{COUNTS}?week={week}"))


def test_before_anything_is_published_each_page_says_so():
    client = visitor(make_person(Post.CHAIR))
    for address in (COUNTS, TREND, SUMMARY):
        assert "No week has been published yet." in text(client.get(address))


@pytest.mark.parametrize("address", [COUNTS, TREND, SUMMARY])
def test_no_drawing_has_a_style_or_a_script_of_its_own(weeks, address):
    page = text(visitor(make_person(Post.CHAIR)).get(address))
    drawn = re.findall(r"<svg.*?</svg>", page, re.DOTALL)
    assert drawn
    assert not re.search(r"<style|style=|<script|on\w+=", "".join(drawn))
    assert "style=" not in page


@pytest.mark.parametrize("address", [COUNTS, TREND, SUMMARY])
def test_no_page_of_counts_orders_or_names_people(weeks, address):
    somebody = make_person(given_name="Wilhelmina")
    assert somebody.ref not in text(visitor(make_person(Post.CHAIR)).get(address))
    assert "Wilhelmina" not in text(visitor(make_person(Post.CHAIR)).get(address))


def test_the_summary_says_how_the_safeguards_stand():
    leaders = Leaders()
    switch_on(leaders)
    page = text(visitor(leaders.seats["governor"]).get(SUMMARY))
    assert page.count("In place") == 7
    assert "The register of school purposes has 0 lines." in page


@pytest.mark.parametrize("address", [COUNTS, TREND, SUMMARY])
def test_a_year_of_weeks_asks_no_more_than_one(address, django_assert_max_num_queries):
    client = visitor(make_person(Post.CHAIR))
    publish(0)
    for number in range(1, 8):
        publish(number, people=8, visits=20)
    with django_assert_max_num_queries(40):
        client.get(address)

"""Does ordinary browsing hold what makes a log hard to read?"""

from __future__ import annotations

from collections import Counter

import pytest

from staffroom.demonstration.apps import ON_PHONES, Murmur
from staffroom.demonstration.browsing import TO_A_PRIVATE_SITE, draw_browsing, draw_murmurs
from staffroom.demonstration.chance import begin
from staffroom.demonstration.exchanges import Fetch, exchange
from staffroom.demonstration.presence import Slot, Stay
from staffroom.demonstration.refusals import TRIED, draw_attempt, is_blocked
from staffroom.demonstration.sites import PRIVATE, make_web

START = 1_789_369_200_000
HOUR = 3_600_000
STAY = Stay((Slot(START, START + 8 * HOUR, 0.5),))
PAGES = 3000


@pytest.fixture(scope="module")
def browsed() -> list[Fetch]:
    return list(draw_browsing(make_web(1), begin(1), stay=STAY, pages=600.0)) + [
        fetch
        for number in range(4)
        for fetch in draw_browsing(make_web(1), begin(1, number), stay=STAY, pages=600.0)
    ]


def test_about_as_many_pages_are_opened_as_asked_for(browsed: list[Fetch]) -> None:
    pages = sum(fetch.host.startswith("www.") and fetch.host.endswith(".example") for fetch in browsed)
    assert 0.85 * PAGES < pages < 1.05 * PAGES


def test_nothing_is_opened_by_somebody_who_opens_nothing() -> None:
    assert list(draw_browsing(make_web(1), begin(1), stay=STAY, pages=0.0)) == []


def test_no_page_is_opened_before_or_after_the_stay(browsed: list[Fetch]) -> None:
    opened = [fetch.at for fetch in browsed if fetch.host.endswith(".example")]
    assert STAY.start <= min(opened)
    assert max(opened) < STAY.end + 1000


def test_sites_that_must_leave_no_trace_are_visited_and_load_nothing_else(browsed: list[Fetch]) -> None:
    counted = Counter(fetch.host for fetch in browsed)
    private = sum(counted[host] for host in PRIVATE)
    assert set(PRIVATE) <= set(counted)
    assert 0.5 * TO_A_PRIVATE_SITE < private / PAGES < 1.5 * TO_A_PRIVATE_SITE


@pytest.mark.parametrize("host", ["t.co", "accounts.google.com", "dns.google", "203.0.113.7"])
def test_links_sign_ins_and_blind_spots_are_among_the_pages(browsed: list[Fetch], host: str) -> None:
    assert any(fetch.host == host for fetch in browsed)


def test_signing_in_elsewhere_with_facebook_is_as_large_as_a_visit(browsed: list[Fetch]) -> None:
    large = [f for f in browsed if f.host == "www.facebook.com" and f.octets > 150_000]
    assert len(large) >= 5


def test_pixels_outnumber_everything_else_from_facebook(browsed: list[Fetch]) -> None:
    sizes = [fetch.octets for fetch in browsed if fetch.host == "www.facebook.com"]
    assert sum(size < 8_000 for size in sizes) > 0.7 * len(sizes) > 100


def test_an_app_that_is_installed_murmurs_about_as_often_as_it_says() -> None:
    always = Murmur(1.0, 10, (exchange("g.whatsapp.net", median=1, sigma=0.1),))
    heard = list(draw_murmurs((always,), begin(1), start=START, end=START + 20 * HOUR))
    assert 160 < len(heard) < 240
    assert all(START <= fetch.at < START + 20 * HOUR for fetch in heard)


def test_an_app_that_is_not_installed_is_silent() -> None:
    never = Murmur(0.0, 1000, (exchange("g.whatsapp.net", median=1, sigma=0.1),))
    assert list(draw_murmurs((never,), begin(1), start=START, end=START + HOUR)) == []


def test_a_phone_in_a_pocket_fetches_pictures_that_nobody_looks_at() -> None:
    pictures = [
        fetch.octets
        for number in range(60)
        for fetch in draw_murmurs(ON_PHONES, begin(number), start=START, end=START + 8 * HOUR)
        if fetch.host == "scontent-lhr8-1.cdninstagram.com"
    ]
    assert sum(50_000 <= size <= 300_000 for size in pictures) > len(pictures) / 2 > 20


def test_an_attempt_on_a_blocked_service_is_made_up_to_four_times_in_a_row() -> None:
    attempts = [list(draw_attempt(begin(number), START)) for number in range(60)]
    assert {len(one) for one in attempts} == {1, 2, 3, 4}
    assert {fetch.host for one in attempts for fetch in one} == set(TRIED)
    assert all(is_blocked(fetch.host) for one in attempts for fetch in one)


@pytest.mark.parametrize("host", ["www.facebook.com", "tiktok.com.example", "www.oak-news1.example"])
def test_what_the_made_school_does_not_block_is_let_through(host: str) -> None:
    assert not is_blocked(host)

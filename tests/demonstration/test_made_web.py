"""Are the ordinary sites many, unequal, and full of other people's widgets?"""

from __future__ import annotations

from collections import Counter
from statistics import median

import pytest

from staffroom.demonstration.chance import begin
from staffroom.demonstration.embeds import EMBEDS, Embed, draw_embeds
from staffroom.demonstration.exchanges import SPLIT_OVER, draw_all, exchange
from staffroom.demonstration.sites import SITES, make_web


def test_there_are_forty_thousand_sites_and_no_two_share_a_host() -> None:
    web = make_web(1)
    assert len({site.host for site in web.sites}) == SITES == 40_000


def test_the_first_site_is_opened_far_more_often_than_the_hundredth() -> None:
    web, chance = make_web(1, 1000), begin(1)
    opened = Counter(web.pick(chance).host for _ in range(20_000))
    assert opened[web.sites[0].host] > 20 * opened[web.sites[99].host] > 0


def test_the_same_seed_makes_the_same_web() -> None:
    assert make_web(1, 300).sites == make_web(1, 300).sites
    assert make_web(1, 300).sites != make_web(2, 300).sites


@pytest.mark.parametrize("embed", EMBEDS, ids=lambda one: one.name)
def test_as_many_sites_have_an_embed_as_its_share_says(embed: Embed) -> None:
    sites = make_web(1).sites
    share = sum(embed in site.embeds for site in sites) / len(sites)
    assert share == pytest.approx(embed.sites, rel=0.15)


def test_embeds_are_mostly_small_and_sometimes_as_large_as_a_visit() -> None:
    chance = begin(1)
    sizes = [
        sum(fetch.octets for fetch in draw_embeds((embed,), chance, 0))
        for embed in EMBEDS
        for _ in range(int(4000 * embed.sites))
    ]
    loaded = [size for size in sizes if size]
    assert median(loaded) < 100_000
    assert sum(size > 300_000 for size in loaded) > 10
    assert max(loaded) > 2_000_000


def test_an_embed_loads_after_the_page_that_holds_it() -> None:
    fetches = [f for n in range(50) for f in draw_embeds(EMBEDS, begin(n), 1_000_000)]
    assert min(fetch.at for fetch in fetches) > 1_000_000


def test_an_exchange_that_is_not_likely_often_brings_nothing() -> None:
    rare = (exchange("x.com", median=10, sigma=0.5, likelihood=0.1),)
    chance = begin(1)
    came = sum(bool(draw_all(rare, chance, 0)) for _ in range(2000))
    assert 140 < came < 270


def test_a_large_exchange_may_come_in_parts_and_loses_hardly_an_octet() -> None:
    large = (exchange("x.com", median=5000, sigma=0.0),)
    drawn = [draw_all(large, begin(number), 0) for number in range(60)]
    assert {len(fetches) for fetches in drawn} == {1, 2, 3, 4}
    assert all(4_999_990 < sum(fetch.octets for fetch in fetches) <= 5_000_000 for fetches in drawn)


def test_a_small_exchange_comes_in_one_part() -> None:
    small = (exchange("x.com", median=SPLIT_OVER / 1000 - 1, sigma=0.0),)
    assert {len(draw_all(small, begin(number), 0)) for number in range(60)} == {1}

"""Was a window of evidence a visit, or only the furniture of other people's pages?"""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from staffroom.records.evidence import Evidence, Outcome
from staffroom.records.requests import Grade
from staffroom.rules import thresholds
from staffroom.rules.outcomes import Features, Judgement, features, judge

VISIT, AMBIGUOUS, EMBEDDED = Judgement(Outcome.VISIT), Judgement(Outcome.AMBIGUOUS), Judgement(Outcome.EMBEDDED)
BACKGROUND, BLOCKED, LOOKED_UP = (
    Judgement(Outcome.BACKGROUND), Judgement(Outcome.BLOCKED), Judgement(Outcome.LOOKED_UP)
)  # fmt: skip
AMBIGUOUS_JOINS, EMBEDDED_JOINS = Judgement(Outcome.AMBIGUOUS, joins=True), Judgement(Outcome.EMBEDDED, joins=True)
GLANCE, NEIGHBOUR, ENOUGH, ALONE, CROWDED = (
    thresholds.GLANCE_OCTETS, thresholds.NEIGHBOUR_OCTETS, thresholds.VISIT_OCTETS, thresholds.ALONE_OCTETS,
    thresholds.CROWDED_OCTETS,
)  # fmt: skip
TWO_HOSTS, FOUR_SLOTS = 0b11, 0b1111


def judged(grade: Grade, *, alone: bool = False, **counts: int) -> Judgement:
    return judge(features(Evidence("code", True, "chirp", 1, grade, **counts), alone=alone))


def by_volume(octets: int, **more) -> Judgement:
    return judged(Grade.NAME_AND_VOLUME, **{"interactive": 3, "hosts": TWO_HOSTS, "octets": octets} | more)


@pytest.mark.clause("MON-2")
@pytest.mark.parametrize(
    ("octets", "more", "outcome"),
    [
        (ENOUGH, {}, VISIT),
        (ENOUGH - 1, {}, AMBIGUOUS_JOINS),
        (ENOUGH, {"hosts": 0b1}, AMBIGUOUS_JOINS),
        (CROWDED * 9, {"hosts": 0b1}, AMBIGUOUS_JOINS),
        (NEIGHBOUR, {}, AMBIGUOUS_JOINS),
        (NEIGHBOUR - 1, {}, AMBIGUOUS),
        (GLANCE, {}, AMBIGUOUS),
        (GLANCE - 1, {}, EMBEDDED),
        (GLANCE - 1, {"background": 1}, BACKGROUND),
        (CROWDED - 1, {"embed": 1}, AMBIGUOUS_JOINS),
        (CROWDED - 1, {"tracking": 1}, AMBIGUOUS_JOINS),
        (CROWDED - 1, {"background": 1}, AMBIGUOUS_JOINS),
        (CROWDED, {"embed": 1, "tracking": 1, "background": 1}, VISIT),
        (ENOUGH, {"login": 1, "shortener": 1}, VISIT),
        (ALONE, {"alone": True, "hosts": 0b1}, VISIT),
        (ALONE - 1, {"alone": True, "hosts": 0b1}, AMBIGUOUS_JOINS),
        (CROWDED * 9, {"interactive": 0, "media": 9}, EMBEDDED_JOINS),
        (NEIGHBOUR - 1, {"interactive": 0, "media": 9}, EMBEDDED),
        (ENOUGH, {"blocked": 5}, VISIT),
    ],
)
def test_with_names_and_sizes_a_visit_takes_volume_and_a_second_host(octets, more, outcome):
    assert by_volume(octets, **more) == outcome


@pytest.mark.clause("MON-2")
@pytest.mark.parametrize(
    ("counts", "outcome"),
    [
        ({"interactive": 1, "pages": 1}, VISIT),
        ({"media": 1, "pages": 1}, AMBIGUOUS_JOINS),
        ({"interactive": 3, "followed": 2}, AMBIGUOUS_JOINS),
        ({"interactive": 1, "foreign": 1}, EMBEDDED),
        ({"interactive": 1, "foreign": 1, "pages": 1}, EMBEDDED),
        ({"interactive": 9, "foreign": 1, "octets": ENOUGH}, EMBEDDED),
        ({"interactive": 3, "foreign": 1, "followed": 1, "octets": ENOUGH}, VISIT),
        ({"interactive": 3, "foreign": 1, "followed": 1, "octets": ENOUGH - 1}, AMBIGUOUS_JOINS),
        ({"interactive": 1, "foreign": 1, "followed": 1, "octets": ENOUGH}, AMBIGUOUS_JOINS),
        ({"interactive": 3, "foreign": 1, "followed": 1, "octets": ENOUGH, "embed": 1}, AMBIGUOUS_JOINS),
        ({"media": 3, "foreign": 1, "followed": 1, "octets": ENOUGH}, EMBEDDED),
        ({"interactive": 3, "hosts": TWO_HOSTS, "octets": ENOUGH}, VISIT),  # a Referer is logged, none was sent
    ],
)
def test_with_referers_a_page_to_which_no_other_site_led_is_a_visit(counts, outcome):
    assert judged(Grade.PAGE, **counts) == outcome


@pytest.mark.clause("MON-2")
@pytest.mark.parametrize(
    ("counts", "outcome"),
    [
        ({"interactive": 4, "hosts": TWO_HOSTS, "began": FOUR_SLOTS}, VISIT),
        ({"interactive": 4, "hosts": 0b1, "began": FOUR_SLOTS}, AMBIGUOUS),
        ({"interactive": 4, "hosts": TWO_HOSTS, "began": 0b111}, AMBIGUOUS),
        ({"interactive": 4, "hosts": TWO_HOSTS, "began": FOUR_SLOTS, "embed": 1}, AMBIGUOUS),
        ({"media": 4, "hosts": TWO_HOSTS, "began": FOUR_SLOTS}, EMBEDDED),
    ],
)
def test_with_names_only_a_visit_takes_two_hosts_again_and_again(counts, outcome):
    assert judged(Grade.NAME, **counts) == outcome


@pytest.mark.clause("MON-2")
@pytest.mark.parametrize("grade", [grade for grade in Grade if grade is not Grade.NAME_LOOKED_UP])
@pytest.mark.parametrize(
    ("counts", "outcome"),
    [
        ({"embed": 9}, EMBEDDED),
        ({"tracking": 9}, EMBEDDED),
        ({"shortener": 1}, EMBEDDED),
        ({"login": 1}, EMBEDDED),
        ({"embed": 1, "background": 1}, EMBEDDED),
        ({"embed": 1, "blocked": 1}, EMBEDDED),
        ({"background": 9}, BACKGROUND),
        ({"background": 9, "blocked": 1}, BACKGROUND),
        ({"blocked": 1}, BLOCKED),
    ],
)
def test_without_a_page_or_a_picture_there_is_only_furniture(grade, counts, outcome):
    assert judged(grade, **counts) == outcome


@pytest.mark.clause("MON-2")
@pytest.mark.parametrize(
    ("counts", "outcome"),
    [
        ({"interactive": 99, "media": 9}, LOOKED_UP),
        ({"media": 9}, LOOKED_UP),
        ({"login": 9}, LOOKED_UP),
        ({"embed": 9}, EMBEDDED),
        ({"background": 9}, BACKGROUND),
        ({"blocked": 1}, BLOCKED),
    ],
)
def test_a_name_that_was_looked_up_is_never_more_than_that(counts, outcome):
    assert judged(Grade.NAME_LOOKED_UP, **counts) == outcome


FLAGS = [name for name in Features._fields if name not in ("grade", "volume", "hosts")]
ANY = st.builds(
    Features, grade=st.sampled_from([int(grade) for grade in Grade]), volume=st.integers(0, 5), hosts=st.integers(0, 2),
    **{name: st.booleans() for name in FLAGS},
)  # fmt: skip


@pytest.mark.clause("MON-2", "CON-1")
@given(window=ANY)
@settings(max_examples=300)
def test_lookups_alone_are_never_a_visit_and_join_none(window):
    found = judge(window._replace(grade=int(Grade.NAME_LOOKED_UP)))
    assert found.outcome is not Outcome.VISIT
    assert not found.joins


@pytest.mark.clause("MON-2", "CON-1")
@given(window=ANY)
@settings(max_examples=300)
def test_without_the_services_own_pages_there_is_never_a_visit(window):
    assert judge(window._replace(interactive=False)).outcome is not Outcome.VISIT
    furniture = judge(window._replace(interactive=False, media=False))
    assert furniture.outcome is not Outcome.VISIT
    assert not furniture.joins


@given(window=ANY)
@settings(max_examples=300)
def test_with_less_volume_nothing_becomes_a_visit(window):
    if judge(window).outcome is not Outcome.VISIT and window.volume:
        assert judge(window._replace(volume=window.volume - 1)).outcome is not Outcome.VISIT


def test_every_set_of_features_has_an_outcome():
    for grade, volume, hosts in product(range(1, 6), range(6), range(3)):
        for bits in range(0, 1 << len(FLAGS), 7):
            flags = {name: bool(bits >> place & 1) for place, name in enumerate(FLAGS)}
            assert isinstance(judge(Features(grade=grade, volume=volume, hosts=hosts, **flags)).outcome, Outcome)


def test_volume_is_banded_at_the_published_figures():
    sizes = {name: features(Evidence("c", True, "s", 1, Grade.PAGE, octets=octets), alone=False).volume
             for name, octets in (("none", 0), ("glance", GLANCE), ("more", GLANCE + 1), ("crowded", CROWDED))}  # fmt: skip
    assert sizes == {"none": 0, "glance": 1, "more": 1, "crowded": 5}


def test_the_published_thresholds_name_every_figure():
    values = " ".join(one.value for one in thresholds.published())
    for octets in (GLANCE, NEIGHBOUR, ENOUGH, ALONE, CROWDED):
        assert f"{octets // 1_000:,} KB" in values
    assert "4 quarter-minutes" in values
    assert all(one.meaning.endswith(".") for one in thresholds.published())

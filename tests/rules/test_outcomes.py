"""Was a window of evidence a visit, or only the furniture of other people's pages?"""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from staffroom.records.evidence import Evidence, Outcome
from staffroom.records.requests import Grade
from staffroom.rules import thresholds
from staffroom.rules.outcomes import STEPS, Features, Traits, features, judge
from staffroom.rules.thresholds import NAMES_SLOTS, Card

VISIT, AMBIGUOUS, EMBEDDED = Outcome.VISIT, Outcome.AMBIGUOUS, Outcome.EMBEDDED
BACKGROUND, BLOCKED, LOOKED_UP = Outcome.BACKGROUND, Outcome.BLOCKED, Outcome.LOOKED_UP
GLANCE, ENOUGH = thresholds.GLANCE_OCTETS, thresholds.PAGE_OCTETS
MOST = STEPS["volume"][-1]


def slots(count: int) -> int:
    return (1 << count) - 1


def judged(grade: Grade, *, alone: bool = False, card: Card = Card.ORDINARY, **counts: int) -> Outcome:
    one = Evidence("code", True, "chirp", 1, grade, **counts)
    return judge(features(one, [one], Traits(alone, card)))


def by_volume(octets: int, **more) -> Outcome:
    usual = {"interactive": 3, "hosts": 0b11, "began": slots(2), "octets": octets}
    return judged(Grade.NAME_AND_VOLUME, **usual | more)


@pytest.mark.clause("MON-2")
@pytest.mark.parametrize(
    ("octets", "more", "outcome"),
    [
        (1_000_000, {}, VISIT),
        (100_000, {}, AMBIGUOUS),
        (1_000_000, {"hosts": 0b1}, AMBIGUOUS),
        (MOST * 9, {"hosts": 0b1, "began": 0}, AMBIGUOUS),
        (1_000_000, {"hosts": 0b1, "alone": True}, VISIT),
        (100_000, {"hosts": 0b1, "alone": True}, AMBIGUOUS),
        (MOST * 9, {"began": 0}, AMBIGUOUS),
        (1_000_000, {"embed": 1}, AMBIGUOUS),
        (1_000_000, {"tracking": 1}, AMBIGUOUS),
        (GLANCE, {}, AMBIGUOUS),
        (GLANCE - 1, {}, EMBEDDED),
        (GLANCE - 1, {"background": 1}, BACKGROUND),
        (MOST * 9, {"interactive": 0, "media": 9, "hosts": 0b1}, EMBEDDED),
        (1_000_000, {"login": 1, "shortener": 1}, VISIT),
        (1_000_000, {"blocked": 5}, VISIT),
    ],
)
def test_with_names_and_sizes_a_visit_takes_volume_time_and_a_second_host(octets, more, outcome):
    assert by_volume(octets, **more) == outcome


@pytest.mark.clause("MON-2")
@pytest.mark.parametrize(
    ("octets", "more", "outcome"),
    [
        (GLANCE, {}, VISIT),
        (GLANCE - 1, {}, EMBEDDED),
        (GLANCE, {"began": 0}, AMBIGUOUS),
        (ENOUGH, {"began": 0}, VISIT),
    ],
)
def test_a_page_of_a_forum_is_a_visit_as_no_other_page_shows_one(octets, more, outcome):
    assert by_volume(octets, hosts=0b1, card=Card.FORUM, alone=True, **more) == outcome


@pytest.mark.clause("MON-2")
@pytest.mark.parametrize(
    ("octets", "more", "outcome"),
    [
        (0, {"media": 2, "background": 1}, VISIT),
        (0, {"media": 2, "began": 0}, EMBEDDED),
        (GLANCE, {"media": 2, "began": 0}, AMBIGUOUS),
        (GLANCE, {"media": 2, "background": 1, "hosts": 0b1}, AMBIGUOUS),
    ],
)
def test_a_messenger_needs_no_volume_but_two_hosts_and_new_connections(octets, more, outcome):
    assert by_volume(octets, card=Card.MESSENGER, **more) == outcome


A_RICH_PAGE = {"card": Card.RICH, "media": 6, "began": slots(4)}


@pytest.mark.clause("MON-2")
@pytest.mark.parametrize(
    ("octets", "more", "outcome"),
    [
        (5_000_000, {}, VISIT),
        (500_000, {}, AMBIGUOUS),
        (500_000, {"background": 1}, VISIT),
        (5_000_000, {"embed": 1}, AMBIGUOUS),
        (2_000_000, {"embed": 1, "background": 1}, VISIT),
        (2_000_000, {"began": 0}, AMBIGUOUS),
    ],
)
def test_of_a_rich_service_more_is_asked_and_less_beside_its_own_push_connection(octets, more, outcome):
    assert by_volume(octets, **A_RICH_PAGE | more) == outcome


@pytest.mark.clause("MON-2")
def test_one_film_in_another_sites_page_is_no_visit_and_many_parts_of_films_are_one():
    watched = {"card": Card.PLAYER, "hosts": 0b111, "began": slots(4)}
    assert by_volume(20 * MOST, media=2, **watched) == AMBIGUOUS
    assert by_volume(20 * MOST, media=8, **watched) == VISIT


@pytest.mark.clause("MON-2")
@pytest.mark.parametrize(
    ("counts", "outcome"),
    [
        ({"interactive": 1, "pages": 1}, VISIT),
        ({"media": 1, "pages": 1}, AMBIGUOUS),
        ({"interactive": 3, "followed": 2}, AMBIGUOUS),
        ({"interactive": 3, "followed": 2, "octets": MOST, "hosts": 0b11, "began": slots(2)}, VISIT),
        ({"interactive": 1, "foreign": 1}, EMBEDDED),
        ({"interactive": 1, "foreign": 1, "pages": 1}, EMBEDDED),
        ({"interactive": 9, "foreign": 1, "octets": MOST}, EMBEDDED),
        ({"interactive": 3, "foreign": 1, "followed": 1, "octets": ENOUGH}, VISIT),
        ({"interactive": 3, "foreign": 1, "followed": 1, "octets": ENOUGH - 1}, AMBIGUOUS),
        ({"interactive": 1, "foreign": 1, "followed": 1, "octets": ENOUGH}, AMBIGUOUS),
        ({"interactive": 3, "foreign": 1, "followed": 1, "octets": ENOUGH, "embed": 1}, AMBIGUOUS),
        ({"media": 3, "foreign": 1, "followed": 1, "octets": ENOUGH}, EMBEDDED),
    ],
)
def test_with_referers_a_page_to_which_no_other_site_led_is_a_visit(counts, outcome):
    assert judged(Grade.PAGE, **counts) == outcome


NAMES = {"interactive": 4, "hosts": 0b11, "began": slots(NAMES_SLOTS)}


@pytest.mark.clause("MON-2")
@pytest.mark.parametrize(
    ("more", "outcome"),
    [
        ({}, VISIT),
        ({"hosts": 0b1}, AMBIGUOUS),
        ({"began": slots(NAMES_SLOTS - 1)}, AMBIGUOUS),
        ({"embed": 1}, AMBIGUOUS),
        ({"tracking": 1}, AMBIGUOUS),
        ({"card": Card.RICH}, AMBIGUOUS),
        ({"card": Card.PLAYER}, AMBIGUOUS),
        ({"card": Card.MESSENGER}, VISIT),
        ({"interactive": 0, "media": 4}, EMBEDDED),
    ],
)
def test_with_names_only_a_visit_takes_two_hosts_again_and_again(more, outcome):
    assert judged(Grade.NAME, **NAMES | more) == outcome


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
        ({"embed": 1, "blocked": 1}, BLOCKED),
        ({"background": 9}, BACKGROUND),
        ({"background": 9, "blocked": 1}, BLOCKED),
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


SIZES = {"grade": (1, 5), "card": (0, len(Card) - 1)} | {
    name: (0, len(steps)) for name, steps in STEPS.items()
}
ANY = st.builds(
    Features,
    **{name: st.integers(*SIZES[name]) if name in SIZES else st.booleans() for name in Features._fields},
)


@pytest.mark.clause("MON-2", "CON-1")
@given(window=ANY)
@settings(max_examples=300)
def test_lookups_alone_are_never_a_visit(window):
    assert judge(window._replace(grade=int(Grade.NAME_LOOKED_UP))) is not VISIT


@pytest.mark.clause("MON-2", "CON-1")
@given(window=ANY)
@settings(max_examples=300)
def test_without_the_services_own_pages_and_pictures_there_is_never_a_visit(window):
    assert judge(window._replace(interactive=0, media=0, has_media=False)) is not VISIT


@pytest.mark.clause("MON-2")
@given(window=ANY, name=st.sampled_from(sorted(set(STEPS) - {"widget"})))
@settings(max_examples=500)
def test_with_less_of_anything_nothing_becomes_a_visit(window, name):
    if judge(window) is not VISIT and getattr(window, name):
        assert judge(window._replace(**{name: getattr(window, name) - 1})) is not VISIT


@pytest.mark.clause("MON-2")
@given(window=ANY)
@settings(max_examples=500)
def test_with_a_widget_more_beside_it_nothing_becomes_a_visit(window):
    more = min(window.widget + 1, len(STEPS["widget"]))
    if judge(window) is not VISIT:
        assert judge(window._replace(widget=more)) is not VISIT


@given(window=ANY)
@settings(max_examples=300)
def test_every_set_of_features_has_an_outcome(window):
    assert isinstance(judge(window), Outcome)


@pytest.mark.clause("MON-2")
@pytest.mark.parametrize("card", [card for card in Card if card is not Card.FORUM], ids=str)
@pytest.mark.parametrize("name", STEPS)
def test_no_single_measure_makes_a_visit_by_itself(card, name):
    nothing = Features(*[0] * len(Features._fields))._replace(
        grade=int(Grade.NAME_AND_VOLUME), has_media=True
    )
    assert judge(nothing._replace(card=int(card), **{name: len(STEPS[name])})) is not VISIT


def test_the_windows_after_and_around_a_window_are_measured_within_its_stretch():
    octets = {1: 5_000_000, 2: 600_000, 3: 30_000}
    run = [Evidence("c", True, "s", at, Grade.PAGE, octets=each, hosts=at) for at, each in octets.items()]
    found = [features(one, run, Traits(False, Card.RICH)) for one in run]
    assert [one.next_volume for one in found] == [3, 1, 0]
    assert [one.later_volume for one in found] == [3, 1, 0]
    assert {one.run_volume for one in found} == {2}
    assert {one.run_hosts for one in found} == {1}


def test_volume_is_banded_at_the_published_steps():
    def band(octets: int) -> int:
        one = Evidence("c", True, "s", 1, Grade.PAGE, octets=octets)
        return features(one, [one], Traits(False, Card.ORDINARY)).volume

    assert [band(step) for step in STEPS["volume"]] == list(range(1, 9))
    assert [band(step - 1) for step in STEPS["volume"]] == list(range(8))


@pytest.mark.clause("MON-2")
def test_a_refused_page_beside_a_widget_that_was_let_through_is_an_attempt():
    assert judged(Grade.NAME_AND_VOLUME, blocked=1, embed=2) == BLOCKED

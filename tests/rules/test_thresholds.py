"""Do the scorecards hold together, and which one holds for a service?"""

from __future__ import annotations

import pytest

from staffroom.records.services import Host, Role, Service
from staffroom.rules import thresholds
from staffroom.rules.catalogue import load
from staffroom.rules.outcomes import Features, points, traits
from staffroom.rules.thresholds import CARDS, MEASURES, Card


@pytest.mark.parametrize("card", Card, ids=str)
def test_every_scorecard_has_points_for_each_step_of_what_it_measures(card):
    for name, earned in CARDS[card].points.items():
        assert len(earned) == len(MEASURES[name].steps)
        assert list(earned) == sorted(earned, reverse=name == "widget")


@pytest.mark.parametrize("card", Card, ids=str)
def test_points_are_added_up_at_the_steps_reached(card):
    nothing = Features(*[0] * len(Features._fields))._replace(card=int(card))
    assert points(nothing) == 0
    for name, earned in CARDS[card].points.items():
        found = [points(nothing._replace(**{name: step})) for step in range(1, len(earned) + 1)]
        assert found == list(earned)


PAGE, PICTURE = Host("chirp.example", Role.INTERACTIVE), Host("img.chirp.example", Role.MEDIA)
BUTTON = Host("button.chirp.example", Role.EMBED)


def test_a_service_is_alone_where_no_host_of_its_pictures_is_known():
    assert traits(Service("chirp", "Chirp", "network", (PAGE,))).alone
    assert not traits(Service("chirp", "Chirp", "network", (PAGE, PICTURE))).alone


@pytest.mark.parametrize(
    ("kind", "hosts", "rich", "card"),
    [
        ("social network", (PAGE, PICTURE), False, Card.ORDINARY),
        ("social network", (PAGE, PICTURE), True, Card.RICH),
        ("messaging", (PAGE,), False, Card.MESSENGER),
        ("messaging", (PAGE,), True, Card.RICH),
        ("video", (PAGE,), True, Card.PLAYER),
        ("live", (PAGE,), True, Card.PLAYER),
        ("video", (PAGE,), False, Card.ORDINARY),
        ("forum", (PAGE,), False, Card.FORUM),
        ("forum", (PAGE, PICTURE), False, Card.ORDINARY),
        ("forum", (PAGE, BUTTON), False, Card.ORDINARY),
        ("listed by the school", (PAGE,), False, Card.ORDINARY),
    ],
)
def test_the_catalogue_decides_which_scorecard_holds(kind, hosts, rich, card):
    assert traits(Service("chirp", "Chirp", kind, hosts, rich=rich)).card == card


@pytest.mark.parametrize(
    ("service", "card"),
    [
        ("mumsnet", Card.FORUM),
        ("reddit", Card.ORDINARY),
        ("whatsapp", Card.MESSENGER),
        ("facebook", Card.RICH),
        ("youtube", Card.PLAYER),
        ("x", Card.ORDINARY),
    ],
)
def test_a_well_known_service_has_its_card(service, card):
    assert traits(load().service(service)).card == card


def test_every_scorecard_is_published_with_all_its_points():
    published = {one.name: one for one in thresholds.published()}
    for card in CARDS.values():
        shown = published[card.title]
        assert shown.value == f"{card.enough} points"
        for name, earned in card.points.items():
            assert MEASURES[name].title in shown.meaning
            assert all(f": {str(each).replace('-', '−')}" in shown.meaning for each in set(earned) - {0})
    assert all(one.meaning.endswith(".") for one in published.values())

"""The map of hours shows what may be shown and tells the rest in words."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from reports.made_reports import EVERY, hidden, typical
from staffroom.records.week import Count
from staffroom.reports.drawing import write_short
from staffroom.reports.heat_map import (
    describe_heat,
    describe_other_hours,
    draw_heat_map,
    drawn_hours,
    shade_of,
)


def squares(heat):
    drawing = ElementTree.fromstring(draw_heat_map(heat))
    return [each.get("class") for each in drawing.iter("rect") if "square" in each.get("class")]


def numbers(heat):
    drawing = ElementTree.fromstring(draw_heat_map(heat))
    return [each.text for each in drawing.iter("text") if each.get("class").startswith("number")]


@pytest.mark.parametrize("name", sorted(EVERY))
def test_every_map_is_well_formed_and_has_a_square_for_each_hour(name):
    assert len(squares(EVERY[name]().heat)) == 7 * len(drawn_hours())


def test_every_number_that_may_be_shown_is_written_in_its_square():
    heat = {(0, 9): Count(10), (4, 12): Count(35), (1, 9): Count(None), (2, 9): Count(0)}
    assert sorted(numbers(heat)) == ["10", "35"]


@pytest.mark.clause("CON-1", "CON-2")
def test_a_hidden_square_is_hatched_and_holds_no_number():
    assert squares({(0, 9): Count(None)}).count("square hidden-square") == 1
    assert numbers(hidden().heat) == []


def test_an_empty_square_differs_from_a_hidden_one():
    assert set(squares({})) == {"square shade-0"}


def test_the_darkest_shade_is_the_most():
    assert [shade_of(Count(each), 100) for each in (0, 5, 25, 45, 65, 85, 100)] == [0, 1, 2, 3, 4, 5, 5]
    assert shade_of(Count(None), 100) is None
    assert shade_of(Count(5), 5) == 5


def test_the_busiest_hour_is_told_in_words():
    heat = {(1, 12): Count(25), (0, 9): Count(10)}
    assert "Tuesday from 12:00, with about 25 visits" in describe_heat(heat)


def test_a_map_of_nothing_and_a_map_of_hidden_hours_say_so():
    assert describe_heat({}) == "No visits."
    assert describe_heat(hidden().heat) == "Every hour with visits is hidden."


def test_hours_outside_the_map_are_told():
    assert describe_other_hours(typical().heat) == "At other hours: Wednesday 23:00 hidden."
    assert describe_other_hours({(0, 9): Count(5)}).startswith("There were no visits before 06:00")
    assert "hours outside the map" in describe_other_hours(hidden().heat)


def test_large_numbers_are_shortened():
    assert [write_short(each) for each in (0, 9_995, 10_000, 94_175)] == ["0", "9995", "10k", "94k"]

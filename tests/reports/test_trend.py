"""The drawing of the last weeks."""

from __future__ import annotations

from datetime import date, timedelta
from xml.etree import ElementTree

import pytest

from reports.made_reports import EVERY, trend
from staffroom.records.week import Count, TrendPoint
from staffroom.reports.trend import HEIGHT, TALLEST, WIDTH, describe_trend, draw_trend


def points(*working):
    first = date(2026, 1, 5)
    return tuple(
        TrendPoint(first + timedelta(weeks=number), Count(each), Count(0), Count(0))
        for number, each in enumerate(working)
    )


def bars(weeks, kind="bar"):
    drawing = ElementTree.fromstring(draw_trend(weeks))
    return [each for each in drawing.iter("rect") if each.get("class") == kind]


@pytest.mark.parametrize("name", sorted(EVERY))
def test_every_drawing_is_well_formed_and_within_its_frame(name):
    for each in ElementTree.fromstring(draw_trend(EVERY[name]().trend)).iter("rect"):
        if each.get("x"):
            assert 0 <= float(each.get("x")) <= WIDTH - float(each.get("width"))
            assert 0 <= float(each.get("y")) <= HEIGHT - float(each.get("height"))


def test_bars_are_as_tall_as_their_numbers():
    heights = [float(each.get("height")) for each in bars(points(10, 20, 40))]
    assert heights == [TALLEST / 4, TALLEST / 2, TALLEST]


def test_a_hidden_week_is_hatched_and_a_week_of_none_has_no_bar():
    weeks = points(None, 0, 5)
    assert len(bars(weeks, "hidden-bar")) == 1
    assert len(bars(weeks)) == 1


def test_at_most_twelve_weeks_are_drawn_the_last_ones():
    import random

    weeks = trend(random.Random(1), weeks=20)
    assert draw_trend(weeks) == draw_trend(weeks[-12:])


def test_the_last_week_is_always_named():
    for number in range(1, 13):
        last = points(*([5] * number))
        assert f">{last[-1].week.day} {last[-1].week:%b}<" in draw_trend(last)


def test_the_words_tell_the_first_and_the_last_week():
    told = describe_trend(points(10, None, 40))
    assert "19 Jan: 40" in told
    assert "5 Jan: 10" in told
    assert describe_trend(()) == "There is no earlier week to compare."

"""How do the last weeks compare?"""

from __future__ import annotations

from collections.abc import Sequence

from staffroom.records.week import Count, TrendPoint
from staffroom.reports.drawing import box, frame, label, write_short
from staffroom.reports.sentences import name_short_day, write_count

MOST_WEEKS = 12
STEP, BAR = 29, 21  # from one week to the next, and the width of a bar, in units of the drawing
BAND, TALLEST, STUB = 74, 38, 10  # height of one row of bars, of its tallest bar, and of a hidden bar
ROWS = ("Working hours, no school purpose", "Working hours, school purpose", "Breaks and outside hours")
WIDTH, HEIGHT = 4 + STEP * MOST_WEEKS, BAND * len(ROWS) + 16


def draw_trend(trend: Sequence[TrendPoint]) -> str:
    """Draw up to twelve weeks as SVG, oldest first: a row of bars for each kind of time, on one scale."""
    weeks = tuple(trend)[-MOST_WEEKS:]
    most = max((count.value or 0 for point in weeks for count in _counts(point)), default=0)
    rows = "".join(_row(number, title, weeks, most) for number, title in enumerate(ROWS))
    return frame(
        "trend",
        title="Visits of the last weeks",
        words=describe_trend(weeks),
        width=WIDTH,
        height=HEIGHT,
        inside=rows + _weeks(weeks),
    )


def describe_trend(trend: Sequence[TrendPoint]) -> str:
    """Tell the first and the last week in words."""
    if not trend:
        return "There is no earlier week to compare."
    last = trend[-1]
    told = f"In the week from {name_short_day(last.week)}: {write_count(last.working)}"
    if len(trend) > 1:
        first = trend[0]
        told += f"; in the week from {name_short_day(first.week)}: {write_count(first.working)}"
    return f"Visits in working hours with no school purpose. {told}."


def _counts(point: TrendPoint) -> tuple[Count, Count, Count]:
    return point.working, point.purpose, point.outside


def _row(number: int, title: str, weeks: Sequence[TrendPoint], most: int) -> str:
    floor = BAND * (number + 1) - 4
    bars = (_bar(2 + place * STEP, floor, _counts(point)[number], most) for place, point in enumerate(weeks))
    name = label(title, 2, floor - TALLEST - 18, "row-name")
    return name + "".join(bars) + box(0, floor, WIDTH, 1, "ground")


def _bar(x: int, floor: int, count: Count, most: int) -> str:
    if count.value is None:
        return box(x, floor - STUB, BAR, STUB, "hidden-bar", hatch="trend")
    height = round(TALLEST * count.value / most, 1) if most else 0
    words = label(write_short(count.value), x + BAR / 2, floor - height - 3, "axis middle")
    return (box(x, floor - height, BAR, height, "bar") if height else "") + words


def _weeks(weeks: Sequence[TrendPoint]) -> str:
    """Name every third week, counted back from the last."""
    named = [place for place in range(len(weeks)) if (len(weeks) - 1 - place) % 3 == 0]
    return "".join(_week(weeks[place], place) for place in named)


def _week(point: TrendPoint, place: int) -> str:
    left = 2 + place * STEP
    words = name_short_day(point.week)
    if place == MOST_WEEKS - 1:
        return label(words, left + BAR, HEIGHT - 4, "axis end")
    return label(words, left + BAR / 2, HEIGHT - 4, "axis start" if place == 0 else "axis middle")

"""At which hours of which days were the visits?"""

from __future__ import annotations

from collections.abc import Mapping

from staffroom.records.week import Count
from staffroom.reports.drawing import box, frame, label, write_short
from staffroom.reports.sentences import WEEKDAYS, write_count, write_number

FIRST_HOUR, LAST_HOUR = 6, 22  # hours always drawn; others are told in words
LEFT, TOP, WIDTH, HEIGHT = 46, 22, 44, 20  # of the first square, and of each, in units of the drawing
SHADES = 5
MOST_OTHERS = 6  # hours outside the map that are told one by one

Heat = Mapping[tuple[int, int], Count]


def drawn_hours() -> range:
    """Return the hours of the map."""
    return range(FIRST_HOUR, LAST_HOUR)


def name_hour(hour: int) -> str:
    """Write an hour as "09:00"."""
    return f"{hour:02d}:00"


def describe_other_hours(heat: Heat) -> str:
    """Tell the hours outside the map, in one sentence."""
    others = sorted(
        place for place, count in heat.items() if place[1] not in drawn_hours() and count.value != 0
    )
    if not others:
        return f"There were no visits before {name_hour(FIRST_HOUR)} or from {name_hour(LAST_HOUR)}."
    if len(others) > MOST_OTHERS:
        return f"There were visits at {len(others)} hours outside the map too; they are in the table file."
    told = [f"{WEEKDAYS[day]} {name_hour(hour)} {write_count(heat[day, hour])}" for day, hour in others]
    return f"At other hours: {', '.join(told)}."


def describe_heat(heat: Heat) -> str:
    """Tell the map in words: the busiest hour that may be shown."""
    shown = {place: count.value for place, count in heat.items() if count.value}
    if not shown:
        hidden = any(count.value is None for count in heat.values())
        return "Every hour with visits is hidden." if hidden else "No visits."
    day, hour = max(sorted(shown), key=lambda place: shown[place])
    return (
        f"The busiest hour that can be shown is {WEEKDAYS[day]} from {name_hour(hour)}, "
        f"with about {write_number(shown[day, hour])} visits."
    )


def draw_heat_map(heat: Heat) -> str:
    """Draw visits by hour (down) and weekday (across) as SVG; hidden squares are hatched."""
    most = max((count.value or 0 for count in heat.values()), default=0)
    squares = "".join(
        _square(day, hour, heat.get((day, hour), Count(0)), most)
        for hour in drawn_hours()
        for day in range(7)
    )
    return frame(
        "heat",
        title="Visits by hour and day",
        words=describe_heat(heat),
        width=LEFT + 7 * WIDTH + 1,
        height=TOP + len(drawn_hours()) * HEIGHT + 1,
        inside=_heads() + squares,
    )


def _heads() -> str:
    days = (
        label(name[:3], LEFT + (day + 0.5) * WIDTH, TOP - 7, "axis middle")
        for day, name in enumerate(WEEKDAYS)
    )
    hours = (
        label(name_hour(hour), LEFT - 6, TOP + (number + 0.5) * HEIGHT + 4, "axis end")
        for number, hour in enumerate(drawn_hours())
    )
    return "".join((*days, *hours))


def _square(day: int, hour: int, count: Count, most: int) -> str:
    x, y = LEFT + day * WIDTH, TOP + (hour - FIRST_HOUR) * HEIGHT
    shade = shade_of(count, most)
    ink = "hidden-square" if shade is None else f"shade-{shade}"
    hatch = "heat" if shade is None else ""
    square = box(x, y, WIDTH - 1, HEIGHT - 1, f"square {ink}", hatch=hatch)
    if not count.value:
        return square
    words = write_short(count.value)
    return square + label(words, x + (WIDTH - 1) / 2, y + HEIGHT / 2 + 4, f"number middle {ink}-ink")


def shade_of(count: Count, most: int) -> int | None:
    """Return a shade from 0 (nothing) to 5 (the most), or None where the count is hidden."""
    if count.value is None:
        return None
    if count.value == 0:
        return 0
    return min(SHADES, 1 + count.value * SHADES // (most + 1))

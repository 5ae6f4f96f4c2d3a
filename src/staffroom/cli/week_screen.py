"""How does the week's report read in a terminal of eighty columns?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from staffroom.records.week import Column, Count, WeekReport
from staffroom.reports import sentences
from staffroom.reports.drawing import write_short
from staffroom.reports.heat_map import describe_heat, describe_other_hours, drawn_hours, name_hour, shade_of
from staffroom.reports.markup import LONGEST_SENTENCE, clean

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

WIDEST = 80
MOST_ROWS = 20
BLOCKS = " ░▒▓██"  # by shade
HEADS = {
    Column.WORKING: "Working,\nno purpose",
    Column.PURPOSE: "School\npurpose",
    Column.BREAK: "Breaks",
    Column.OUTSIDE: "Outside\nhours",
    Column.AMBIGUOUS: "Unclear",
    Column.EMBEDDED: "Part of\nanother page",
    Column.BACKGROUND: "In the\nbackground",
    Column.BLOCKED: "Blocked",
    Column.LOOKED_UP: "Looked up\nonly",
}


def draw(report: WeekReport, console: Console) -> None:
    """Print the report, at most eighty columns wide; without colours where the console has none."""
    _say(console, sentences.name_week(report), before=report.school)
    for notice in report.notices:
        _say(console, f"! {notice}")
    _say(console, sentences.lead(report), style="bold")
    if sentences.has_logs(report):
        _draw_numbers(report, console)
    _draw_trust(report, console)
    _say(console, sentences.WHAT_THE_CLAUSE_SAYS)
    _say(console, f"{sentences.WHAT_IS_SAFE} {sentences.describe_making(report)}")


def _draw_numbers(report: WeekReport, console: Console) -> None:
    rows = [(title, shown) for title, shown, _ in sentences.headlines(report)]
    _show(console, "This week", ("", ""), rows)
    _draw_services(report, console)
    if report.heat:
        _draw_heat(report, console)
    if len(report.trend) > 1:
        _draw_trend(report, console)
    _say(console, sentences.explain_hiding(report))


def _draw_services(report: WeekReport, console: Console) -> None:
    visited = [row for row in report.services if row.visits.value != 0]
    if visited:
        columns = sentences.VISIT_COLUMNS
        heads = ("Service", "People", "Visits", *(HEADS[column] for column in columns), "On screen\n(h:mm)")
        rows = [
            (
                *(row.title, sentences.write_count(row.people), sentences.write_count(row.visits)),
                *(sentences.write_count(row.columns.get(column, Count(0))) for column in columns),
                sentences.write_clock(row.minutes),
            )
            for row in visited
        ]
        _show(console, "Visits to each service", heads, rows)
    _draw_seen(report, console)


def _draw_seen(report: WeekReport, console: Console) -> None:
    columns = sentences.OTHER_COLUMNS
    rows = [
        (row.title, *(sentences.write_count(row.columns.get(column, Count(0))) for column in columns))
        for row in report.services
        if any(row.columns.get(column, Count(0)).value != 0 for column in columns)
    ]
    if rows:
        heads = ("Service", *(HEADS[column] for column in columns))
        _show(console, "Seen, and not counted as visits (in windows of five minutes)", heads, rows)


def _draw_heat(report: WeekReport, console: Console) -> None:
    most = max((count.value or 0 for count in report.heat.values()), default=0)
    rows = [
        (name_hour(hour), *(_square(report.heat.get((day, hour), Count(0)), most) for day in range(7)))
        for hour in drawn_hours()
    ]
    heads = ("From", *(name[:3] for name in sentences.WEEKDAYS))
    _show(console, "Visits by hour and day (?: hidden)", heads, rows)
    _say(console, f"{describe_heat(report.heat)} {describe_other_hours(report.heat)}")


def _square(count: Count, most: int) -> str:
    shade = shade_of(count, most)
    if shade is None:
        return "?"
    return f"{write_short(count.value or 0)} {BLOCKS[shade]}" if count.value else "·"


def _draw_trend(report: WeekReport, console: Console) -> None:
    rows = [
        (
            sentences.name_short_day(point.week),
            *map(sentences.write_count, (point.working, point.purpose, point.outside)),
        )
        for point in report.trend
    ]
    heads = ("Week from", "Working,\nno purpose", "School\npurpose", "Breaks,\noutside")
    _show(console, "The last weeks", heads, rows)


def _draw_trust(report: WeekReport, console: Console) -> None:
    _say(console, "How far this can be trusted", style="bold")
    _say(console, f"{sentences.describe_days(report)} {sentences.describe_attribution(report)}")
    _say(console, sentences.describe_files(report))
    unreadable = [
        (each.name, sentences.write_number(number), reason)
        for each in report.coverage.files
        for reason, number in each.unreadable.items()
    ]
    if unreadable:
        _show(console, "What could not be read", ("File", "Lines", "Reason"), unreadable)
    blind = [(kind, sentences.write_share(share)) for kind, share in report.coverage.blind.items()]
    if blind:
        _show(console, "Blind share: lines that hide where they went", ("Kind", "Share of lines"), blind)
    _say(console, f"{sentences.WHAT_A_VISIT_IS} {sentences.WHAT_TIME_IS} {sentences.WHAT_IS_UNSEEN}")
    figures = [(each.name, each.value, each.meaning) for each in report.thresholds]
    if figures:
        _show(console, "Figures that the judgements rest on", ("What", "Figure", "Meaning"), figures)


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> Table:
    """Make a table of plain words: numbers to the right, first column and words to the left."""
    from rich import box
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, show_header=any(heads), padding=(0, 1, 0, 0), pad_edge=False)
    for place, head in enumerate(heads):
        table.add_column(head, justify="left" if place == 0 or _is_words(rows, place) else "right")
    for row in rows:
        table.add_row(*(Text(cell, style="dim" if cell == sentences.HIDDEN else "") for cell in row))
    return table


def _is_words(rows: Sequence[Sequence[str]], place: int) -> bool:
    return any(len(row[place]) > 24 for row in rows)


def _say(console: Console, words: str, *, style: str = "", before: str = "") -> None:
    """Print a paragraph of plain words and an empty line; nothing in it is taken for markup."""
    from rich.text import Text

    written = clean(words, longest=LONGEST_SENTENCE)
    text = Text(f"{clean(before)}\n{written}" if before else written, style=style)
    console.print(text, width=_width(console), highlight=False)
    console.print()


def _show(console: Console, title: str, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print a table under its title, its first rows only where it is very long."""
    from rich.text import Text

    cleaned = [tuple(clean(cell, longest=LONGEST_SENTENCE) for cell in row) for row in rows]
    console.print(Text(title, style="bold"), width=_width(console))
    console.print(_table(heads, cleaned[:MOST_ROWS]), width=_width(console))
    if len(cleaned) > MOST_ROWS:
        _say(console, f"Further rows, in the table file (CSV): {len(cleaned) - MOST_ROWS}.")


def _width(console: Console) -> int:
    return min(WIDEST, console.width)

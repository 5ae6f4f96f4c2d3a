"""How far can the week's report be trusted?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from staffroom.records.week import FileAccount, WeekReport
from staffroom.reports import sentences
from staffroom.reports.markup import details, paragraph, section, table

MOST_FILES = 4  # unreadable files named on the page
MOST_REASONS = 3  # of one file


def draw_trust(report: WeekReport) -> str:
    """Draw what the report rests on and what it cannot see."""
    words = (
        *(sentences.describe_days(report), sentences.describe_attribution(report)),
        *(sentences.describe_files(report), sentences.WHAT_A_VISIT_IS),
        *(sentences.WHAT_TIME_IS, sentences.WHAT_IS_UNSEEN),
    )
    told = "".join(paragraph(each) for each in words)
    tables = _blind(report) + _unreadable(report) + _thresholds(report)
    return section("How far this can be trusted", f'<div class="flow">{told}{tables}</div>')


def _blind(report: WeekReport) -> str:
    if not report.coverage.blind:
        return ""
    rows = [
        (kind[:1].upper() + kind[1:], sentences.write_share(share))
        for kind, share in report.coverage.blind.items()
    ]
    return table("Blind share: lines that hide where they went", ("Kind", "Share of lines"), rows)


def _unreadable(report: WeekReport) -> str:
    files = [each for each in report.coverage.files if each.unreadable]
    if not files:
        return ""
    rows = [(each.name, "; ".join(_reasons(each))) for each in files[:MOST_FILES]]
    drawn = table("What could not be read", ("File", "Lines and reason"), rows, kind="words")
    if len(files) > MOST_FILES:
        left = sentences.write_number(len(files) - MOST_FILES)
        drawn += paragraph(f"Further files with such lines, in the table file: {left}.", "small")
    return drawn


def _reasons(file: FileAccount) -> Iterable[str]:
    for reason, number in Counter(file.unreadable).most_common(MOST_REASONS):
        yield f"{sentences.write_number(number)}: {reason}"
    if len(file.unreadable) > MOST_REASONS:
        yield "more in the table file"


def _thresholds(report: WeekReport) -> str:
    if not report.thresholds:
        return ""
    rows = [(each.name, each.value, each.meaning) for each in report.thresholds]
    heads = ("What", "Figure", "Meaning")
    return details(
        "The figures that these judgements rest on",
        table("Figures that the judgements rest on", heads, rows, kind="words"),
    )

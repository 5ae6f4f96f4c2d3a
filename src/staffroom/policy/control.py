"""Which version of the policy is it, who approved it, and is its review overdue?"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from staffroom.policy.dates import Written, read_date

# The labels that schools write on the front page; the first group of a kind that matches wins.
LABELS: tuple[tuple[str, str], ...] = (
    ("version", r"(?:policy |document )?version(?: number| no\.?)?|revision(?: number)?"),
    (
        "review_by",
        r"dates? (?:for|of)(?: the)?(?: next)? review|(?:next )?review (?:date|due|by)|review due(?: date)?"
        r"|next review|to be reviewed(?: by)?|due for review",
    ),
    ("approved_by", r"approved by|approving body|ratified by|adopted by|agreed by"),
    (
        "approved",
        r"dates? (?:of approval|approved|ratified|adopted|agreed)|approv(?:al|ed) (?:date|on)"
        r"|approved|ratified(?: on)?|adopted(?: on)?",
    ),
    (
        "issued",
        r"dates? (?:of issue|issued|of publication|published)|issue(?:d)? (?:date|on)"
        r"|issued|published(?: on)?",
    ),
    (
        "owner",
        r"(?:slt|slg) (?:member |lead )?(?:responsible|lead)|(?:staff |person |member of staff )responsible"
        r"|responsible (?:person|officer|member of staff|slt member)"
        r"|(?:policy |document )?(?:owner|author|lead)",
    ),
)

# Between label and value: a mark, a space, or nothing where a PDF has lost its tab.
GAP = r"\s*[:|\t]\s*|\s+|"
ROWS = tuple(
    (field, re.compile(rf"(?P<label>{label})(?P<gap>{GAP})(?P<value>\S.*)", re.I)) for field, label in LABELS
)
MARKS = "|*_ \t"
LONGEST_ROW = 120


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the front page: which field of the control, its label and its value as published."""

    field: str
    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Control:
    """What the front page says of the document; an empty text or None where it says nothing.

    `rows` are the lines as they were published.
    """

    version: str = ""
    issued: Written | None = None
    approved: Written | None = None
    review_by: Written | None = None
    approved_by: str = ""
    owner: str = ""
    rows: tuple[Row, ...] = ()


def read_row(line: str, *, is_marked: bool = False) -> Row | None:
    """Read a line of the front page; None where the line is none.

    A line without a mark between label and value (tab, colon, bar, two spaces) counts only where its
    value could be one (`is_marked` says that the document itself calls the line a table row).
    """
    text = line.strip(MARKS)
    if len(text) > LONGEST_ROW:
        return None
    for field, shape in ROWS:
        found = shape.fullmatch(text)
        if found and (_is_divided(found["gap"], is_marked=is_marked) or _may_follow(field, found)):
            return Row(field, found["label"], found["value"].strip(MARKS))
    return None


def read_control(rows: Iterable[Row]) -> Control:
    """Gather the lines of the front page; the first line of a field counts."""
    published = tuple(rows)
    first: dict[str, str] = {}
    for row in published:
        first.setdefault(row.field, row.value)
    return Control(
        version=first.get("version", ""),
        issued=read_date(first.get("issued", "")),
        approved=read_date(first.get("approved", "")),
        review_by=read_date(first.get("review_by", "")),
        approved_by=first.get("approved_by", ""),
        owner=first.get("owner", ""),
        rows=published,
    )


def is_review_overdue(control: Control, today: date) -> bool | None:
    """Say whether the review is overdue: the day, month or year written for it is over. None: no date."""
    if control.review_by is None:
        return None
    return today > control.review_by.last_day


def describe_review(control: Control, today: date) -> str:
    """Say in one sentence how the review stands, and what to do next."""
    written = control.review_by
    if written is None:
        return "No review date was found. Write one on the front page of the policy."
    if not is_review_overdue(control, today):
        return f"The next review is due {'in' if written.day is None else 'on'} {written.words}."
    years = (today - written.last_day).days // 365
    age = f", {years} years ago" if years > 1 else ""
    return f"Review overdue since {written.words}{age}. Have the policy reviewed and approved again."


def _is_divided(gap: str, *, is_marked: bool) -> bool:
    """Say whether a gap alone shows that label and value are two things."""
    return gap != "" and (is_marked or gap != " ")


def _may_follow(field: str, found: re.Match[str]) -> bool:
    """Say whether words could be the value of a field where no mark divides them from its label."""
    label, value = found["label"], found["value"]
    if not found["gap"] and not (" " in label and label[-1].islower()):
        return False
    if field == "version":
        return value[:1].isdigit() or value.startswith("[")
    if field in ("issued", "approved", "review_by"):
        return read_date(value) is not None or value.startswith("[")
    return " " in label and value[:1].isupper() and not value.endswith(".")

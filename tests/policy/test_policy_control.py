"""Is the front page of a policy read, and is an overdue review said?"""

from __future__ import annotations

from datetime import date

import pytest

from staffroom.policy.control import Control, describe_review, is_review_overdue, read_control, read_row
from staffroom.policy.dates import Written

ROWS = (
    ("Version Number\t4.0", "version", "4.0"),
    ("Version: 2.1", "version", "2.1"),
    ("Version 2.1", "version", "2.1"),
    ("Policy version  7", "version", "7"),
    ("| Date of issue | May 2020 |", "issued", "May 2020"),
    ("**Issue date:** 3 May 2020", "issued", "3 May 2020"),
    ("Date approved May 2020", "approved", "May 2020"),
    ("Approved: 3 May 2020", "approved", "3 May 2020"),
    ("Approved by Board of trustees", "approved_by", "Board of trustees"),
    ("Ratified by: Governors", "approved_by", "Governors"),
    ("Date of next review\tMay 2023", "review_by", "May 2023"),
    ("Review date - May 2023", "", ""),
    ("Next review: May 2023", "review_by", "May 2023"),
    ("SLT Member Responsible Director of Finance", "owner", "Director of Finance"),
    ("Policy owner: Vice Principal", "owner", "Vice Principal"),
    ("Version Number4.0", "version", "4.0"),
    ("Date of IssueMay 2020", "issued", "May 2020"),
    ("Approved byBoard of trustees", "approved_by", "Board of trustees"),
)
PROSE = (
    "Approved by the governors in May, this policy is binding.",
    "Lead teachers are asked to read it.",
    "Version control is explained in the handbook.",
    "Review your posts regularly.",
    "Issued laptops belong to the school.",
    "Leadership: our senior team",
    "POLICY OWNERS: everybody",
    "Next reviewers: the governors",
    "Version notes: see the handbook",
    "Author " + "x" * 200,
    "",
)


@pytest.mark.parametrize(("line", "field", "value"), ROWS)
def test_a_line_of_the_front_page_is_read(line: str, field: str, value: str):
    row = read_row(line)
    assert (row.field, row.value) == (field, value) if field else row is None


@pytest.mark.parametrize("line", PROSE)
def test_prose_is_no_line_of_the_front_page(line: str):
    assert read_row(line) is None


def test_a_table_row_needs_no_mark_between_label_and_value():
    assert read_row("Owner bursar") is None
    row = read_row("Owner bursar", is_marked=True)
    assert row is not None
    assert row.value == "bursar"


def test_the_first_line_of_a_field_counts_and_all_are_kept():
    rows = [read_row(line) for line in ("Version: 1", "Version: 2")]
    control = read_control([row for row in rows if row])
    assert control.version == "1"
    assert len(control.rows) == 2


@pytest.mark.parametrize(
    ("review_by", "today", "is_overdue"),
    [
        (Written(2021, 2), date(2021, 2, 28), False),
        (Written(2021, 2), date(2021, 3, 1), True),
        (Written(2021, 2, 3), date(2021, 2, 3), False),
        (Written(2021, 2, 3), date(2021, 2, 4), True),
        (Written(2021), date(2021, 12, 31), False),
        (Written(2021), date(2022, 1, 1), True),
        (None, date(2022, 1, 1), None),
    ],
)
def test_a_review_is_overdue_when_all_that_its_date_can_mean_is_over(review_by, today, is_overdue):
    assert is_review_overdue(Control(review_by=review_by), today) is is_overdue


def test_the_sentence_says_since_when_and_what_to_do():
    overdue = describe_review(Control(review_by=Written(2021, 2)), date(2026, 11, 22))
    assert overdue == (
        "Review overdue since February 2021, 5 years ago. Have the policy reviewed and approved again."
    )
    assert "years" not in describe_review(Control(review_by=Written(2021, 2)), date(2021, 9, 1))


def test_a_review_to_come_is_said_calmly():
    control = Control(review_by=Written(2027, 9))
    assert describe_review(control, date(2026, 11, 22)) == "The next review is due in September 2027."
    on_a_day = Control(review_by=Written(2027, 9, 3))
    assert describe_review(on_a_day, date(2026, 11, 22)) == "The next review is due on 3 September 2027."


def test_a_front_page_without_a_review_date_is_said():
    assert describe_review(Control(), date(2026, 11, 22)).startswith("No review date was found.")

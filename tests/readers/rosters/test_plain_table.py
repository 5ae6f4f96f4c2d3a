"""Is a school's own table of people read as its mapping says?"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from staffroom.readers.rosters.plain_table import (
    NO_EMAIL,
    NO_NAME,
    UNFINDABLE,
    UNKNOWN_STANDING,
    guess_columns,
    read_table_of_people,
    split_name,
)
from staffroom.records.people import Standing
from staffroom.records.roster_tables import Field, TableMapping, Whom

TABLE = """Staff Code,Forename,Surname,Work E-mail,Job Title,Role,Username,Start Date,Leaving Date
AMA,Ada,Maplewood,ada@hollybank.example,Head of Art,Teacher,amaple,01/09/2020,
BMA,Bea,Maplewood,bea@hollybank.example,Cook,Agency,,,18/12/2026
"""


def mapping_of(text: str, **more) -> TableMapping:
    return TableMapping(guess_columns(text.encode()).guessed, **more)


def read(text: str, mapping: TableMapping | None = None):
    return read_table_of_people(text.encode(), mapping or mapping_of(text), name="staff.csv")


def test_columns_are_guessed_from_their_headings():
    headings = guess_columns(TABLE.replace("Work E-mail", "E-mail").encode())
    assert headings.guessed == {
        Field.IDENTIFIER: "staff code", Field.GIVEN_NAME: "forename", Field.FAMILY_NAME: "surname",
        Field.EMAIL: "e mail", Field.JOB: "job title", Field.ROLE: "role", Field.ACCOUNT: "username",
        Field.SINCE: "start date", Field.UNTIL: "leaving date",
    }  # fmt: skip


def test_a_column_that_cannot_be_guessed_can_be_chosen():
    mapping = mapping_of(TABLE)
    assert Field.EMAIL not in mapping.columns
    chosen = replace(mapping, columns={**mapping.columns, Field.EMAIL: "work e mail"})
    assert read(TABLE, chosen).roster.staff[0].email == "ada@hollybank.example"


def test_every_cell_is_read():
    ada, bea = read(TABLE).roster.staff
    assert (ada.row, ada.identifier, ada.given_name, ada.family_name) == (2, "AMA", "Ada", "Maplewood")
    assert (ada.job, ada.accounts, ada.since, ada.until) == (
        "Head of Art",
        ("amaple",),
        date(2020, 9, 1),
        None,
    )
    assert (ada.standings, bea.standings) == ({Standing.EMPLOYEE}, {Standing.AGENCY})
    assert bea.until == date(2026, 12, 18)


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_any_usual_separator_is_found(separator):
    assert len(guess_columns(TABLE.replace(",", separator).encode()).found) == 9


def test_a_mark_at_the_beginning_is_no_part_of_the_first_heading():
    assert guess_columns(b"\xef\xbb\xbfcode,name\n").guessed == {Field.IDENTIFIER: "code", Field.NAME: "name"}


@pytest.mark.parametrize(
    ("text", "names"),
    [("Ada Maplewood", ("Ada", "Maplewood")), ("Maplewood, Ada", ("Ada", "Maplewood")),
     ("Ada Bea Maplewood", ("Ada Bea", "Maplewood")), ("Ada", ("", "Ada")), ("", ("", ""))],
)  # fmt: skip
def test_a_full_name_is_split(text, names):
    assert split_name(text) == names


def test_a_full_name_serves_where_there_is_no_other():
    (ada,) = read("code,name\nA,Ada Maplewood\n").roster.staff
    assert (ada.given_name, ada.family_name) == ("Ada", "Maplewood")


def test_pupils_are_pupils_without_standings_and_known_by_their_account():
    text = "name,username,year group\nCal Maplewood,CMaple,9\n"
    roster = read(text, mapping_of(text, whom=Whom.PUPILS)).roster
    (cal,) = roster.pupils
    assert roster.staff == ()
    assert (cal.identifier, cal.accounts, cal.year, cal.standings) == (
        "cmaple",
        ("CMaple",),
        "9",
        frozenset(),
    )


def test_whoever_has_no_standing_has_the_one_chosen_for_all():
    text = "code,name,role\nA,Ada Maplewood,\n"
    assert read(text, mapping_of(text, standing=Standing.GOVERNOR)).roster.staff[0].standings == {
        Standing.GOVERNOR
    }


def test_an_unknown_standing_is_said_and_the_row_is_kept():
    reading = read("code,name,role\nA,Ada Maplewood,wizard\n")
    assert [(one.row, one.reason) for one in reading.problems] == [(2, UNKNOWN_STANDING)]
    assert len(reading.roster.staff) == 1
    assert not reading.roster.has_lost_rows


def test_several_standings_stand_in_one_cell():
    (ada,) = read("code,name,role\nA,Ada Maplewood,teacher; governor\n").roster.staff
    assert ada.standings == {Standing.EMPLOYEE, Standing.GOVERNOR}


def test_an_impossible_address_is_left_out_and_said():
    reading = read("code,name,email\nA,Ada Maplewood,nowhere\n")
    assert (reading.roster.staff[0].email, reading.problems[0].reason) == ("", NO_EMAIL)


@pytest.mark.parametrize(
    "row",
    ["A,,", ",Ada Maplewood,", f"A,{'x' * 200},", "A,Ada Maplewood,soon", f"{'A' * 101},Ada Maplewood,"],
)
def test_a_row_that_cannot_be_used_is_a_problem_and_the_others_are_kept(row):
    reading = read(f"code,name,start date\n{row}\nB,Bea Maplewood,\n")
    assert [one.identifier for one in reading.roster.staff] == ["B"]
    assert [one.row for one in reading.problems] == [2]
    assert reading.roster.has_lost_rows


def test_the_same_code_twice_and_days_the_wrong_way_round_are_problems():
    text = "code,name,start date,end date\nA,Ada Wood,,\nA,Ada Wood,,\nB,Bea Wood,2026-09-02,2026-09-01\n"
    assert [one.row for one in read(text).problems] == [3, 4]


@pytest.mark.parametrize(("text", "reason"), [("code\nA\n", NO_NAME), ("name\nAda\n", UNFINDABLE)])
def test_without_a_name_or_without_a_code_nothing_is_read(text, reason):
    reading = read(text)
    assert reading.roster.staff == ()
    assert reason in [one.reason for one in reading.problems]


def test_no_problem_repeats_a_heading_or_a_cell():
    text = "code,name,start date\nQuixotic,Ada Maplewood,Zanzibar\n"
    mapping = TableMapping({Field.IDENTIFIER: "code", Field.NAME: "name", Field.SINCE: "start date"})
    assert "Zanzibar" not in str(read(text, mapping).problems)


def test_a_column_without_a_heading_holds_nothing_that_is_read():
    (ada,) = read("code,name,\nA,Ada Maplewood,01632 960000\n").roster.staff
    assert (ada.phone, ada.email) == ("", "")


@given(content=st.binary(max_size=400))
def test_any_bytes_give_a_roster_or_problems(content):
    mapping = TableMapping({**guess_columns(content).guessed, Field.NAME: "a", Field.IDENTIFIER: "b"})
    read_table_of_people(content, mapping, name="staff.csv")


CELLS = st.text(st.sampled_from("aAé@.,;\"'\x00\x07 -/0129"), max_size=12)


@given(rows=st.lists(st.lists(CELLS, min_size=5, max_size=5), max_size=8), whom=st.sampled_from(list(Whom)))
def test_any_rows_give_entries_that_can_be_kept(rows, whom):
    text = "\n".join(["code;name;email;start date;account", *(";".join(row) for row in rows)])
    roster = read(text, mapping_of(text, whom=whom)).roster
    for one in (*roster.staff, *roster.pupils):
        assert one.identifier or one.email
        assert one.given_name or one.family_name
        assert "\x00" not in one.given_name + one.family_name + one.identifier

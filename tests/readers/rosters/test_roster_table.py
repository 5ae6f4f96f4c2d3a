"""What do the rows of a table say that a person or a spreadsheet has written?"""

import codecs

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from staffroom.readers.rosters import table
from staffroom.readers.rosters.problems import MOST_PROBLEMS, Complaints, RowError
from staffroom.readers.rosters.table import Columns, read_table

COLUMNS = Columns(needed=("person", "approved by"), others=("reason",))


def read(content, columns=COLUMNS, make=lambda row: (row.number, row)):
    if isinstance(content, str):
        content = content.encode()
    return read_table(content, columns, Complaints("made.csv"), make)


def cells(content):
    return [(row["person"], row["approved by"]) for _, row in read(content).records]


def reasons(content):
    return [(problem.row, problem.reason) for problem in read(content).problems]


PLAIN = "person,approved by\na,b\nc,d\n"


@pytest.mark.parametrize(
    "content",
    [
        PLAIN,
        PLAIN.replace("\n", "\r\n"),
        PLAIN.replace("\n", "\r"),
        PLAIN.replace(",", ";"),
        PLAIN.replace(",", "\t"),
        "sep=;\n" + PLAIN.replace(",", ";"),
        PLAIN.replace("approved by", "Approved_By"),
        PLAIN.replace("approved by", " APPROVED-BY "),
        PLAIN.replace("\n", "\n\n,,\n"),
        PLAIN.rstrip("\n"),
        PLAIN.replace("a,b", '"a","b"'),
        PLAIN.replace("a,b", "  a  ,b,,,"),
        "approved by,person\nb,a\nd,c\n",
        codecs.BOM_UTF8 + PLAIN.encode(),
        PLAIN.replace(",", "\t").encode("utf-16"),
        codecs.BOM_UTF16_BE + PLAIN.encode("utf-16-be"),
    ],
)
def test_a_table_means_the_same_however_it_was_saved(content):
    assert cells(content) == [("a", "b"), ("c", "d")]
    assert reasons(content) == []


def test_a_cell_in_quotes_may_hold_the_separator_quotes_and_line_ends():
    assert cells('person,approved by\n"a, b","say ""yes""\nor no"\nc,d\n') == [
        ("a, b", 'say "yes" or no'),
        ("c", "d"),
    ]


def test_rows_are_numbered_as_an_editor_shows_them():
    content = 'person,approved by\n\n"a\n1",b\nc,d\n'
    assert [number for number, _ in read(content).records] == [3, 5]


def test_a_quotation_mark_that_is_never_closed_costs_its_row_only():
    content = 'person,approved by\na,b\n"c,d\n' + "e,f\n" * 50
    assert len(cells(content)) == 51
    assert [row for row, _ in reasons(content)] == [3]


def test_two_rows_with_unclosed_marks_are_said_and_never_made_into_one():
    content = 'person,approved by\n"c,d\n"e,f\ng,h\n'
    assert cells(content) == [("g", "h")]
    assert [row for row, _ in reasons(content)] == [2]
    assert "in disorder" in reasons(content)[0][1]


def test_after_many_unclosed_marks_cells_are_taken_to_hold_no_line_ends():
    unclosed = '"c,d\n' + "e,f\n" * 20
    two_lines = '"a\nb",g\n'
    few, many = ("person,approved by\n" + unclosed * number + two_lines for number in (3, 101))
    assert ("a b", "g") in cells(few)
    assert ("a b", "g") not in cells(many)


def test_headings_in_disorder_are_missing():
    assert reasons('"person"x,"approved by"\n') == [
        (0, "The first row must name the columns; missing: person, approved by.")
    ]


def test_a_quotation_mark_inside_a_cell_opens_nothing():
    assert cells('person,approved by\na 12" screen,b\nc,d\ne 5" phone,f\n') == [
        ('a 12" screen', "b"),
        ("c", "d"),
        ('e 5" phone', "f"),
    ]


def test_a_space_before_a_quoted_cell_does_no_harm():
    assert cells('person,approved by\na, "b, c"\n') == [("a", "b, c")]


def test_a_missing_column_is_named_and_nothing_is_read():
    assert cells("person,reason\na,b\n") == []
    assert reasons("person,reason\na,b\n") == [
        (0, "The first row must name the columns; missing: approved by.")
    ]


@pytest.mark.parametrize("content", ["", "\n\n", "a,b\nc,d\n"])
def test_a_table_without_headings_says_which_it_needs(content):
    assert reasons(content) == [(0, "The first row must name the columns; missing: person, approved by.")]


def test_columns_that_are_not_used_are_counted_and_not_named():
    content = "person,approved by,date of birth,home\na,b,secret,secret\n"
    assert cells(content) == [("a", "b")]
    assert reasons(content) == [(1, "2 columns are not used. Used are: person, approved by, reason.")]


def test_of_a_column_that_is_there_twice_the_first_counts():
    assert cells("person,approved by,person\na,b,c\n") == [("a", "b")]
    assert reasons("person,approved by,person\na,b,c\n") == [
        (1, "A column is there twice. The first is used.")
    ]


def test_a_row_with_too_many_cells_is_left_out_because_its_cells_may_be_shifted():
    content = "person,approved by\na,b,c\nd,e\n"
    assert cells(content) == [("d", "e")]
    assert [row for row, _ in reasons(content)] == [2]


def test_a_short_row_has_empty_cells():
    assert cells("person,approved by\na\n") == [("a", "")]


def test_an_empty_cell_that_is_needed_is_complained_of():
    reading = read(PLAIN.replace("a,b", "a,"), make=lambda row: row.need("approved by"))
    assert [problem.row for problem in reading.problems] == [2]
    assert reading.records == ("d",)


def test_a_workbook_is_told_from_a_table():
    (problem,) = read(b"PK\x03\x04\x14\x00\x06").problems[:1]
    assert "workbook" in problem.reason
    assert "not a text file" in read(b"person,\x00").problems[0].reason


def test_an_old_file_is_read_as_windows_1252_and_that_is_said():
    content = "person,approved by\nRen\u00e9,b\n".encode("cp1252")
    assert cells(content) == [("Ren\u00e9", "b")]
    assert "Windows-1252" in reasons(content)[0][1]


def test_a_file_that_is_too_large_is_refused(monkeypatch):
    monkeypatch.setattr(table, "LARGEST_BYTES", 20)
    assert cells(PLAIN + "e,f") == []
    assert "larger than" in reasons(PLAIN + "e,f")[0][1]


def test_an_endless_row_is_left_out():
    content = f"person,approved by\n{'x' * 30_000},b\nc,d\n"
    assert cells(content) == [("c", "d")]
    assert [row for row, _ in reasons(content)] == [2]


def test_a_file_that_is_wrong_throughout_says_so_once():
    def refuse(row):
        raise RowError("No.")

    problems = read("person,approved by\n" + "a,b\n" * 1_000, make=refuse).problems
    assert len(problems) == MOST_PROBLEMS + 1
    assert problems[-1].reason == "There are 800 more problems in this file."


@settings(deadline=None)
@given(st.binary(max_size=300) | st.text(max_size=300).map(str.encode))
def test_any_bytes_are_read_without_an_error(content):
    read(content)
    reading = read(b"person,approved by\n" + content)
    assert all(isinstance(problem.reason, str) for problem in reading.problems)


plain_cells = st.text(
    alphabet=st.characters(exclude_categories=["C", "Z"], exclude_characters="\ufeff"), max_size=8
)


@settings(deadline=None)
@given(st.lists(st.tuples(plain_cells.filter(bool), plain_cells)), st.sampled_from(",;\t"))
def test_every_row_that_a_spreadsheet_writes_is_read(rows, separator):
    def quoted(cell):
        return '"' + cell.replace('"', '""') + '"'

    lines = [separator.join(map(quoted, row)) for row in [("person", "approved by"), *rows]]
    assert cells("\n".join(lines)) == rows

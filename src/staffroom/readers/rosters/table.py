"""What do the rows of a table say that a person or a spreadsheet has written?"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from staffroom.readers.rosters.problems import Complaints, Reading, Record, RowError
from staffroom.readers.rosters.text import decode

LARGEST_BYTES = 20_000_000
LONGEST_ROW = 20_000  # characters
MOST_LINES_IN_A_ROW = 20  # a cell in quotes may hold line ends
MOST_UNCLOSED = 100  # after so many quotation marks that are never closed, cells are taken to hold none
SEPARATORS = (",", ";", "\t")

TOO_LONG = f"This row is longer than {LONGEST_ROW} characters and was left out."
UNCLOSED = "A quotation mark is opened and not closed. Close it, or leave it out."
DISORDER = "The quotation marks of this row are in disorder. Write two for one inside a quoted cell."

_LINE_END = re.compile(r"\r\n|\r|\n")
_OPENING = re.compile(r'(?:^|[,;\t]) *"')
_QUOTED_CELL = re.compile(r'((?:^|[,;\t]) *)"(?:[^"]|"")*+"')
_EXCEL_HINT = re.compile(r"sep=(.)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a kind of table, in lower case and single-spaced: those it must have, and others.

    `may_have_more` says that columns beyond these are nothing to speak of.
    """

    needed: tuple[str, ...]
    others: tuple[str, ...] = ()
    may_have_more: bool = False

    @property
    def used(self) -> tuple[str, ...]:
        """Return all columns that are read."""
        return (*self.needed, *self.others)


@dataclass(frozen=True, slots=True)
class Row:
    """A row by column; `number` is its first line in the file. A missing cell is ""."""

    number: int
    cells: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells.get(column, "")

    def need(self, column: str) -> str:
        """Return a cell that may not be empty; raises RowError where it is."""
        if not self[column]:
            raise RowError(f'The cell "{column}" is empty. Fill it in.')
        return self[column]


def read_table(
    content: bytes, columns: Columns, complaints: Complaints, make: Callable[[Row], Record]
) -> Reading[Record]:
    """Make a record of each row; a row for which `make` raises RowError becomes a problem.

    Commas, semicolons and tabs separate; headings may be in any order, case and spacing; empty rows
    are passed over. Never raises itself; time grows with the size of the file.
    """
    made = []
    for row in _rows(content, columns, complaints):
        try:
            made.append(make(row))
        except RowError as refused:
            complaints.say(row.number, str(refused))
    return Reading(tuple(made), complaints.problems())


def read_headings(content: bytes, complaints: Complaints) -> list[str]:
    """Return the headings of a table in lower case and single-spaced, as `Columns` names them.

    The separator is the one that gives most of them. Empty where the file holds no table.
    """
    if len(content) > LARGEST_BYTES:
        return []
    lines = _records(_LINE_END.split(decode(content, complaints)), complaints)
    _, line = _first_row(lines)
    return max((_headings_by(separator, line) for separator in SEPARATORS), key=len)


def _rows(content: bytes, columns: Columns, complaints: Complaints) -> Iterator[Row]:
    if len(content) > LARGEST_BYTES:
        megabytes = LARGEST_BYTES // 1_000_000
        complaints.say(
            0, f"This file is larger than {megabytes} MB and was not read. Check that it is the right one."
        )
        return
    lines = _records(_LINE_END.split(decode(content, complaints)), complaints)
    separator, headings = _headings(lines, columns)
    if _are_complete(headings, columns, complaints):
        for number, line in lines:
            try:
                row = _row(number, _cells(line, separator), headings)
            except RowError as refused:
                complaints.say(number, str(refused))
                continue
            if row:
                yield row


def _records(lines: Sequence[str], complaints: Complaints) -> Iterator[tuple[int, str]]:
    """Join lines that a quoted cell runs over, with a space; skip empty ones.

    A quotation mark that is never closed costs its own line, not the rest of the file.
    """
    place, unclosed = 0, 0
    while place < len(lines):
        length = _lines_in_row(lines, place, MOST_LINES_IN_A_ROW if unclosed < MOST_UNCLOSED else 1)
        text = lines[place] if length == 1 else " ".join(lines[place : place + length])
        if not length or len(text) > LONGEST_ROW:
            complaints.say(place + 1, TOO_LONG if length else UNCLOSED)
            unclosed += not length
        elif text.strip():
            yield place + 1, text
        place += max(length, 1)


def _lines_in_row(lines: Sequence[str], place: int, most: int) -> int:
    """Count lines until every quoted cell is closed; 0 where one never is."""
    if '"' not in lines[place]:
        return 1
    for length in range(1, min(most, len(lines) - place) + 1):
        if not _OPENING.search(_QUOTED_CELL.sub(r"\1", " ".join(lines[place : place + length]))):
            return length
    return 0


def _headings(records: Iterator[tuple[int, str]], columns: Columns) -> tuple[str, list[str]]:
    """Take the first row and find the separator that gives most of the columns we know."""
    _, line = _first_row(records)
    found = [(separator, _headings_by(separator, line)) for separator in SEPARATORS]
    return max(found, key=lambda each: len(set(each[1]) & set(columns.used)))


def _first_row(records: Iterator[tuple[int, str]]) -> tuple[int, str]:
    first = next(records, (0, ""))
    return next(records, (0, "")) if _EXCEL_HINT.fullmatch(first[1].strip()) else first


def _are_complete(headings: list[str], columns: Columns, complaints: Complaints) -> bool:
    missing = [column for column in columns.needed if column not in headings]
    if missing:
        complaints.say(0, f"The first row must name the columns; missing: {', '.join(missing)}.")
        return False
    unused = sum(1 for heading in headings if heading and heading not in columns.used)
    if unused and not columns.may_have_more:
        complaints.say(1, f"{_count_of(unused)} not used. Used are: {', '.join(columns.used)}.")
    if any(headings.count(column) > 1 for column in columns.used):
        complaints.say(1, "A column is there twice. The first is used.")
    return True


def _count_of(columns: int) -> str:
    return "One column is" if columns == 1 else f"{columns} columns are"


def _row(number: int, cells: list[str], headings: list[str]) -> Row | None:
    if not any(cells):
        return None
    if any(cells[len(headings) :]):
        raise RowError("The row has more cells than columns. Put a cell that holds the separator in quotes.")
    named: dict[str, str] = {}
    for heading, cell in zip(headings, cells, strict=False):
        named.setdefault(heading, cell)
    return Row(number, named)


def _cells(line: str, separator: str) -> list[str]:
    """Cut a row into cells, each stripped and single-spaced; raises RowError for marks in disorder."""
    try:
        cells = next(csv.reader([line], delimiter=separator, skipinitialspace=True, strict=True), [])
    except csv.Error:
        raise RowError(DISORDER) from None
    return [" ".join(cell.split()) for cell in cells]


def _headings_by(separator: str, line: str) -> list[str]:
    try:
        return [_heading(cell) for cell in _cells(line, separator)]
    except RowError:
        return []


def _heading(cell: str) -> str:
    return " ".join(cell.casefold().replace("_", " ").replace("-", " ").split())

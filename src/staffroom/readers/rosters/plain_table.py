"""Who is in a table that a school has made itself?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from staffroom.readers.rosters.cells import day_in, words_in
from staffroom.readers.rosters.problems import Complaints, RowError
from staffroom.readers.rosters.roster_reading import (
    LONGEST,
    RosterReading,
    has_lost_rows,
    is_email,
    text_in,
    visible,
)
from staffroom.readers.rosters.table import Columns, Row, read_headings, read_table
from staffroom.records.people import Standing
from staffroom.records.roster_tables import Field, TableMapping, Whom
from staffroom.records.rosters import Entry, Roster, Source
from staffroom.rules.accounts import account_names
from staffroom.rules.roster_roles import standing_of

NO_EMAIL: Final = "The e-mail address cannot be one, and was left out. The rest of the row counts."
NO_NAME: Final = "No column is chosen for the name. Choose one for the full name, or for the family name."
UNFINDABLE: Final = (
    "No column is chosen for a code or an e-mail address, by which people are found again. Choose one."
)
UNKNOWN_STANDING: Final = "The standing is not known, so the one chosen for the whole file counts."

# What schools' systems and spreadsheets call a column, evened out; the first that is there counts.
GUESSES: Final[dict[Field, tuple[str, ...]]] = {
    Field.IDENTIFIER: (
        *(
            "sourcedid",
            "staff code",
            "employee id",
            "employee number",
            "payroll number",
            "staff id",
            "mis id",
        ),
        *("upn", "admission number", "pupil id", "student id", "person", "code", "identifier", "id"),
    ),
    Field.NAME: ("full name", "name", "display name", "staff name", "pupil name", "student name"),
    Field.GIVEN_NAME: (
        *("given name", "givenname", "preferred forename", "chosen forename", "forename", "first name"),
        *("firstname", "preferred first name", "legal forename"),
    ),
    Field.FAMILY_NAME: (
        *("family name", "familyname", "preferred surname", "chosen surname", "surname", "last name"),
        *("lastname", "legal surname"),
    ),
    Field.EMAIL: ("e mail", "email", "email address", "e mail address", "work email", "school email", "mail"),
    Field.PHONE: ("phone", "telephone", "mobile", "phone number", "work phone"),
    Field.JOB: ("job", "job title", "role title", "position", "post title", "occupation"),
    Field.ROLE: ("standing", "standings", "role", "roles", "staff type", "type", "category"),
    Field.ACCOUNT: ("account", "accounts", "username", "user name", "login", "network account", "upn name"),
    Field.YEAR: ("year", "year group", "grade", "grades", "nc year"),
    Field.SINCE: ("first day", "since", "start date", "employment start", "date of entry", "joined"),
    Field.UNTIL: ("last day", "until", "end date", "leaving date", "date of leaving", "employment end"),
}


@dataclass(frozen=True, slots=True)
class Headings:
    """The headings of a table, and which column holds what, as far as it can be guessed."""

    found: tuple[str, ...]
    guessed: dict[Field, str]


def guess_columns(content: bytes) -> Headings:
    """Read the headings of a table and guess what each column holds."""
    found = tuple(dict.fromkeys(one for one in read_headings(content, Complaints("")) if one))
    guessed = {
        column: next(name for name in names if name in found)
        for column, names in GUESSES.items()
        if any(name in found for name in names)
    }
    if Field.GIVEN_NAME in guessed and Field.FAMILY_NAME in guessed:
        guessed.pop(Field.NAME, None)
    return Headings(found, guessed)


def read_table_of_people(content: bytes, mapping: TableMapping, *, name: str) -> RosterReading:
    """Read a table as its mapping says; problems are called by the `name` of the file.

    Never raises: a row that cannot be used is a problem, and so is a mapping by which nobody could be named
    or found again.
    """
    complaints, remarks = Complaints(name), Complaints(name)
    for said in _faults(mapping):
        complaints.say(0, said)
    if complaints.problems():
        return RosterReading(Roster(Source.TABLE), complaints.problems())
    columns = Columns(
        (), tuple(heading for heading in mapping.columns.values() if heading), may_have_more=True
    )
    desk = _Desk(mapping, remarks, rows={})
    reading = read_table(content, columns, complaints, desk.entry)
    is_staff = mapping.whom is Whom.STAFF
    roster = Roster(
        Source.TABLE,
        staff=reading.records if is_staff else (),
        pupils=() if is_staff else reading.records,
        is_complete=mapping.is_complete,
        has_lost_rows=has_lost_rows(reading.problems),
    )
    problems = (*reading.problems, *remarks.problems())
    return RosterReading(roster, tuple(sorted(problems, key=lambda problem: problem.row)))


def _faults(mapping: TableMapping) -> Sequence[str]:
    chosen = {column for column, heading in mapping.columns.items() if heading}
    by_account = {Field.ACCOUNT} if mapping.whom is Whom.PUPILS else set()
    faults = [] if chosen & {Field.NAME, Field.FAMILY_NAME} else [NO_NAME]
    return faults if chosen & ({Field.IDENTIFIER, Field.EMAIL} | by_account) else [*faults, UNFINDABLE]


@dataclass(slots=True)
class _Desk:
    """Where rows become entries, one after the other."""

    mapping: TableMapping
    remarks: Complaints
    rows: dict[str, int]

    def entry(self, row: Row) -> Entry:
        """Make an entry of a row. Raises RowError where it cannot be used."""
        row = self._by_field(row)
        given, family = self._names(row)
        accounts = self._accounts(row)
        entry = Entry(
            row=row.number,
            identifier=self._identifier(row, accounts),
            given_name=given,
            family_name=family,
            email=self._email(row),
            phone=text_in(row, Field.PHONE, "phone"),
            job=text_in(row, Field.JOB, "job"),
            year=text_in(row, Field.YEAR, "year"),
            accounts=accounts,
            standings=self._standings(row),
            since=day_in(row, Field.SINCE),
            until=day_in(row, Field.UNTIL),
        )
        self._check(entry)
        return entry

    def _check(self, entry: Entry) -> None:
        key = entry.identifier or entry.email.casefold()
        if not key:
            raise RowError("The row has neither a code nor an e-mail address. Fill one in.")
        if key in self.rows:
            raise RowError(f"The same person is in row {self.rows[key]} already, which counts.")
        if entry.since and entry.until and entry.until < entry.since:
            raise RowError("The last day is before the first.")
        self.rows[key] = entry.row

    def _by_field(self, row: Row) -> Row:
        """Name the cells by what they hold, so that no sentence repeats a heading of the file."""
        chosen = ((column, heading) for column, heading in self.mapping.columns.items() if heading)
        cells: dict[str, str] = {column: row[heading] for column, heading in chosen}
        return Row(row.number, cells)

    def _identifier(self, row: Row, accounts: tuple[str, ...]) -> str:
        """Return the code of a row; a pupil who has none is known by the account."""
        found = text_in(row, Field.IDENTIFIER, "identifier")
        is_pupil = self.mapping.whom is Whom.PUPILS
        return found or (accounts[0].casefold() if is_pupil and accounts else "")

    def _names(self, row: Row) -> tuple[str, str]:
        given = text_in(row, Field.GIVEN_NAME, "given name")
        family = text_in(row, Field.FAMILY_NAME, "family name")
        if not family:
            given_in_full, family = split_name(visible(row[Field.NAME]))
            given = given or given_in_full
        if not family and not given:
            raise RowError("The row has no name. Fill it in.")
        if len(given) > LONGEST["given name"] or len(family) > LONGEST["family name"]:
            raise RowError("The name is longer than 80 characters.")
        return given, family

    def _email(self, row: Row) -> str:
        email = row[Field.EMAIL]
        if not email or is_email(email):
            return email
        self.remarks.say(row.number, NO_EMAIL)
        return ""

    def _accounts(self, row: Row) -> tuple[str, ...]:
        found = [visible(word) for word in words_in(row[Field.ACCOUNT])]
        if any(len(account) > LONGEST["account"] for account in found):
            raise RowError(f"An account is longer than {LONGEST['account']} characters.")
        return tuple(dict.fromkeys(account for account in found if account_names(account)))

    def _standings(self, row: Row) -> frozenset[Standing]:
        if self.mapping.whom is Whom.PUPILS:
            return frozenset()
        words = words_in(row[Field.ROLE])
        found = [standing_of(word) for word in words]
        if None in found:
            self.remarks.say(row.number, UNKNOWN_STANDING)
        known = frozenset(standing for standing in found if standing is not None)
        return known or frozenset({self.mapping.standing})


def split_name(text: str) -> tuple[str, str]:
    """Split a full name in given and family name: "Wood, Bea" at the comma, "Bea Wood" at the last space."""
    family, comma, given = text.partition(",")
    if comma:
        return given.strip(), family.strip()
    given, _, family = text.rpartition(" ")
    return given.strip(), family.strip()

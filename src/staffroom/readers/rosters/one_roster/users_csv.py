"""Who is in a OneRoster zip?"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from staffroom.readers.rosters.one_roster.status import is_withdrawn
from staffroom.readers.rosters.problems import Complaints, Reading, RowError
from staffroom.readers.rosters.roster_reading import is_email, needed_text, text_in
from staffroom.readers.rosters.table import Columns, Row, read_table
from staffroom.records.rosters import Entry
from staffroom.rules.accounts import account_names

FILE = "users.csv"
COLUMNS = Columns(
    needed=("sourcedid", "givenname", "familyname"),
    others=(
        *("status", "role", "username", "email", "phone", "grades", "orgsourcedids", "primaryorgsourcedid"),
        *("preferredgivenname", "preferredfamilyname"),
    ),
    may_have_more=True,
)
NO_EMAIL = "The e-mail address cannot be one, and was left out. The rest of the row counts."


@dataclass(frozen=True, slots=True)
class User:
    """A row of users.csv: an entry that has no standing yet, and the role that 1.1 writes here."""

    entry: Entry
    role: str


def read_users(content: bytes) -> Reading[User]:
    """Read everybody; a person who is there twice counts as in the first row."""
    complaints = Complaints(FILE)
    rows: dict[str, int] = {}

    def user(row: Row) -> User:
        identifier = needed_text(row, "sourcedid", "identifier")
        if identifier in rows:
            raise RowError(f"The same sourcedId is in row {rows[identifier]} already, which counts.")
        made = User(_entry(row, identifier, lambda said: complaints.say(row.number, said)), row["role"])
        rows[identifier] = row.number
        return made

    return read_table(content, COLUMNS, complaints, user)


def _entry(row: Row, identifier: str, say: Callable[[str], None]) -> Entry:
    has_left = is_withdrawn(row)
    given, family = _name(row, "givenname", "given name"), _name(row, "familyname", "family name")
    if not (given or family) and not has_left:
        raise RowError("The row has no name. Fill in givenName and familyName.")
    return Entry(
        row=row.number,
        identifier=identifier,
        given_name=given,
        family_name=family,
        email=_email(row, say),
        phone=text_in(row, "phone", "phone"),
        year=text_in(row, "grades", "year"),
        accounts=_accounts(row),
        has_left=has_left,
        schools=schools_in(row["primaryorgsourcedid"] or row["orgsourcedids"]),
    )


def _name(row: Row, column: str, kind: str) -> str:
    """Return the name that somebody is known by, where the file has one."""
    return text_in(row, f"preferred{column}", kind) or text_in(row, column, kind)


def _email(row: Row, say: Callable[[str], None]) -> str:
    email = row["email"]
    if not email or is_email(email):
        return email
    say(NO_EMAIL)
    return ""


def _accounts(row: Row) -> tuple[str, ...]:
    account = text_in(row, "username", "account")
    return (account,) if account_names(account) else ()


def schools_in(cell: str) -> frozenset[str]:
    """Return the codes of the schools in a cell, which commas separate."""
    return frozenset(code.strip() for code in cell.split(",") if code.strip())

"""Which accounts are pupils', according to pupils.csv?"""

from __future__ import annotations

from collections.abc import Collection

from staffroom.readers.rosters.problems import Complaints, Reading, RowError
from staffroom.readers.rosters.table import Columns, Row, read_table
from staffroom.rules.accounts import account_names

FILE = "pupils.csv"
COLUMNS = Columns(needed=("account",))


def read_pupils(content: bytes, *, staff_accounts: Collection[str]) -> Reading[str]:
    """Read the accounts of pupils; `staff_accounts` are those of people.csv.

    An account that a member of staff has too stays: attribution names nobody by it.
    """
    complaints = Complaints(FILE)
    staff = {account_names(account)[:1] for account in staff_accounts}

    def account(row: Row) -> str:
        names = account_names(row.need("account"))
        if not names:
            raise RowError("The account is that of a machine or a service, not of a person.")
        if names[:1] in staff:
            complaints.say(row.number, "The account is in people.csv too, so nobody can be named by it.")
        return row["account"]

    return read_table(content, COLUMNS, complaints, account)

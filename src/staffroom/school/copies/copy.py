"""What is a copy of the office, and how is one made of whichever database there is?

In a backup, a copy stands for the database: a file of SQLite, or a tar file of tables of PostgreSQL.
"""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Final

from django.db import connection

from staffroom.school.copies import postgresql, sqlite

SQLITE_FILE: Final = "office.sqlite3"
TABLES_FILE: Final = "office.tables.tar"


class NotCopied(Exception):
    """The office cannot be copied or made again; the sentence says why."""


def copy_office(into: Path) -> dict[str, Path]:
    """Copy the office into a folder as it is at one moment, while others use it.

    Return the copy by the name that it has in a backup; nothing where the office has no tables yet.
    """
    if not connection.introspection.table_names():
        return {}
    if connection.vendor == "sqlite":
        return {SQLITE_FILE: sqlite.copy_database(into / SQLITE_FILE)}
    return {TABLES_FILE: postgresql.copy_tables(into / TABLES_FILE)}


def made_again(unpacked: Path) -> AbstractContextManager[None]:
    """Give the span in which the office is made again from an unpacked backup, whole or not at all.

    A copy of SQLite is in its place once the folder is. Raises NotCopied where the copy is of another
    database than the one that is set up, or that is in use.
    """
    if (unpacked / TABLES_FILE).exists():
        if connection.vendor != "postgresql":
            raise NotCopied(
                "The backup is of a school with PostgreSQL. Set DATABASE_URL to an empty database of it."
            )
        return postgresql.tables_made_again(unpacked / TABLES_FILE)
    if connection.vendor != "sqlite" and (unpacked / SQLITE_FILE).exists():
        raise NotCopied("The backup is of a school with SQLite. Restore it without DATABASE_URL.")
    return nullcontext()

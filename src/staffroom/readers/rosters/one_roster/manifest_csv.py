"""Does a OneRoster zip hold everybody, or only what has changed?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from staffroom.readers.rosters.problems import Complaints, Reading
from staffroom.readers.rosters.table import Columns, Row, read_table

FILE = "manifest.csv"
COLUMNS = Columns(needed=("propertyname", "value"), may_have_more=True)
BULK = "bulk"


@dataclass(frozen=True, slots=True)
class Property:
    """A line of the manifest, in lower case."""

    name: str
    value: str


def read_manifest(content: bytes) -> Reading[Property]:
    """Read the manifest."""
    return read_table(content, COLUMNS, Complaints(FILE), _property)


def says_complete(properties: Iterable[Property], file: str) -> bool:
    """Say whether a file of the zip holds everything ("bulk"), and not only what has changed ("delta")."""
    name = f"file.{file.removesuffix('.csv')}"
    return any(one.name == name and one.value == BULK for one in properties)


def _property(row: Row) -> Property:
    return Property(row["propertyname"].casefold(), row["value"].casefold())

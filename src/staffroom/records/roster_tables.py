"""What may a column of a school's own table hold, and who is in the table?"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from staffroom.records.people import Standing


class Field(StrEnum):
    """What a column of a table of people holds."""

    IDENTIFIER = "code"
    NAME = "full name"
    GIVEN_NAME = "given name"
    FAMILY_NAME = "family name"
    EMAIL = "e-mail"
    PHONE = "phone"
    JOB = "job"
    ROLE = "standing"
    ACCOUNT = "account"
    YEAR = "year"
    SINCE = "first day"
    UNTIL = "last day"


class Whom(StrEnum):
    """Who is in a table."""

    STAFF = "staff"
    PUPILS = "pupils"


@dataclass(frozen=True, slots=True)
class TableMapping:
    """Which column of a table holds what, by heading in lower case; who is in it, and in which standing.

    `standing` is for those about whom no column says it. `is_complete` is what whoever imports it says: that
    everybody is in it.
    """

    columns: dict[Field, str] = field(default_factory=dict)
    whom: Whom = Whom.STAFF
    standing: Standing = Standing.EMPLOYEE
    is_complete: bool = False

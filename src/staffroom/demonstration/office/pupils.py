"""How do the made pupils come into the office, so that their lines of a log are dropped?"""

from __future__ import annotations

import re

from staffroom.demonstration.office.office import Office, by
from staffroom.records.posts import Post
from staffroom.records.rosters import Entry, Roster, Source
from staffroom.school.people.actions.rosters import import_roster

SHAPE = re.compile(r"(\d\d)(\w)([a-z]+)\d*")


def import_pupils(office: Office) -> None:
    """Import the pupils as a table, as the administrator does."""
    pupils = tuple(_entry(row, account) for row, account in enumerate(office.school.pupils, start=1))
    roster = Roster(Source.TABLE, pupils=pupils)
    import_roster(by=by(office.holder(Post.ADMINISTRATOR)), at=office.moments.began, roster=roster)


def _entry(row: int, account: str) -> Entry:
    """Make a pupil of an account such as 21pkaur: the year of arrival, an initial and a family name."""
    found = SHAPE.fullmatch(account)
    year, initial, family = found.groups() if found else ("", "P", account)
    return Entry(
        row=row,
        identifier=f"P{row:04d}",
        given_name=initial.upper(),
        family_name=family.capitalize(),
        accounts=(account,),
        year=f"came in 20{year}" if year else "",
    )

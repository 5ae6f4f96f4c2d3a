"""What is known about people?"""

from staffroom.school.people.queries.absences import absences_between, is_away
from staffroom.school.people.queries.people import (
    held_on,
    holders,
    names_of,
    other_keepers,
    people_in_scope,
    school_name,
    viewer_of,
)
from staffroom.school.people.queries.records import calendar_record, register_record

__all__ = [
    "absences_between",
    "calendar_record",
    "held_on",
    "holders",
    "is_away",
    "names_of",
    "other_keepers",
    "people_in_scope",
    "register_record",
    "school_name",
    "viewer_of",
]

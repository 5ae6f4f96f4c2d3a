"""What can be done with people, their standings, posts, absences, hours and the calendar?"""

from staffroom.school.people.actions.absences import (
    begin_absence,
    come_back,
    end_absence,
    withdraw_absence,
)
from staffroom.school.people.actions.leaving import bring_back, end_access_of_leavers, leave
from staffroom.school.people.actions.people import (
    Particulars,
    add_account,
    add_person,
    change_person,
    remove_account,
)
from staffroom.school.people.actions.tenures import end_post, end_standing, give_post, give_standing

__all__ = [
    "Particulars",
    "add_account",
    "add_person",
    "begin_absence",
    "bring_back",
    "change_person",
    "come_back",
    "end_absence",
    "end_access_of_leavers",
    "end_post",
    "end_standing",
    "give_post",
    "give_standing",
    "leave",
    "remove_account",
    "withdraw_absence",
]

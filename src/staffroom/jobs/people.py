"""What does the clock do for people?"""

from __future__ import annotations

from typing import Final

from staffroom.jobs.rooms import call_room
from staffroom.school.people.actions import end_access_of_leavers
from staffroom.school.people.actions.pupil_roster import forget_pupils_who_left
from staffroom.school.people.actions.second_factors import seal_factors
from staffroom.school.people.actions.uploads import drop_old_uploads

MINUTELY: Final = (call_room("end access of leavers", end_access_of_leavers),)
HOURLY: Final = (
    call_room("forget uploaded files", drop_old_uploads),
    call_room("seal second factors", seal_factors),
)
DAILY: Final = (call_room("forget pupils who left", forget_pupils_who_left),)

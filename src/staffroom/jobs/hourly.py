"""What happens every hour?"""

from __future__ import annotations

from typing import Final

from staffroom.jobs.rooms import call_room
from staffroom.school.notices.actions.channels import forget_unconfirmed
from staffroom.school.people.actions.leaving import end_access_of_leavers
from staffroom.school.people.actions.uploads import drop_old_uploads

JOBS: Final = (
    call_room("end the access of leavers", end_access_of_leavers),
    call_room("forget unconfirmed addresses", forget_unconfirmed),
    call_room("forget uploaded files", drop_old_uploads),
)

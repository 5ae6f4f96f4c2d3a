"""What happens every hour?"""

from __future__ import annotations

from typing import Final

from staffroom.jobs.rooms import call_room
from staffroom.school.notices.actions.channels import forget_unconfirmed

JOBS: Final = (call_room("forget unconfirmed addresses", forget_unconfirmed),)

"""What is somebody about to post?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta


@dataclass(frozen=True, slots=True)
class Draft:
    """A text that is not posted yet, and what is known of the moment. Nothing of it is kept anywhere.

    `at` is the local time, None where it is not known; `since_last` says how long ago this person checked
    another draft; `for_school` says that it will be posted for a school purpose, from the school's account.
    """

    text: str
    at: datetime | None = None
    since_last: timedelta | None = None
    for_school: bool = False

"""What is done with people?"""

from __future__ import annotations

from enum import StrEnum


class Act(StrEnum):
    """The acts of this room, as the audit log names them."""

    ADDED = "people.person added"
    CHANGED = "people.person changed"
    LEFT = "people.person left"
    STANDING_GIVEN = "people.standing given"
    STANDING_ENDED = "people.standing ended"
    POST_GIVEN = "people.post given"
    POST_ENDED = "people.post ended"
    AWAY = "people.absence begun"
    BACK = "people.absence ended"
    SEEN = "people.person seen"
    LISTED = "people.people listed"
    INVITED = "people.invitation sent"
    INVITATION_WITHDRAWN = "people.invitation withdrawn"
    INVITATION_ACCEPTED = "people.invitation accepted"
    PROVIDER_ADDED = "people.provider added"
    PROVIDER_REMOVED = "people.provider removed"
    PROVIDER_LINKED = "people.provider linked"
    SCHOOL_DESCRIBED = "people.school described"
    SCHOOL_SET_UP = "people.school set up"

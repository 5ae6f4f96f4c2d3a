"""What is done with people?"""

from __future__ import annotations

from enum import StrEnum


class Act(StrEnum):
    """The acts of this room, as the audit log names them."""

    ADDED = "people.person added"
    CHANGED = "people.person changed"
    LEFT = "people.person left"
    BROUGHT_BACK = "people.person brought back"
    ACCESS_ENDED = "people.access ended"
    STANDING_GIVEN = "people.standing given"
    STANDING_ENDED = "people.standing ended"
    POST_GIVEN = "people.post given"
    POST_ENDED = "people.post ended"
    AWAY = "people.absence begun"
    BACK = "people.absence ended"
    ABSENCE_WITHDRAWN = "people.absence withdrawn"
    ACCOUNT_ADDED = "people.account added"
    ACCOUNT_REMOVED = "people.account removed"
    HOURS_SET = "people.hours set"
    HOURS_WITHDRAWN = "people.hours withdrawn"
    CALENDAR_ADDED = "people.calendar day added"
    CALENDAR_REMOVED = "people.calendar day removed"
    UPLOADED = "people.roster uploaded"
    UPLOAD_DROPPED = "people.roster given up"
    IMPORTED = "people.roster imported"
    SEEN = "people.person seen"
    LISTED = "people.people listed"
    PUPILS_SEEN = "people.pupils seen"
    INVITED = "people.invitation sent"
    INVITATION_WITHDRAWN = "people.invitation withdrawn"
    INVITATION_ACCEPTED = "people.invitation accepted"
    PROVIDER_ADDED = "people.provider added"
    PROVIDER_REMOVED = "people.provider removed"
    PROVIDER_LINKED = "people.provider linked"
    SCHOOL_DESCRIBED = "people.school described"
    SCHOOL_SET_UP = "people.school set up"
    PUPILS_FORGOTTEN = "people.pupils forgotten"
    ABSENCES_SEEN = "people.absences seen"

"""In which words does this part speak of outcomes, hours and settings?"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from staffroom.records.calendar import Hours
from staffroom.records.evidence import WINDOW_SECONDS, Outcome
from staffroom.records.remarks import RemarkKind
from staffroom.records.safeguards import Seat
from staffroom.rules.purpose import EVERY_SERVICE
from staffroom.school.monitoring.actions.settings import Setting
from staffroom.school.monitoring.models import RemarkState
from staffroom.school.monitoring.queries.record import catalogue_record

OUTCOMES = {
    Outcome.VISIT: _("Visit"),
    Outcome.AMBIGUOUS: _("Unclear"),
    Outcome.EMBEDDED: _("Part of another page"),
    Outcome.BACKGROUND: _("App by itself"),
    Outcome.BLOCKED: _("Refused"),
    Outcome.LOOKED_UP: _("Looked up"),
}
HOURS = {
    Hours.WORKING: _("working hours"),
    Hours.BREAK: _("a break"),
    Hours.OUTSIDE: _("outside your hours"),
    Hours.CLOSED: _("a day on which the school is closed"),
}
REMARKS = {
    RemarkKind.PURPOSE: _("That was for school purposes"),
    RemarkKind.CHALLENGE: _("This is wrong"),
}
ANSWERS = {
    RemarkState.WAITING: _("Waiting for an answer"),
    RemarkState.ACCEPTED: _("Found right"),
    RemarkState.DECLINED: _("Not found right"),
}
SETTINGS = {
    Setting.KEEP_DAYS: (_("Days for which evidence is kept"), _("After these days it is deleted.")),
    Setting.SMALLEST_COHORT: (
        _("Fewest people behind a number that is shown"),
        _("A number with fewer people behind it is hidden."),
    ),
    Setting.PUBLISH_AFTER_DAYS: (
        _("Days from a week's end until its counts are made"),
        _("Until then people can say what was for school purposes."),
    ),
    Setting.ANSWER_DAYS: (_("Days in which remarks and requests are answered"), ""),
    Setting.DROP_UNKNOWN_ACCOUNTS: (
        _("Lines of accounts that are on no list: 1 to leave them out, 0 to keep them as nobody's"),
        _("Choose 1 where pupils are not on a list and not on a network of their own."),
    ),
    Setting.GRACE_DAYS: (
        _("Days after an overdue review until nothing is read"),
        _("Every page says meanwhile that the review is overdue."),
    ),
}
SEATS = {
    Seat.LEADERSHIP: _("From the senior leadership"),
    Seat.SAFEGUARDING: _("Designated safeguarding lead"),
    Seat.NETWORK: _("Network and systems"),
    Seat.GOVERNOR: _("Governor"),
}


def quarter_of(window: int) -> datetime:
    """Return the local time of a window, to the quarter of an hour."""
    return timezone.localtime(datetime.fromtimestamp(window * WINDOW_SECONDS // 900 * 900, UTC))


def titles() -> Callable[[str], str]:
    """Return what says of the id of a service what people call it; the catalogue is looked at once."""
    known = catalogue_record().services
    every = str(_("Every service"))

    def title_of(service: str) -> str:
        if service == EVERY_SERVICE:
            return every
        return known[service].title if service in known else service

    return title_of

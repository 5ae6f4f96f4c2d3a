"""In which words are states, answers and groups said?"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from staffroom.records.people import Standing
from staffroom.records.versions import Answer, VersionState
from staffroom.school.policies.models import PENDING
from staffroom.school.policies.queries.campaigns import OVERDUE

STATES: Final[dict[str, Promise | str]] = {
    Answer.ACCEPTED.value: _("Accepted"),
    Answer.ON_PAPER.value: _("Accepted on paper"),
    Answer.QUESTIONS.value: _("Has questions"),
    Answer.DECLINED.value: _("Declined"),
    Answer.EXEMPT.value: _("Exempt"),
    PENDING: _("Not answered yet"),
    OVERDUE: _("Past the day"),
}
GROUPS: Final[dict[str, Promise | str]] = {
    Standing.EMPLOYEE.value: _("Employees"),
    Standing.GOVERNOR.value: _("Governors"),
    Standing.TRUSTEE.value: _("Trustees"),
    Standing.DIRECTOR.value: _("Directors"),
    Standing.VOLUNTEER.value: _("Volunteers"),
    Standing.AGENCY.value: _("Agency workers"),
}
VERSION_STATES: Final[dict[str, tuple[Promise | str, str]]] = {
    VersionState.DRAFT.value: (_("Draft"), "govuk-tag--grey"),
    VersionState.CONSULTATION.value: (_("In consultation"), "govuk-tag--purple"),
    VersionState.APPROVAL.value: (_("Waits for approval"), "govuk-tag--yellow"),
    VersionState.APPROVED.value: (_("Approved"), "govuk-tag--blue"),
    VersionState.IN_FORCE.value: (_("In force"), "govuk-tag--green"),
    VersionState.SUPERSEDED.value: (_("Superseded"), "govuk-tag--grey"),
    VersionState.WITHDRAWN.value: (_("Withdrawn"), "govuk-tag--grey"),
}


def say_groups(groups: Iterable[str]) -> str:
    """Name the groups of a row, several with commas."""
    return ", ".join(str(GROUPS.get(one, _("Others"))) for one in groups)

"""How is it written down that somebody looked at what is another person's?"""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from staffroom.records.actors import Actor
from staffroom.school.audit.actions import About, record
from staffroom.school.policies.acts import Act
from staffroom.school.policies.models import Acknowledgement, Campaign


@transaction.atomic
def look_at_names(*, by: Actor, at: datetime, campaign: Campaign) -> None:
    """Write down that somebody looked at who has answered and who has not."""
    record(by=by, at=at, act=Act.PENDING_SEEN, about=About("campaign", campaign.ref), clause="CON-1")


@transaction.atomic
def look_at_answer(*, by: Actor, at: datetime, answer: Acknowledgement) -> None:
    """Write down that somebody looked at another person's acknowledgement or its scan."""
    if by.ref != answer.person.ref:
        record(by=by, at=at, act=Act.SCAN_SEEN, about=About("acknowledgement", answer.ref), clause="CON-1")

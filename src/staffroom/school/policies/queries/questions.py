"""Which questions about policies wait for a reply, and what was replied?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, QuerySet

from staffroom.records.versions import Answer
from staffroom.school.people.models import Person
from staffroom.school.policies.models import Acknowledgement, Asked, Campaign

MOST_QUESTIONS = 100  # on one page
ASKS = Answer.QUESTIONS.value


@dataclass(frozen=True, slots=True)
class Waiting:
    """How many questions about a policy wait in one campaign."""

    campaign: str
    title: str
    count: int


def open_questions(campaign: Campaign, *, but: Person | None = None) -> Sequence[Acknowledgement]:
    """Return the questions of a campaign that wait for a reply, the oldest first; `but` for one's own."""
    found = _open().filter(asked__campaign=campaign).exclude(person=but)
    return list(found.order_by("id")[:MOST_QUESTIONS])


def questions_waiting(person: Person, *, keeps_policy: bool) -> Sequence[Waiting]:
    """Return what waits for a person's reply: of all policies for who keeps them, else of those they own."""
    found = _open().exclude(person=person)
    if not keeps_policy:
        found = found.filter(asked__campaign__version__policy__owner=person)
    by_campaign = found.order_by("asked__campaign").values_list(
        "asked__campaign__ref", "asked__campaign__version__policy__title"
    )
    return [Waiting(*row) for row in by_campaign.annotate(n=Count("id"))]


def questions_of(asked: Asked) -> Sequence[Acknowledgement]:
    """Return what somebody has asked about a policy, with the replies, the oldest first."""
    found = Acknowledgement.objects.filter(asked=asked, answer=ASKS).select_related("reply__person")
    return list(found.order_by("id")[:MOST_QUESTIONS])


def find_question(ref: str) -> Acknowledgement | None:
    """Return the question of a reference, with who asked and about which policy."""
    joined = Acknowledgement.objects.select_related("person", "asked__campaign__version__policy")
    return joined.filter(ref=ref, answer=ASKS).first()


def is_open(question: Acknowledgement) -> bool:
    """Say whether a question waits for a reply: not once who asked has decided, or the asking has ended."""
    return _open().filter(pk=question.pk).exists()


def _open() -> QuerySet[Acknowledgement]:
    return Acknowledgement.objects.filter(
        answer=ASKS, reply__isnull=True, asked__state=ASKS, asked__campaign__ended_at__isnull=True
    )

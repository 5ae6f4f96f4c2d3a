"""What waits to be read by somebody, and what have they answered?"""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import Exists, OuterRef

from staffroom.records.versions import Answer
from staffroom.school.people.models import Person
from staffroom.school.policies.models import PENDING, Acknowledgement, Asked, Version

MOST_ANSWERS = 100
WAITS = (PENDING, Answer.QUESTIONS.value)


def waiting_for(person: Person) -> Sequence[Asked]:
    """Return what waits for somebody's answer, the earliest due first; `is_replied` where they asked."""
    open_ones = Acknowledgement.objects.filter(
        asked=OuterRef("pk"), answer=Answer.QUESTIONS.value, reply__isnull=True
    )
    waiting = Asked.objects.filter(person=person, campaign__ended_at__isnull=True, state__in=WAITS)
    known = waiting.annotate(has_reply=~Exists(open_ones))
    found = list(known.select_related("campaign__version__policy").order_by("due", "id"))
    for one in found:
        one.is_replied = one.has_reply
    return found


def asked_about(version: Version, person: Person | None) -> Asked | None:
    """Return that somebody is asked about a version now; None where they are not."""
    if person is None:
        return None
    asked = Asked.objects.filter(person=person, campaign__version=version, campaign__ended_at__isnull=True)
    return asked.select_related("campaign").first()


def answers_of(person: Person) -> Sequence[Acknowledgement]:
    """Return what somebody has answered, and what was recorded of them, the newest first."""
    answers = Acknowledgement.objects.filter(person=person)
    joined = answers.select_related("asked__campaign__version__policy", "recorded_by", "reply")
    return list(joined[:MOST_ANSWERS])


def find_answer(ref: str) -> Acknowledgement | None:
    """Return the acknowledgement of a reference, with all that is signed of it."""
    joined = Acknowledgement.objects.select_related(
        "person", "recorded_by", "asked__campaign__version__policy"
    )
    return joined.filter(ref=ref).first()

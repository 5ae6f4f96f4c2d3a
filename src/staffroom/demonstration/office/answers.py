"""How have the made people answered when they were asked to read the policy?"""

from __future__ import annotations

from datetime import datetime, timedelta
from random import Random
from typing import Final

from staffroom.demonstration.chance import begin
from staffroom.demonstration.office.office import MAKER, Office, by
from staffroom.records.versions import Answer
from staffroom.school.policies.actions.answering import acknowledge
from staffroom.school.policies.actions.reminding import remind
from staffroom.school.policies.models import Asked, Version

PENDING: Final = 0.12  # of those whose answer is not written below
WAITS_FOR: Final = ("teacher", "volunteer")
QUESTION: Final = (
    "agency teacher",
    "I work at three schools. Does the rule about friends hold for pupils whom I taught elsewhere?",
)
DECLINED: Final = (
    "lunchtime supervisor",
    "I do not want to sign anything on a screen. I have no social networks and will talk to the office.",
)


def answer_the_first(office: Office, version: Version) -> None:
    """Let everybody have accepted the older version."""
    at = office.moments.before_policy(205)
    for asked in _asked(version):
        _answer(asked, at, Answer.ACCEPTED)


def remind_everybody(office: Office) -> None:
    """Tell everybody that they are asked."""
    remind(by=MAKER, at=office.moments.before_policy(0, 10))


def answer_the_second(office: Office, version: Version) -> None:
    """Let most have accepted, a few not have answered, one have a question, and one have declined."""
    chance = begin(office.school.seed, "answers")
    waiting = {office.busiest(job).pk for job in WAITS_FOR}
    special = {
        office.busiest(QUESTION[0]).pk: (Answer.QUESTIONS, QUESTION[1]),
        office.busiest(DECLINED[0]).pk: (Answer.DECLINED, DECLINED[1]),
    }
    for asked in _asked(version):
        at, is_pending = _moment(office, chance), chance.random() < PENDING
        if asked.person_id in special:
            answer, reason = special[asked.person_id]
            _answer(asked, at, answer, reason)
        elif asked.person_id not in waiting and (not is_pending or asked.person.posts.exists()):
            _answer(asked, at, Answer.ACCEPTED)


def _moment(office: Office, chance: Random) -> datetime:
    moments = office.moments
    open_for = moments.told_at - moments.before_policy(0, 10)
    return moments.told_at - timedelta(seconds=int(open_for.total_seconds() * chance.random()))


def _asked(version: Version) -> list[Asked]:
    asked = Asked.objects.filter(campaign__version=version, person__until=None)
    return list(asked.select_related("person", "campaign__version").order_by("person__identifier"))


def _answer(asked: Asked, at: datetime, answer: Answer, reason: str = "") -> None:
    acknowledge(
        by=by(asked.person), at=at, asked=asked, answer=answer, reason=reason,
        text_hash=asked.campaign.version.text_hash,
    )  # fmt: skip

"""Who is told each week that a policy's review is due or overdue?"""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from staffroom.records.actors import Actor
from staffroom.records.posts import Post
from staffroom.records.versions import VersionState
from staffroom.rules.review import judge_review, notice_key
from staffroom.school.audit.actions import About, record
from staffroom.school.notices.actions import send
from staffroom.school.people.models import Person
from staffroom.school.people.queries import holders
from staffroom.school.policies.acts import Act
from staffroom.school.policies.addresses import of_policy
from staffroom.school.policies.models import Policy, Version
from staffroom.school.policies.states import day_of
from staffroom.school.policies.texts import say_date


def remind_of_reviews(*, by: Actor, at: datetime) -> int:
    """Tell the owner of each policy in force how its review stands; return how many notices. For the clock.

    Once a week while a review is overdue or has no date, once when it falls due within a term.
    """
    day, written = day_of(at), 0
    for version in Version.objects.filter(state=VersionState.IN_FORCE.value).select_related("policy__owner"):
        key = notice_key(version.review_last_day, day)
        if key:
            with transaction.atomic():
                written += _tell(by, at, version, key)
    return written


def _tell(by: Actor, at: datetime, version: Version, key: str) -> int:
    written = 0
    for person in _owners(version.policy, day_of(at)):
        notice = send(
            by=by,
            at=at,
            to=person,
            kind="policy review",
            subject=_("Review of a policy: %(title)s") % {"title": version.policy.title},
            body=_say(version, day_of(at)),
            link=of_policy(version.policy),
            once=f"review {version.ref} {key}",
        )
        written += notice is not None
    if written:
        record(by=by, at=at, act=Act.OWNER_REMINDED, about=About("version", version.ref), clause="GEN-4")
    return written


def _owners(policy: Policy, day: date) -> list[Person]:
    """Return the owner while they are at the school; else those who keep policies, else the Headteacher."""
    owner = policy.owner
    if owner is not None and (owner.until is None or owner.until >= day):
        return [owner]
    return holders(Post.POLICY_OWNER, on=day) or holders(Post.HEADTEACHER, on=day)


def _say(version: Version, day: date) -> str:
    if version.review_last_day is None:
        return _("This policy has no date for its next review. Start a new draft, and give it one.")
    written = say_date(version.review_by)
    if judge_review(version.review_last_day, day).is_overdue:
        said = _("The review of this policy is overdue since %(date)s. Until it is approved again, every "
                 "page says so.")  # fmt: skip
    else:
        said = _("The review of this policy is due: %(date)s. Consultation and approval take some weeks.")
    return said % {"date": written}

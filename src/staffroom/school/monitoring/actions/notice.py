"""How are people told what is recorded, and how is it known that they were?"""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from staffroom.policy.keeping import keeps
from staffroom.records.actors import Actor
from staffroom.rules.monitoring_notice import digest
from staffroom.school.audit.actions import About, record
from staffroom.school.monitoring.acts import Act
from staffroom.school.monitoring.models import NoticeSeen, NoticeVersion
from staffroom.school.monitoring.queries.notice import latest_notice, notice_now
from staffroom.school.monitoring.queries.safeguards import acting_person, was_ever_on
from staffroom.school.monitoring.refusals import NotAccepted
from staffroom.school.notices.actions import send
from staffroom.school.people.queries import people_in_scope

ADDRESS = "/monitoring/notice/"


@keeps("MON-1")
@transaction.atomic
def publish_notice(*, by: Actor, at: datetime) -> NoticeVersion | None:
    """Publish the notice where it says something else than the one that people were shown; else None.

    Nothing is published before monitoring is first switched on.
    """
    if not was_ever_on():
        return None
    sections = notice_now()
    latest = latest_notice()
    if latest is not None and latest.digest == digest(sections):
        return None
    version = NoticeVersion.objects.create(
        digest=digest(sections), sections=[asdict(one) for one in sections], published_at=at
    )
    about = About("notice", version.digest[:40])
    record(by=by, at=at, act=Act.NOTICE_PUBLISHED, about=about, clause="MON-1")
    return version


@keeps("MON-1")
@transaction.atomic
def mark_notice_read(*, by: Actor, at: datetime, shown: str) -> NoticeSeen:
    """Write down that a person has read the notice. `shown` is the digest of the text that they saw.

    Raises NotAccepted where the notice was changed since.
    """
    latest = latest_notice()
    if latest is None or latest.digest != shown:
        raise NotAccepted("The notice was changed while you read it. Please read it once more.")
    seen, is_new = NoticeSeen.objects.get_or_create(
        person=acting_person(by), version=latest, defaults={"seen_at": at}
    )
    if is_new:
        about = About("notice", latest.digest[:40])
        record(by=by, at=at, act=Act.NOTICE_READ, about=about, clause="MON-1")
    return seen


@keeps("MON-1")
def tell_of_notice(*, by: Actor, at: datetime) -> int:
    """Bring the notice up to date, and write to everybody in scope who was not written to about it yet.

    Returns how many were written to. The clock calls this every night; each notice stands by itself.
    """
    publish_notice(by=by, at=at)
    latest = latest_notice()
    if latest is None:
        return 0
    told = NoticeSeen.objects.filter(version=latest).values("person")
    people = people_in_scope(on=timezone.localdate(at)).exclude(pk__in=told)
    sent = [
        send(
            by=by,
            at=at,
            to=person,
            kind="monitoring notice",
            subject=_("How the school's network is looked at has changed"),
            body=_("Please read what is recorded, for how long, and who may see it."),
            link=ADDRESS,
            once=f"monitoring notice {latest.pk}",
        )
        for person in people
    ]
    return sum(one is not None for one in sent)

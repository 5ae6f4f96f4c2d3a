"""How are people asked to read and acknowledge a version?"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date, datetime, timedelta

from django.db import transaction

from staffroom.policy.clause import Binds
from staffroom.policy.keeping import keeps
from staffroom.records.actors import Actor
from staffroom.records.versions import VersionState
from staffroom.rules.academic_year import academic_year
from staffroom.rules.acknowledging import due_for_joiner, must_read
from staffroom.rules.group_counts import group_of
from staffroom.school.audit.actions import About, record
from staffroom.school.policies.acts import Act
from staffroom.school.policies.models import PENDING, Asked, Campaign, Cause, Version
from staffroom.school.policies.queries.readers import Bound, not_asked, people_bound, readers
from staffroom.school.policies.refusals import NotDone
from staffroom.school.policies.states import day_of

BATCH = 1_000


@transaction.atomic
def begin_campaign(
    *,
    by: Actor,
    at: datetime,
    version: Version,
    cause: Cause,
    changed: Collection[Binds] | None = None,
) -> Campaign:
    """Ask everybody who must read a version. `changed` is whom its material changes bind, None: all of it."""
    day, policy = day_of(at), version.policy
    year = academic_year(day)
    due = day + timedelta(days=policy.days_to_read)
    campaign = Campaign.objects.create(version=version, year=year, cause=cause, begun_at=at, due=due)
    record(by=by, at=at, act=Act.CAMPAIGN_BEGUN, about=About("campaign", campaign.ref), clause="GEN-9")
    found = readers(people_bound(on=day), policy, year, on=day)
    _ask(by, at, campaign, [one for one in found if must_read(one.reader, changed).allowed], due)
    return campaign


@transaction.atomic
def end_campaigns(*, by: Actor, at: datetime, version: Version) -> None:
    """End the asking of a version; what was answered stays."""
    for campaign in version.campaigns.filter(ended_at__isnull=True):
        campaign.ended_at = at
        campaign.save(update_fields=["ended_at"])
        campaign.asked.filter(remind_on__isnull=False).update(remind_on=None)
        record(by=by, at=at, act=Act.CAMPAIGN_ENDED, about=About("campaign", campaign.ref))


@keeps("GEN-9")
def begin_year(*, by: Actor, at: datetime) -> int:
    """Ask for every version in force anew from 1 September; return for how many. For the clock."""
    year = academic_year(day_of(at))
    waiting = Version.objects.filter(state=VersionState.IN_FORCE.value).exclude(campaigns__year=year)
    begun = 0
    for version in waiting.select_related("policy"):
        with transaction.atomic():
            end_campaigns(by=by, at=at, version=version)
            begin_campaign(by=by, at=at, version=version, cause=Cause.YEARLY)
            begun += 1
    return begun


def ask_joiners(*, by: Actor, at: datetime) -> int:
    """Ask those who have joined since a campaign began; return how many. For the clock."""
    day, year = day_of(at), academic_year(day_of(at))
    open_now = Campaign.objects.filter(
        ended_at__isnull=True, year=year, version__state=VersionState.IN_FORCE.value
    )
    asked = 0
    for campaign in open_now.select_related("version__policy"):
        with transaction.atomic():
            policy = campaign.version.policy
            new = readers(not_asked(policy, year, on=day), policy, year, on=day)
            asked += _ask(by, at, campaign, new, due_for_joiner(campaign.due, day))
    return asked


@transaction.atomic
def ask_again(*, by: Actor, at: datetime, asked: Asked) -> None:
    """Ask a person again who was exempt, declined or accepted by mistake; what was answered stays."""
    if asked.campaign.ended_at is not None:
        raise NotDone(["This asking has ended. The next one asks everybody again."])
    day = day_of(at)
    asked.state, asked.asked_on, asked.remind_on = PENDING, day, day
    asked.due = due_for_joiner(asked.due, day)
    asked.save()
    record(by=by, at=at, act=Act.ASKED_AGAIN, about=About("person", asked.person.ref), clause="GEN-9")


def _ask(by: Actor, at: datetime, campaign: Campaign, people: Iterable[Bound], due: date) -> int:
    """Write down that people are asked; the clock sends the notices, a few at a time."""
    day = day_of(at)
    rows = [
        Asked(
            campaign=campaign,
            person_id=one.pk,
            group=group_of(one.reader.viewer.standings),
            asked_on=day,
            due=due,
            remind_on=day,
        )
        for one in people
    ]
    Asked.objects.bulk_create(rows, batch_size=BATCH)
    if rows:
        about = About("campaign", campaign.ref)
        record(by=by, at=at, act=Act.ASKED, about=about, clause="GEN-9", figures={"people": len(rows)})
    return len(rows)

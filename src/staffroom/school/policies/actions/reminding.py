"""Who is reminded of what, and when is their line told?"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from staffroom.records.actors import Actor
from staffroom.records.posts import Post
from staffroom.rules.reminding import Reminder, Stage, latest_reminder, next_day
from staffroom.school.notices.actions import send
from staffroom.school.people.models import Person
from staffroom.school.people.queries import held_on, holders
from staffroom.school.policies.addresses import of_campaign, of_reading
from staffroom.school.policies.models import PENDING, Asked, Campaign
from staffroom.school.policies.states import day_of

BATCH = 100


def remind(*, by: Actor, at: datetime, most: int = 1_000) -> int:
    """Send the reminders whose day has come, at most so many at a time; return how many. For the clock.

    Doing it twice sends nothing twice: each reminder has its own key, and a person's next day is written
    down in the same transaction.
    """
    sent = 0
    while sent < most and (some := _waiting(day_of(at), min(BATCH, most - sent))):
        with transaction.atomic():
            for asked in some:
                _remind_one(by, at, asked)
        sent += len(some)
    tell_line(by=by, at=at)
    return sent


def tell_line(*, by: Actor, at: datetime) -> None:
    """Tell the owner and the Headteacher each week, after the day, how many have not answered: never who."""
    day = day_of(at)
    over = Campaign.objects.filter(ended_at__isnull=True, due__lt=day).select_related(
        "version__policy__owner"
    )
    for campaign in over:
        late = campaign.asked.filter(held_on(day, "person__"), state=PENDING, due__lt=day).count()
        if late:
            with transaction.atomic():
                _tell_line(by, at, campaign, late)


def _waiting(day: date, most: int) -> Sequence[Asked]:
    found = Asked.objects.filter(held_on(day, "person__"), remind_on__lte=day)
    return list(
        found.select_related("person", "campaign__version__policy").order_by("remind_on", "id")[:most]
    )


def _remind_one(by: Actor, at: datetime, asked: Asked) -> None:
    day = day_of(at)
    reminder = latest_reminder(asked.asked_on, asked.due, day)
    if reminder is not None:
        version = asked.campaign.version
        send(
            by=by,
            at=at,
            to=asked.person,
            kind="policy reminder",
            subject=_("Please read and answer: %(title)s") % {"title": version.policy.title},
            body=_say(reminder, asked.due),
            link=of_reading(version),
            once=f"{asked.ref} {asked.asked_on} {reminder.key}",
        )
    asked.remind_on = next_day(asked.asked_on, asked.due, day)
    asked.save(update_fields=["remind_on"])


def _say(reminder: Reminder, due: date) -> str:
    """Say in a sentence or two what is asked, and by when."""
    day = f"{due.day} {due:%B %Y}"
    if reminder.stage is Stage.START:
        said = _(
            "The school asks you to read this policy and to answer by %(day)s. It takes about ten minutes."
        )
    elif reminder.stage is Stage.ON_THE_DAY:
        said = _("Today, %(day)s, is the day by which the school asks you to answer.")
    elif reminder.stage is Stage.OVERDUE:
        said = _("The school asked you to answer by %(day)s. It still needs your answer.")
    else:
        said = _("The school asks you to answer by %(day)s.")
    return said % {"day": day} + " " + _("You can accept it, ask a question, or decline with a reason.")


def _tell_line(by: Actor, at: datetime, campaign: Campaign, late: int) -> None:
    weeks = (day_of(at) - campaign.due).days // 7
    said = ngettext(
        "%(late)d person has not answered yet for “%(title)s”.",
        "%(late)d people have not answered yet for “%(title)s”.",
        late,
    )
    for person in _line(campaign, day_of(at)):
        send(
            by=by,
            at=at,
            to=person,
            kind="policy overdue",
            subject=_("Answers to a policy are missing"),
            body=said % {"late": late, "title": campaign.version.policy.title},
            link=of_campaign(campaign),
            once=f"{campaign.ref} late {weeks}",
        )


def _line(campaign: Campaign, day: date) -> list[Person]:
    owner = campaign.version.policy.owner
    people = [*holders(Post.HEADTEACHER, on=day), *([owner] if owner else [])]
    return list({person.pk: person for person in people}.values())

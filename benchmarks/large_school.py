"""A large made school: 10,000 people and five years of what a school writes.

The rows are those that the office itself would have written, put in by thousands; policies, campaigns and the
switch go through the office's own actions where these take no longer. Nobody in it is anybody. Run with
STAFFROOM_HOME and, for PostgreSQL, DATABASE_URL; evidence and the weeks that were worked out of it are kept
in the folder and used for both databases.
"""

from __future__ import annotations

import json
import os
import random
import sys
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from itertools import islice
from pathlib import Path
from typing import Any, Final

PEOPLE: Final = 10_000
CLIENTS: Final = 50
YEARS: Final = 5
NOTICES_EACH: Final = 20
ACTS_EACH: Final = 20
WEEKS_PUBLISHED: Final = 54  # of the latest: pages show 53 at most
PUBLISHED: Final = "published.json"
TITLE: Final = "Social networking policy"


def main() -> None:
    """Fill an empty, migrated database, and write who the clients are."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "staffroom.config.settings")
    import django

    django.setup()
    from django.utils import timezone

    fill(timezone.now())


def fill(at: datetime) -> None:
    """Make the school as it is at a time; what is there already stays, so that it can be gone on with."""
    from django.db import transaction

    from staffroom.school.monitoring.models import PublishedWeek
    from staffroom.school.people.models import Person

    if not Person.objects.exists():
        with transaction.atomic():
            make_records(at)
    if not PublishedWeek.objects.exists():
        make_weeks(at, list(Person.objects.order_by("pk")))


def make_records(at: datetime) -> None:
    """Make the records of the people, and what was written to and about them."""
    people = make_people(at)
    by = make_leaders(at, people)
    make_policy(at, by, people)
    make_monitoring(at, people)
    make_notices(at, people)
    make_audit(at, people)


def make_people(at: datetime) -> list[Any]:
    """Make people with standings and sign-ins; their references come from a seed."""
    from staffroom.records.people import Standing
    from staffroom.school.people.models import Person, School, StandingHeld, User
    from staffroom.school.people.references import LENGTH, LETTERS

    School.objects.create(pk=1, name="Long Lane Schools", set_up_at=at, keep_days=366 * YEARS)
    chance = random.Random(1)
    since = at.date() - timedelta(days=366 * YEARS)
    people = Person.objects.bulk_create(
        (
            Person(
                ref="".join(chance.choices(LETTERS, k=LENGTH)),
                given_name=f"Given{number}",
                family_name=f"Family{chance.randrange(2_000)}",
                email=f"person{number}@longlane.example",
                job="Teacher" if number % 2 else "Teaching assistant",
                since=since,
            )
            for number in range(PEOPLE)
        ),
        batch_size=500,
    )
    standings = (Standing.EMPLOYEE,) * 8 + (Standing.VOLUNTEER, Standing.GOVERNOR)
    StandingHeld.objects.bulk_create(
        (
            StandingHeld(person=one, standing=standings[place % 10].value, since=since)
            for place, one in enumerate(people)
        ),
        batch_size=500,
    )
    User.objects.bulk_create(
        (User(email=one.email, person=one, password="!", joined_at=at) for one in people), batch_size=500
    )
    return people


def make_leaders(at: datetime, people: Sequence[Any]) -> Any:
    """Give the first of the people their posts, and return the Headteacher as an actor.

    The clients hold the posts that open every page that is measured, and so the longest lists of tasks.
    """
    from staffroom.records.actors import person
    from staffroom.records.posts import Post
    from staffroom.school.people.models import PostHeld

    singles = [post for post in Post if post not in (Post.DEPUTY, Post.ADMINISTRATOR)]
    held = [(people[CLIENTS + place], post) for place, post in enumerate(singles)]
    held += [(one, post) for one in people[:CLIENTS] for post in (Post.DEPUTY, Post.ADMINISTRATOR)]
    since = people[0].since
    PostHeld.objects.bulk_create(PostHeld(person=one, post=post.value, since=since) for one, post in held)
    return person(people[CLIENTS].ref)


def make_policy(at: datetime, by: Any, people: Sequence[Any]) -> None:
    """Make a policy with a version a year, each asked of everybody and answered by nearly all."""
    from staffroom.records.versions import VersionState
    from staffroom.school.policies.actions.drafting import draft_from_template, draft_from_version
    from staffroom.school.policies.actions.policies import add_policy
    from staffroom.school.policies.models import Policy, Version

    policy = add_policy(by=by, at=at, title=TITLE)
    Policy.objects.filter(pk=policy.pk).update(owner=people[CLIENTS], governor=people[CLIENTS + 1])
    before = None
    for past in reversed(range(YEARS)):
        made_at = at - timedelta(days=365 * past + 10)
        if before is None:
            version = draft_from_template(by=by, at=made_at, policy=policy)
        else:
            version = draft_from_version(by=by, at=made_at, version=before)
            ended = {"state": VersionState.SUPERSEDED.value, "ended_at": made_at}
            Version.objects.filter(pk=before.pk).update(**ended)
        Version.objects.filter(pk=version.pk).update(
            state=VersionState.IN_FORCE.value,
            in_force_at=made_at,
            number=str(YEARS - past),
            review_last_day=made_at.date() + timedelta(days=365),
        )
        version.refresh_from_db()
        _ask(made_at, version, people, is_open=past == 0)
        before = version


def _ask(at: datetime, version: Any, people: Sequence[Any], *, is_open: bool) -> None:
    """Ask everybody, and write the answers; of an asking that is open, a fifth is still to come."""
    from staffroom.records.versions import Answer
    from staffroom.school.policies.models import PENDING, Asked, Campaign, Cause

    due = at.date() + timedelta(days=28)
    campaign = Campaign.objects.create(
        version=version, year=at.year, cause=Cause.YEARLY, begun_at=at, due=due,
        ended_at=None if is_open else at + timedelta(days=355),
    )  # fmt: skip
    waits = {place for place in range(len(people)) if is_open and place % 5 == 0}
    asked = Asked.objects.bulk_create(
        (
            Asked(
                campaign=campaign, person=one, group="employee", asked_on=at.date(), due=due,
                state=PENDING if place in waits else Answer.ACCEPTED.value,
                remind_on=due - timedelta(days=1) if place in waits else None,
            )
            for place, one in enumerate(people)
        ),
        batch_size=500,
    )  # fmt: skip
    _answer(at, version, [one for place, one in enumerate(asked) if place not in waits])


def _answer(at: datetime, version: Any, asked: Sequence[Any]) -> None:
    from staffroom.records.versions import Answer
    from staffroom.school.policies.models import Acknowledgement
    from staffroom.school.policies.signing import sign_answer

    answers = [
        Acknowledgement(
            asked=one, person=one.person, answer=Answer.ACCEPTED.value, text_hash=version.text_hash,
            bundle=["made"], at=at + timedelta(minutes=place),
        )
        for place, one in enumerate(asked)
    ]  # fmt: skip
    for one in answers:
        sign_answer(one)
    Acknowledgement.objects.bulk_create(answers, batch_size=500)


def make_monitoring(at: datetime, people: Sequence[Any]) -> None:
    """Put on record what monitoring needs, switch it on, and have everybody read the notice."""
    from staffroom.records.actors import person
    from staffroom.records.posts import Post
    from staffroom.records.safeguards import Seat, Subject
    from staffroom.school.monitoring.actions.reviews import plan_review
    from staffroom.school.monitoring.actions.statements import finish_statement
    from staffroom.school.monitoring.actions.switching import ask_to_switch, confirm_switch
    from staffroom.school.monitoring.models import NoticeSeen
    from staffroom.school.monitoring.queries.notice import latest_notice
    from staffroom.school.people.queries import holders

    day = at.date()
    posts = (Post.LEADERSHIP, Post.SAFEGUARDING_LEAD, Post.NETWORK, Post.CHAIR)
    seats = dict(zip(Seat, (holders(one, on=day)[0] for one in posts), strict=True))
    head, officer = (person(holders(one, on=day)[0].ref) for one in (Post.HEADTEACHER, Post.DATA_PROTECTION))
    for subject in Subject:
        finish_statement(by=head, at=at, subject=subject, answers=_answers(subject))
    plan_review(by=head, at=at, due_on=day + timedelta(days=300), attendees=seats)
    asked = ask_to_switch(by=head, at=at, is_on=True, reason="All is on record.")
    confirm_switch(by=officer, at=at, asked=asked)
    shown = latest_notice()
    seen = (NoticeSeen(person=one, version=shown, seen_at=at) for one in people)
    NoticeSeen.objects.bulk_create(seen, batch_size=500)


def _answers(subject: Any) -> dict[str, str]:
    from staffroom.rules.monitoring_questions import QUESTIONS, asked

    chosen = {"special": "no", "asked": "yes", "left": "low", "outcome": "go ahead", "basis": "public task"}
    given = {one.name: chosen.get(one.name, "A made answer.") for one in QUESTIONS[subject]}
    return {one.name: given[one.name] for one in asked(subject, given)}


def make_notices(at: datetime, people: Sequence[Any]) -> None:
    """Write the notices of five years to everybody, all of which have arrived."""
    from staffroom.school.notices.models import Notice
    from staffroom.school.notices.models.notice import State

    every = (
        Notice(
            person=one, kind="policies.asked", subject=f"{TITLE}: please read it", link="/policies/",
            body="The policy waits to be read.", state=State.DELIVERED,
            written_at=at - timedelta(days=90 * past + 1), settled_at=at - timedelta(days=90 * past),
        )
        for past in range(NOTICES_EACH)
        for one in people
    )  # fmt: skip
    _put_in(Notice, every)


def make_audit(at: datetime, people: Sequence[Any]) -> None:
    """Write the lines of five years into the audit log."""
    from staffroom.school.audit.models import Entry

    every = (
        Entry(
            at=at - timedelta(days=90 * past), actor_kind="person", actor=one.ref,
            act="policies.acknowledged", about_kind="person", about=one.ref, clause="GEN-8",
        )
        for past in range(ACTS_EACH)
        for one in people
    )  # fmt: skip
    _put_in(Entry, every)


def _put_in(model: Any, rows: Iterator[Any]) -> None:
    while some := list(islice(rows, 5_000)):
        model.objects.bulk_create(some, batch_size=500)


def make_weeks(at: datetime, people: Sequence[Any]) -> None:
    """Write evidence of five years where there is none, and publish the latest weeks of it."""
    from large_evidence import write_weeks

    from staffroom.school.monitoring.models import PublishedWeek
    from staffroom.school.monitoring.places import traffic_folder
    from staffroom.school.monitoring.queries.own_record import open_store
    from staffroom.school.monitoring.queries.record import catalogue_record

    monday = at.date() - timedelta(days=at.weekday() + 14)
    mondays = [monday - timedelta(weeks=past) for past in reversed(range(52 * YEARS))]
    store, published = open_store(), traffic_folder() / PUBLISHED
    if not published.exists():
        write_weeks(store, [one.ref for one in people], mondays, catalogue_record())
        documents = _work_out(at, mondays[-WEEKS_PUBLISHED:])
        published.write_text(json.dumps(documents), "utf-8")
    rows = json.loads(published.read_text("utf-8")).items()
    PublishedWeek.objects.bulk_create(
        PublishedWeek(monday=date.fromisoformat(day), document=document, published_at=at)
        for day, document in rows
    )


def _work_out(at: datetime, mondays: Sequence[date]) -> dict[str, Any]:
    from staffroom.reports.week_document import draw_document
    from staffroom.school.monitoring.places import cache_folder
    from staffroom.school.monitoring.queries.own_record import open_store
    from staffroom.school.monitoring.queries.record import opened_school
    from staffroom.traffic.published_week import Publication, work_out_week

    store, opened = open_store(), opened_school(on=at.date())
    publication = Publication(made_at=at, cache=cache_folder())
    return {one.isoformat(): draw_document(work_out_week(store, opened, one, publication)) for one in mondays}


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parent))
    main()

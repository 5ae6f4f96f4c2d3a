"""Made policies for tests, at each point of their life."""

from __future__ import annotations

from datetime import timedelta

from policy.made_policy import CONTROL, REWORDED
from school.made_people import AT, TESTS, TODAY, make_person
from staffroom.records.actors import person as person_actor
from staffroom.records.people import Standing
from staffroom.records.posts import Post
from staffroom.records.versions import Answer
from staffroom.school.people.models import Person
from staffroom.school.policies.actions import answering, approving, drafting, editing, life, policies
from staffroom.school.policies.models import Acknowledgement, Asked, Policy, Version

# Half a year before "today", so that a policy in force has a past.
EARLIER = AT - timedelta(days=150)
TEXT = "\n\n".join(
    [
        "Anytown Academy social media policy",
        "\n".join(CONTROL),
        *("\n\n".join([section, *(text for _, text in REWORDED[section])]) for section in REWORDED),
    ]
)


def make_leaders() -> tuple[Person, Person]:
    """Make a Headteacher and a safeguarding governor."""
    head = make_person(Post.HEADTEACHER, given_name="Hazel")
    governor = make_person(Post.SAFEGUARDING_GOVERNOR, standings=(Standing.GOVERNOR,), given_name="Gordon")
    return head, governor


def make_policy(head: Person | None = None, governor: Person | None = None) -> Policy:
    """Make a policy for which a Headteacher and a governor answer."""
    policy = policies.add_policy(by=TESTS, at=EARLIER, title="Social networking policy")
    settings = policies.Settings(policy.title, head, governor, tuple(policy.approving_posts), 28)
    policies.change_policy(by=TESTS, at=EARLIER, policy=policy, settings=settings)
    return policy


def make_draft(policy: Policy, text: str = TEXT, at=EARLIER) -> Version:
    """Import a made text as a draft."""
    return drafting.import_version(by=TESTS, at=at, policy=policy, content=text.encode(), name="policy.txt")


def excuse_consultation(version: Version, at=EARLIER) -> Version:
    """Write down why nobody was consulted, and mark every change that is not marked as not material."""
    editing.describe(
        by=TESTS, at=at, version=version, summary="", elsewhere={}, not_consulted="Nothing changed."
    )
    version.markings.filter(is_material=None).update(is_material=False)
    version.refresh_from_db()
    return version


def approve(version: Version, *approvers: Person, at=EARLIER) -> Version:
    """Ask for approval, and have everybody who is asked give it."""
    held = approving.ask_approval(by=TESTS, at=at, version=version)
    for one in approvers:
        by = person_actor(one.ref)
        held = approving.give_approval(by=by, at=at, version=held, person=one, text_hash=held.text_hash)
    return held


def make_in_force(
    head: Person, governor: Person, text: str = TEXT, policy: Policy | None = None, at=EARLIER
) -> Version:
    """Bring a made text into force on the usual way."""
    version = excuse_consultation(make_draft(policy or make_policy(head, governor), text, at), at)
    version = approve(version, head, governor, at=at)
    return life.bring_into_force(by=TESTS, at=at, version=version)


def asked_of(person: Person, version: Version) -> Asked:
    """Return that somebody is asked to read a version."""
    return Asked.objects.get(person=person, campaign__version=version)


def answer(asked: Asked, what: Answer = Answer.ACCEPTED, reason: str = "", at=AT) -> Acknowledgement:
    """Have somebody answer for themselves."""
    return answering.acknowledge(
        by=person_actor(asked.person.ref),
        at=at,
        asked=asked,
        answer=what,
        text_hash=asked.campaign.version.text_hash,
        reason=reason,
    )


TOMORROW = TODAY + timedelta(days=1)

"""How is a version approved: by every named approver, each of them another person?"""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from staffroom.policy.dates import Written
from staffroom.policy.editing import with_control
from staffroom.records.actors import Actor
from staffroom.records.posts import Post
from staffroom.records.versions import Step, VersionState
from staffroom.rules.publishing import blocks_approval, decide_approvers
from staffroom.school.audit.actions import About, record
from staffroom.school.notices.actions import send
from staffroom.school.people.models import Person
from staffroom.school.people.queries import holders
from staffroom.school.policies.acts import Act
from staffroom.school.policies.addresses import of_approval
from staffroom.school.policies.models import Approval, Verdict, Version
from staffroom.school.policies.queries.readiness import readiness_of
from staffroom.school.policies.refusals import NotDone, require
from staffroom.school.policies.states import day_of, hold, move, state_of
from staffroom.school.policies.texts import hash_words, meanings_of, read_words, write_words


@transaction.atomic
def ask_approval(*, by: Actor, at: datetime, version: Version) -> Version:
    """Ask every named approver, once nothing stands in the way."""
    held = hold(version)
    move(held, Step.ASK)
    require(*blocks_approval(readiness_of(held, on=day_of(at)), day_of(at)))
    held.save()
    ask_anew(by=by, at=at, version=held)
    return held


def ask_anew(*, by: Actor, at: datetime, version: Version) -> None:
    """Begin a new round: what was approved before is void, and everybody is asked.

    It is called in the transaction of the act that makes it necessary.
    """
    posts = list(version.policy.approving_posts)
    found = [(post, person) for post in posts for person in holders(Post(post), on=day_of(at))[:1]]
    require(decide_approvers([(post, person.ref) for post, person in found], posts))
    _void(by, at, version)
    version.round += 1
    version.save(update_fields=["round"])
    for post, person in found:
        approval = Approval.objects.create(
            version=version, round=version.round, person=person, post=post, asked_at=at
        )
        _tell(by, at, approval)
    record(
        by=by,
        at=at,
        act=Act.APPROVAL_ASKED,
        about=About("version", version.ref),
        figures={"approvers": len(found), "round": version.round},
    )


@transaction.atomic
def give_approval(*, by: Actor, at: datetime, version: Version, person: Person, text_hash: str) -> Version:
    """Approve the words that were shown; the last approval locks them.

    Raises NotDone where the person is not asked, or the words have changed since they were shown.
    """
    held = hold(version)
    approval = _asked(by, held, person)
    if text_hash != held.text_hash or hash_words(read_words(held)) != held.text_hash:
        raise NotDone(["The text has been changed since this page was opened. Read it again, then decide."])
    _answer(approval, at, Verdict.GIVEN, text_hash=held.text_hash)
    record(by=by, at=at, act=Act.APPROVAL_GIVEN, about=About("version", held.ref), clause="GEN-4")
    if not held.approvals.filter(round=held.round, verdict=Verdict.ASKED).exists():
        _lock(by, at, held)
    return held


@transaction.atomic
def refuse_approval(*, by: Actor, at: datetime, version: Version, person: Person, reason: str) -> Version:
    """Send a version back to be a draft again, with what should change."""
    held = hold(version)
    approval = _asked(by, held, person)
    if not reason.strip():
        raise NotDone(["Say what should change, so that it can be."])
    _answer(approval, at, Verdict.REFUSED, reason=reason.strip())
    move(held, Step.SEND_BACK)
    held.save()
    _void(by, at, held)
    record(by=by, at=at, act=Act.APPROVAL_REFUSED, about=About("version", held.ref), clause="GEN-4")
    return held


def void_approvals(*, by: Actor, at: datetime, version: Version) -> None:
    """Make void what is still asked of approvers, in the transaction of the act that makes it so."""
    _void(by, at, version)


def _asked(by: Actor, version: Version, person: Person) -> Approval:
    if by.ref != person.ref:
        raise NotDone(["Nobody approves for somebody else."])
    asked = version.approvals.filter(round=version.round, person=person, verdict=Verdict.ASKED).first()
    if state_of(version) is not VersionState.APPROVAL or asked is None:
        raise NotDone(["You are not asked to approve this version now."])
    return asked


def _answer(
    approval: Approval, at: datetime, verdict: Verdict, *, reason: str = "", text_hash: str = ""
) -> None:
    approval.verdict, approval.answered_at = verdict, at
    approval.reason, approval.text_hash = reason, text_hash
    approval.save()


def _void(by: Actor, at: datetime, version: Version) -> None:
    changed = version.approvals.filter(verdict__in=[Verdict.ASKED, Verdict.GIVEN]).update(
        verdict=Verdict.VOID
    )
    if changed:
        about = About("version", version.ref)
        record(by=by, at=at, act=Act.APPROVAL_VOID, about=about, figures={"approvals": changed})


def _lock(by: Actor, at: datetime, version: Version) -> None:
    """Write into the front page that it is approved, and lock the words with that."""
    day = day_of(at)
    given = version.approvals.filter(round=version.round)
    posts = " & ".join(one.post[:1].upper() + one.post[1:] for one in given)
    front = {"approved": Written(day.year, day.month, day.day).words, "approved_by": posts}
    kept = meanings_of(version)
    words = with_control(read_words(version), front)
    moved = len(words.pieces) - version.pieces.count()
    write_words(version, words, None if moved else kept)
    move(version, Step.APPROVE)
    version.save()
    about = About("version", version.ref)
    record(by=by, at=at, act=Act.MOVED, about=about, figures={"to": version.state})


def _tell(by: Actor, at: datetime, approval: Approval) -> None:
    version = approval.version
    send(
        by=by,
        at=at,
        to=approval.person,
        kind="policy approval",
        subject=_("Please approve: %(title)s") % {"title": version.policy.title},
        body=_(
            "A new version of this policy waits for your approval as %(post)s. "
            "It comes into force only when every approver has approved the same words."
        )
        % {"post": approval.post},
        link=of_approval(version),
        once=f"approval {approval.ref}",
    )

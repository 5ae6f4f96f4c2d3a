"""How do staff comment on a draft, and how are they answered?"""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from staffroom.records.actors import Actor
from staffroom.records.versions import VersionState
from staffroom.school.audit.actions import About, record
from staffroom.school.notices.actions import send
from staffroom.school.people.models import Person
from staffroom.school.policies.acts import Act
from staffroom.school.policies.addresses import of_consultation
from staffroom.school.policies.models import Comment, Reply, Version
from staffroom.school.policies.refusals import NotDone
from staffroom.school.policies.states import day_of, hold, state_of


@transaction.atomic
def comment(
    *, by: Actor, at: datetime, version: Version, person: Person, text: str, place: int | None = None
) -> Comment:
    """Comment on a draft in consultation, or on the clause at a place in its words of now."""
    held = hold(version)
    is_open = held.consulted_until is None or day_of(at) <= held.consulted_until
    if state_of(held) is not VersionState.CONSULTATION or not is_open:
        raise NotDone(["The time for comments on this version is over."])
    if by.ref != person.ref or not text.strip():
        raise NotDone(["Write what you think of it."])
    about = held.pieces.filter(place=place).values_list("text", flat=True).first() if place else None
    made = Comment.objects.create(version=held, person=person, about=about or "", text=text.strip(), at=at)
    record(by=by, at=at, act=Act.COMMENTED, about=About("version", held.ref))
    return made


@transaction.atomic
def reply(
    *, by: Actor, at: datetime, comment: Comment, person: Person, text: str, is_taken_up: bool
) -> Reply:
    """Answer a comment once: whether it is taken up, and why. Who made it is told."""
    if Reply.objects.filter(comment=comment).exists():
        raise NotDone(["This comment has been answered already. An answer cannot be changed."])
    if not text.strip():
        raise NotDone(["Write an answer."])
    made = Reply.objects.create(
        comment=comment, person=person, text=text.strip(), is_taken_up=is_taken_up, at=at
    )
    about = About("version", comment.version.ref)
    record(by=by, at=at, act=Act.COMMENT_ANSWERED, about=about, figures={"taken up": is_taken_up})
    send(
        by=by,
        at=at,
        to=comment.person,
        kind="policy comment answered",
        subject=_("Your comment has been answered"),
        body=_("Your comment on the draft of “%(title)s” has been answered. The answer is on the page below.")
        % {"title": comment.version.policy.title},
        link=of_consultation(comment.version),
        once=f"reply {comment.ref}",
    )
    return made

"""How did the made school come to its policy: an older version, and the one in force?"""

from __future__ import annotations

from datetime import date, datetime

from staffroom.demonstration.office import policy_words as words
from staffroom.demonstration.office.office import Office, by
from staffroom.policy.template import load_template
from staffroom.policy.text import Role
from staffroom.records.actors import Actor
from staffroom.records.posts import Post
from staffroom.school.policies.actions import (
    approving,
    consulting,
    drafting,
    editing,
    life,
    marking,
    policies,
)
from staffroom.school.policies.actions.editing import Wording
from staffroom.school.policies.models import Piece, Policy, Version

DAYS_TO_READ = 28


def add_the_policy(office: Office) -> Policy:
    """Add the policy, say who answers for it, and name what is read together with it."""
    at, keeper = office.moments.began, by(office.holder(Post.POLICY_OWNER))
    policy = policies.add_policy(by=keeper, at=at, title=words.TITLE)
    settings = policies.Settings(
        title=policy.title,
        owner=office.holder(Post.POLICY_OWNER),
        governor=office.holder(Post.SAFEGUARDING_GOVERNOR),
        approving_posts=tuple(policy.approving_posts),
        days_to_read=DAYS_TO_READ,
    )
    policies.change_policy(by=keeper, at=at, policy=policy, settings=settings)
    for title, version in words.READ_TOGETHER:
        policies.link_document(by=keeper, at=at, policy=policy, title=title, version=version)
    return policy


def bring_in_the_first(office: Office, policy: Policy) -> Version:
    """Bring an older version into force: the template with some clauses in other words."""
    at, keeper = office.moments.before_policy(228), by(office.holder(Post.POLICY_OWNER))
    version = drafting.draft_from_template(by=keeper, at=at, policy=policy)
    _write_front(keeper, at, version, "1.0", review=office.moments.policy_day)
    for clause, (text, _) in words.EARLIER_WORDS.items():
        _reword(keeper, at, version, clause, text)
    place = _piece(version, words.BEFORE_THE_ONE_THAT_GOES).place
    wording = Wording(words.ONLY_EARLIER, "should", "staff")
    editing.add_piece(by=keeper, at=at, version=version, place=place, wording=wording)
    for clause in words.NOT_YET_THERE:
        place = _piece(version, clause).place
        editing.withdraw_piece(by=keeper, at=at, version=version, place=place)
    editing.describe(
        by=keeper, at=at, version=version, summary="", elsewhere={}, not_consulted=words.FIRST_REASON
    )
    return _approve(office, version, days=222)


def bring_in_the_second(office: Office, policy: Policy, first: Version) -> Version:
    """Draft, consult on, approve and bring into force the version that holds now."""
    moments, keeper = office.moments, by(office.holder(Post.POLICY_OWNER))
    at = moments.before_policy(50)
    version = drafting.draft_from_version(by=keeper, at=at, version=first)
    review = moments.policy_day.replace(day=1, year=moments.policy_day.year + 1)
    _write_front(keeper, at, version, "2.0", review=review)
    _change_words(keeper, at, version)
    editing.describe(by=keeper, at=at, version=version, summary=words.SUMMARY, elsewhere={}, not_consulted="")
    _consult(office, version)
    return _approve(office, version, days=6)


def _write_front(keeper: Actor, at: datetime, version: Version, number: str, *, review: date) -> None:
    front = {
        "version": number,
        "issued": words.month_of(at.year, at.month),
        "approved": "not approved yet",
        "approved_by": "nobody yet",
        "review_by": words.month_of(review.year, review.month),
        "owner": words.OWNER,
    }
    editing.write_front(by=keeper, at=at, version=version, values=front)


def _change_words(keeper: Actor, at: datetime, version: Version) -> None:
    """Put the template's words in place of the earlier ones, and say which of it is material."""
    template = load_template()
    for clause in words.EARLIER_WORDS:
        _reword(keeper, at, version, clause, template.clause(clause).text)
    order = [one.id for one in template.clauses]
    for clause in words.NOT_YET_THERE:
        place = _piece(version, order[order.index(clause) - 1]).place
        known = template.clause(clause)
        wording = Wording(known.text, known.force.value, known.binds.value)
        editing.add_piece(by=keeper, at=at, version=version, place=place, wording=wording)
    place = version.pieces.get(role=Role.CLAUSE, text=words.ONLY_EARLIER).place
    editing.withdraw_piece(by=keeper, at=at, version=version, place=place)
    for change in version.markings.filter(is_material=None):
        is_material = words.EARLIER_WORDS.get(change.clause, ("", True))[1]
        marking.mark_change(by=keeper, at=at, version=version, key=change.key, is_material=is_material)


def _consult(office: Office, version: Version) -> None:
    moments, keeper = office.moments, office.holder(Post.POLICY_OWNER)
    at = moments.before_policy(42)
    until = moments.before_policy(20).date()
    life.consult(by=by(keeper), at=at, version=version, until=until)
    for (job, clause, text), (reply, is_taken_up) in zip(words.COMMENTS, words.REPLIES, strict=True):
        person = office.busiest(job)
        comment = consulting.comment(
            by=by(person), at=moments.before_policy(36), version=version, person=person, text=text,
            place=_piece(version, clause).place,
        )  # fmt: skip
        consulting.reply(
            by=by(keeper), at=moments.before_policy(18), comment=comment, person=keeper, text=reply,
            is_taken_up=is_taken_up,
        )  # fmt: skip


def _approve(office: Office, version: Version, *, days: int) -> Version:
    """Have both approvers approve, one day after the other, and bring the version into force."""
    moments, keeper = office.moments, by(office.holder(Post.POLICY_OWNER))
    held = approving.ask_approval(by=keeper, at=moments.before_policy(days), version=version)
    for later, post in enumerate((Post.HEADTEACHER, Post.SAFEGUARDING_GOVERNOR), start=1):
        person = office.holder(post)
        held = approving.give_approval(
            by=by(person), at=moments.before_policy(days - later), version=held, person=person,
            text_hash=held.text_hash,
        )  # fmt: skip
    return life.bring_into_force(by=keeper, at=moments.before_policy(days - 6), version=held)


def _reword(keeper: Actor, at: datetime, version: Version, clause: str, text: str) -> None:
    place = _piece(version, clause).place
    editing.reword(by=keeper, at=at, version=version, place=place, wording=Wording(text))


def _piece(version: Version, clause: str) -> Piece:
    found: Piece = version.pieces.get(clause=clause)
    return found

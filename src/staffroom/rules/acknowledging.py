"""Who must read and acknowledge which version, and what counts as an answer?"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from staffroom.policy.clause import Binds
from staffroom.policy.keeping import keeps
from staffroom.records.decisions import Decision
from staffroom.records.people import Standing
from staffroom.records.posts import Post
from staffroom.records.versions import Answer
from staffroom.records.viewers import Viewer
from staffroom.rules.access import GOVERNORS, LEADERS

SHORTEST_REASON: Final = 5  # characters; a full stop is no reason
DAYS_FOR_JOINERS: Final = 14

GOVERNING: Final = frozenset({Standing.GOVERNOR, Standing.TRUSTEE, Standing.DIRECTOR})
STANDS_IN: Final = LEADERS  # who deals with what comes to the Headteacher (clause CON-11)
ACTS_FOR_THE_SCHOOL: Final = (*LEADERS, *GOVERNORS, Post.SAFEGUARDING_LEAD, Post.DATA_PROTECTION)


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody in scope, and whether they have answered for the version before in this academic year."""

    viewer: Viewer
    has_answered_before: bool = False


@keeps("ABT-2", "GEN-4")
def binds(viewer: Viewer, bound: Binds) -> bool:
    """Say whether a clause that binds `bound` falls on a person.

    What binds staff falls on everybody with a standing; what binds the school, on those who act for it.
    """
    if not viewer.is_in_scope:
        return False
    if bound in (Binds.STAFF, Binds.EVERYONE):
        return True
    if bound is Binds.HEADTEACHER:
        return viewer.holds(*STANDS_IN)
    return viewer.holds(*ACTS_FOR_THE_SCHOOL) or not viewer.standings.isdisjoint(GOVERNING)


def must_read(reader: Reader, changed: Collection[Binds] | None) -> Decision:
    """Say whether somebody must read a version. `changed` is whom its material changes bind, None: all of it.

    Who has not answered for the version before is asked about the new one, whatever changed in it.
    """
    if not reader.viewer.is_in_scope:
        return Decision(False, "ABT-2", "The policy does not bind this person.")
    if changed is None:
        return Decision(True, "GEN-4", "Everybody whom the policy binds reads it in each academic year.")
    if not reader.has_answered_before:
        return Decision(True, "GEN-4", "This person has not answered for the version before.")
    if any(binds(reader.viewer, bound) for bound in changed):
        return Decision(True, "GEN-4", "A clause that binds this person has changed in what it asks.")
    return Decision(False, "GEN-4", "No clause that binds this person has changed in what it asks.")


def decide_answer(answer: Answer, reason: str) -> Decision:
    """Say whether an answer is whole: all but an acceptance need a few words."""
    is_whole = answer is Answer.ACCEPTED or len(reason.strip()) >= SHORTEST_REASON
    return Decision(is_whole, "GEN-9", "Write a few words, so that the person who reads them understands.")


def decide_recording(recorder: str, person: str) -> Decision:
    """Say whether somebody may record a paper acknowledgement: never their own."""
    because = "A paper acknowledgement is recorded by a second person. Acknowledge your own on this screen."
    return Decision(recorder != person, "GEN-9", because)


def decide_replier(replier: str, asker: str) -> Decision:
    """Say whether somebody may reply to a question: never to their own."""
    return Decision(replier != asker, "GEN-9", "Another person replies to your own question.")


def decide_reply(replier: str, asker: str, text: str) -> Decision:
    """Say whether a reply can be sent: to another person's question, in a few words at least."""
    if len(text.strip()) < SHORTEST_REASON:
        return Decision(False, "GEN-9", "Write a reply that answers the question.")
    return decide_replier(replier, asker)


def is_settled(answer: Answer) -> bool:
    """Say whether an answer ends the reminders. Questions do not: they wait for a reply and a decision."""
    return answer is not Answer.QUESTIONS


def due_for_joiner(campaign_due: date, joined: date) -> date:
    """Return by when somebody who joins during a campaign answers: never with less than a fortnight."""
    return max(campaign_due, joined + timedelta(days=DAYS_FOR_JOINERS))

"""What must be there before a version is approved, or comes into force?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from staffroom.policy.keeping import keeps
from staffroom.records.decisions import Decision
from staffroom.records.viewers import Viewer
from staffroom.rules.access import GOVERNORS, LEADERS
from staffroom.rules.acknowledging import GOVERNING


@dataclass(frozen=True, slots=True)
class Essential:
    """One of the things that ACAS advises every such policy to say, and the clauses that say it."""

    name: str
    question: str
    clauses: frozenset[str]


ESSENTIALS: Final = (
    Essential("private use", "Where does it say what private use is allowed?", frozenset({"GEN-1", "GEN-2"})),
    Essential("monitoring", "Where does it say what is monitored?", frozenset({"MON-1"})),
    Essential(
        "sanctions",
        "Where does it say what follows when somebody does not keep it?",
        frozenset({"CON-14", "CON-17", "CON-18"}),
    ),
)


@dataclass(frozen=True, slots=True)
class Readiness:
    """What is known of a version that is to go on. Owner and governor are None where nobody is named.

    `clauses` are the ids of the template's clauses that it has; `said_elsewhere` names essentials that
    another document says, as the owner has written down.
    """

    clauses: frozenset[str]
    review_last_day: date | None
    owner: Viewer | None = None
    governor: Viewer | None = None
    said_elsewhere: frozenset[str] = field(default_factory=frozenset)
    unmarked_changes: int = 0
    unanswered_comments: int = 0
    is_consulted: bool = True


@keeps("GEN-6")
def missing_essentials(clauses: frozenset[str], said_elsewhere: frozenset[str]) -> tuple[Essential, ...]:
    """Return what ACAS advises to say that neither the text nor another named document says."""
    return tuple(
        one for one in ESSENTIALS if clauses.isdisjoint(one.clauses) and one.name not in said_elsewhere
    )


def blocks_approval(ready: Readiness, today: date) -> tuple[Decision, ...]:
    """Return what stands in the way of asking for approval; nothing where it may be asked for."""
    return tuple(_said(_before_approval(ready, today)))


def blocks_force(ready: Readiness, today: date) -> tuple[Decision, ...]:
    """Return what stands in the way of coming into force; nothing where it may."""
    return tuple(_said([*_answering(ready), *_essentials(ready), *_review(ready, today)]))


def blocks_adoption(
    ready: Readiness, *, is_as_imported: bool, is_approved_on_paper: bool
) -> tuple[Decision, ...]:
    """Return what stands in the way of adopting a published text that was approved before, on paper.

    Its review may be overdue: then every page says so.
    """
    return tuple(
        _said([
            (is_as_imported, "Words were changed after the import. Ask for approval instead."),
            (is_approved_on_paper, "The front page does not say by whom and when it was approved."),
            *_answering(ready),
            *_essentials(ready),
        ])
    )  # fmt: skip


def decide_approvers(holders: Sequence[tuple[str, str]], posts: Sequence[str]) -> Decision:
    """Say whether approval can be asked for. `holders` are (post, person) of those who would be asked."""
    held = {post for post, _ in holders}
    if missing := [post for post in posts if post not in held]:
        return Decision(False, "GEN-4", f"Nobody holds the post of {missing[0]}. Give it to somebody first.")
    if len({person for _, person in holders}) < max(2, len(posts)):
        because = "Approval needs different people. One person cannot approve in two posts."
        return Decision(False, "GEN-4", because)
    return Decision(True, "GEN-4", "Every approver is named.")


Condition = tuple[bool, str]


def _said(conditions: Iterable[Condition]) -> list[Decision]:
    return [Decision(False, "GEN-4", because) for is_met, because in conditions if not is_met]


def _answering(ready: Readiness) -> list[Condition]:
    """Return whether a senior leader and a governor answer for it, each of them in that place today."""
    is_led = ready.owner is not None and ready.owner.holds(*LEADERS)
    is_governed = ready.governor is not None and _is_governor(ready.governor)
    return [
        (is_led, "No member of the senior leadership team is named as its owner."),
        (is_governed, "No governor is named who answers for it."),
    ]


def _is_governor(viewer: Viewer) -> bool:
    return viewer.holds(*GOVERNORS) or not viewer.standings.isdisjoint(GOVERNING)


def _essentials(ready: Readiness) -> list[Condition]:
    missing = missing_essentials(ready.clauses, ready.said_elsewhere)
    return [(False, f"{one.question} Add a clause, or name the document that says it.") for one in missing]


def _review(ready: Readiness, today: date) -> list[Condition]:
    is_dated = ready.review_last_day is not None and ready.review_last_day > today
    return [(is_dated, "The front page needs a date for the next review that is still to come.")]


def _before_approval(ready: Readiness, today: date) -> list[Condition]:
    return [
        (ready.is_consulted, "Staff were not consulted, and no reason is written down."),
        (ready.unanswered_comments == 0, "Some comments have no answer yet."),
        (ready.unmarked_changes == 0, "Some changed clauses are not marked as material or not."),
        *_review(ready, today),
    ]

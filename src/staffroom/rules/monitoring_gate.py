"""May anybody's use of the network be looked at, given what is written down?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from staffroom.policy.keeping import keeps
from staffroom.records.decisions import Decision
from staffroom.records.posts import Post
from staffroom.records.safeguards import Safeguards, Seat, Subject
from staffroom.records.viewers import Viewer
from staffroom.rules.impact_questions import DO_NOT
from staffroom.rules.monitoring_questions import unanswered

CLAUSE = "MON-1"
LONGEST_TO_REVIEW = timedelta(days=366)

_WANTING = {
    Subject.NECESSITY: "Write down why it is necessary, and which less intrusive ways were considered.",
    Subject.ASSESSMENT: "Finish a data protection impact assessment.",
    Subject.BASIS: "Write down the lawful basis, and the condition for special category data.",
    Subject.CONSULTATION: "Write down what staff said when they were asked, or why they were not asked.",
    Subject.NOTICE: "Write the notice that staff will read.",
}
_THERE = {
    Subject.NECESSITY: "Why it is necessary is on record.",
    Subject.ASSESSMENT: "The data protection impact assessment is finished.",
    Subject.BASIS: "The lawful basis is on record.",
    Subject.CONSULTATION: "What staff said is on record.",
    Subject.NOTICE: "The notice to staff is written.",
}


@dataclass(frozen=True, slots=True)
class Switch:
    """How monitoring is switched: on or not, and whether somebody has asked to switch it off."""

    is_on: bool = False
    is_off_asked: bool = False


@keeps("MON-1", "CON-1")
def needs(safeguards: Safeguards, *, today: date, grace_days: int) -> tuple[Decision, ...]:
    """Say of each thing that must be on record whether it is; the reasons of the others say what to do."""
    statements = [_statement(safeguards, subject) for subject in Subject]
    return (*statements, _review(safeguards, today, grace_days), _attendees(safeguards))


@keeps("MON-1", "CON-1")
def gate(safeguards: Safeguards, *, today: date, grace_days: int) -> Decision:
    """Decide whether monitoring may be on at all; the reason is the first thing that is missing."""
    refused = [one for one in needs(safeguards, today=today, grace_days=grace_days) if not one.allowed]
    return refused[0] if refused else Decision(True, CLAUSE, "All that is needed is on record.")


@keeps("MON-1", "CON-1")
def may_read(switch: Switch, safeguards: Safeguards, *, today: date, grace_days: int) -> Decision:
    """Decide whether logs may be read now; from the moment that anybody asks to switch off, they may not."""
    if not switch.is_on:
        return Decision(False, CLAUSE, "Monitoring is switched off, so no log is read.")
    if switch.is_off_asked:
        return Decision(
            False, CLAUSE, "Somebody has asked to switch monitoring off, so no log is read meanwhile."
        )
    decision = gate(safeguards, today=today, grace_days=grace_days)
    because = "Monitoring is on, and all that is needed is on record."
    return replace(decision, because=because) if decision.allowed else decision


@keeps("MON-1")
def may_confirm(asked_by: Viewer, second: Viewer) -> Decision:
    """Decide whether a second person may confirm what the first has asked for.

    They are two people, one the Headteacher and the other the data protection officer.
    """
    if asked_by.ref == second.ref:
        return Decision(False, CLAUSE, "A second person has to confirm this. You asked for it yourself.")
    pairs = ((Post.HEADTEACHER, Post.DATA_PROTECTION), (Post.DATA_PROTECTION, Post.HEADTEACHER))
    allowed = any(asked_by.holds(one) and second.holds(other) for one, other in pairs)
    because = "Of the two people, one is the Headteacher and the other the data protection officer."
    return Decision(allowed, CLAUSE, because)


@keeps("MON-1")
def review_warning(due: date | None, *, today: date, grace_days: int) -> str:
    """Return the sentence that stands on every page while the annual review is overdue; "" otherwise."""
    if due is None or due >= today:
        return ""
    stops = due + timedelta(days=grace_days)
    said = f"The annual review of monitoring was due on {_written(due)}."
    if stops < today:
        return f"{said} No log is read until it has been held."
    return f"{said} If it is not held by {_written(stops)}, no more logs are read."


def _statement(safeguards: Safeguards, subject: Subject) -> Decision:
    answers = safeguards.statements.get(subject)
    if answers is None or unanswered(subject, answers):
        return Decision(False, CLAUSE, _WANTING[subject])
    if subject is Subject.ASSESSMENT and answers.get("outcome") == DO_NOT:
        return Decision(False, CLAUSE, "The impact assessment decided not to go ahead.")
    return Decision(True, CLAUSE, _THERE[subject])


def _review(safeguards: Safeguards, today: date, grace_days: int) -> Decision:
    due = safeguards.review_due_on
    if due is None:
        return Decision(False, CLAUSE, "Set a day for the annual review.")
    if due + timedelta(days=grace_days) < today:
        return Decision(False, CLAUSE, f"Hold the annual review that was due on {_written(due)}.")
    if due - today > LONGEST_TO_REVIEW:
        return Decision(False, CLAUSE, "Set a day for the review that is no more than a year away.")
    return Decision(True, CLAUSE, f"The next review is due on {_written(due)}.")


def _attendees(safeguards: Safeguards) -> Decision:
    missing = [seat for seat in Seat if not safeguards.attendees.get(seat)]
    if missing:
        names = ", ".join(seat.value for seat in missing)
        return Decision(False, CLAUSE, f"Name who comes to the review for: {names}.")
    if len(set(safeguards.attendees.values())) < len(Seat):
        return Decision(False, CLAUSE, "Name four different people for the review.")
    return Decision(True, CLAUSE, "The four people of the review are named.")


def _written(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


@keeps("MON-1")
def was_on(spans: Iterable[tuple[date, date | None]], day: date) -> bool:
    """Say whether monitoring was on, on a day; spans include both days, and None is open."""
    return any(first <= day and (last is None or day <= last) for first, last in spans)

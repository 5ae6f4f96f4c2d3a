"""A made monitoring record in which nothing is missing."""

from __future__ import annotations

from datetime import date

from staffroom.records.safeguards import Safeguards, Seat, Subject
from staffroom.rules.monitoring_questions import QUESTIONS, asked

TODAY = date(2026, 9, 14)
DUE = date(2027, 6, 1)
CHOSEN = {"special": "no", "asked": "yes", "left": "low", "outcome": "go ahead", "basis": "public task"}


def answers_to(subject, **others):
    """Answer every question that is asked of a subject."""
    given = {one.name: CHOSEN.get(one.name, "A made answer.") for one in QUESTIONS[subject]} | others
    return {one.name: given[one.name] for one in asked(subject, given)}


def make_safeguards(**others):
    whole = Safeguards(
        statements={subject: answers_to(subject) for subject in Subject},
        review_due_on=DUE,
        attendees={seat: f"person-{number}" for number, seat in enumerate(Seat)},
    )
    given = {name: getattr(whole, name) for name in ("statements", "review_due_on", "attendees")}
    return Safeguards(**given | others)

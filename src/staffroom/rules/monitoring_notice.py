"""What does the notice say of what is recorded, for how long, and who may see it?

It is made from what really runs: the thresholds of the judgement, the school's settings, the number of
services in the catalogue. So it cannot say one thing while the program does another.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass

from staffroom.policy.keeping import keeps
from staffroom.rules import thresholds
from staffroom.rules.disclosure import SMALLEST_NUMBER


@dataclass(frozen=True, slots=True)
class NoticeFacts:
    """What the notice is made of; numbers are days, but for `services` and `smallest_cohort`."""

    school: str
    is_on: bool
    why: str
    contact: str
    services: int
    kinds_of_log: tuple[str, ...]
    keep_days: int
    smallest_cohort: int
    answer_days: int
    publish_after_days: int


@dataclass(frozen=True, slots=True)
class Section:
    """A heading of the notice, what stands under it, and the points of a list after that.

    Where the list is long it is folded under the words of `fold`.
    """

    title: str
    words: tuple[str, ...] = ()
    points: tuple[str, ...] = ()
    fold: str = ""


@keeps("MON-1")
def write_notice(facts: NoticeFacts) -> tuple[Section, ...]:
    """Write the notice in plain words."""
    return (_why(facts), *((_is_off(facts),) if not facts.is_on else ()), *_rest(facts))


def digest(sections: tuple[Section, ...]) -> str:
    """Return the SHA-256 of a notice's text: another text has another."""
    written = json.dumps([[one.title, one.words, one.points] for one in sections], ensure_ascii=False)
    return hashlib.sha256(written.encode("utf-8")).hexdigest()


def _rest(facts: NoticeFacts) -> tuple[Section, ...]:
    return (_recorded(facts), _judged(), _not_recorded(), _how_long(facts), _who(facts), _rights(facts))


def _why(facts: NoticeFacts) -> Section:
    words = tuple(part.strip() for part in facts.why.splitlines() if part.strip())
    return Section(f"Why {facts.school} looks at how its network is used", words)


def _is_off(facts: NoticeFacts) -> Section:
    return Section(
        "At present nothing is recorded",
        (
            "Monitoring is switched off. What follows would hold if it were switched on. You would "
            "be told first.",
        ),
    )


def _recorded(facts: NoticeFacts) -> Section:
    logs = ", ".join(facts.kinds_of_log) or "none has been named yet"
    return Section(
        "What is recorded",
        (
            f"The school's own network logs are searched for {facts.services:,} social networking "
            f"services. A line "
            "about anything else is not read and not kept.",
            f"Logs that are read: {logs}.",
        ),
        (
            "which of these services was spoken to, in pieces of five minutes",
            "how many connections there were, and how much came back",
            "a code in place of your name; it changes every term",
        ),
    )


def _judged() -> Section:
    points = tuple(f"{one.name}: {one.value}. {one.meaning}" for one in thresholds.published())
    return Section(
        "How it is judged",
        (
            "Whether you visited a service, or a page only had its button on it, is judged by fixed figures. "
            "They are the same for everybody, and who you are plays no part.",
            "What counts is how much came back, from how many of the service's machines, and whether it came "
            "as it does when somebody looks. What stays unclear is not counted as a visit.",
        ),
        points,
        fold="All the figures",
    )


def _not_recorded() -> Section:
    return Section(
        "What is not recorded",
        points=(
            "what you read, write, post, search for or look at: no page, no message, no picture of "
            "your screen, no key",
            "any site or app that is not in the list of services",
            "anything on mobile data, or on a network that is not the school's",
            "anything of pupils: their lines are dropped while the log is read",
            "where you are",
        ),
    )


def _how_long(facts: NoticeFacts) -> Section:
    return Section(
        "For how long",
        (
            f"Each day is deleted after {facts.keep_days:,} days. Your own record says of each line "
            f"when it goes.",
            f"Counts of a whole week are made once, {facts.publish_after_days:,} days after its end, "
            f"and never changed. "
            "They name nobody.",
        ),
    )


def _who(facts: NoticeFacts) -> Section:
    return Section(
        "Who may see what",
        points=(
            "You see your own record, and nobody else sees that page.",
            "School leaders and governors see counts by service, hour, day and week. A number below "
            f"{SMALLEST_NUMBER}, or with fewer than {facts.smallest_cohort} people behind it, is hidden.",
            "The network manager sees which logs were read and what could not be, and no people.",
            "There is no list of people by use, anywhere.",
            "If you send a remark, those who answer it see the service, the day and the time, and "
            "your name only if "
            "you give it.",
        ),
    )


def _rights(facts: NoticeFacts) -> Section:
    return Section(
        "What you can do",
        (
            f"You can say that something was for school purposes, or that it is wrong. You get an "
            f"answer within "
            f"{facts.answer_days:,} days, and it stays with the record.",
            f"Questions: {facts.contact}." if facts.contact else "Ask the data protection officer.",
            "You can complain to the school, and to the Information Commissioner.",
        ),
    )

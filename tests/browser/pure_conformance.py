"""What does the pure half answer to the same questions, wherever it runs?

This module is run twice: by the Python of this machine, and by Pyodide in a browser. `answers` returns what
can be held together: names, counts, and digests of long lists of answers.
"""

from __future__ import annotations

import hashlib
import importlib
import json
import pkgutil
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, time, timedelta
from itertools import product
from random import Random
from typing import Any

from staffroom.detectors.exchange import check_document, read_ground
from staffroom.policy.matching import match
from staffroom.policy.template import load_template, template_policy
from staffroom.policy.text import read_policy, rebuild
from staffroom.readers.documents.opening import read_document
from staffroom.readers.logs.reader import Context
from staffroom.readers.logs.shelf import HEAD, recognise
from staffroom.records.calendar import Calendar, Term, TimeRange, WorkingDay, WorkingPattern
from staffroom.rules import catalogue, outcomes, school_day

ROOMS = ("policy", "records", "rules", "readers", "reports", "detectors")
WRITTEN_BY = 1_789_000_000_000  # milliseconds: in September 2026


def answers(logs: Mapping[str, bytes], drafts: Mapping[str, Any]) -> dict[str, object]:
    """Ask everything. `drafts` has the texts that the checker is asked about, and its ground."""
    return {
        "drafts": findings(drafts),
        "modules": modules(),
        "judgements": judgements(),
        "hours": hours(),
        "policy": policy(),
        "logs": {name: requests(log) for name, log in sorted(logs.items())},
    }


def findings(drafts: Mapping[str, Any]) -> list[str]:
    """Check every draft, and return a digest of what is said of each."""
    ground = read_ground(drafts["ground"])
    return [digest([check_document(json.dumps({"text": text}), ground)]) for text in drafts["texts"]]


def modules() -> list[str]:
    """Import every module of the pure half."""
    return [name for room in ROOMS for name in _modules_of(importlib.import_module(f"staffroom.{room}"))]


def _modules_of(package: object) -> Iterable[str]:
    for found in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
        importlib.import_module(found.name)
        yield found.name


def judgements() -> str:
    """Judge some thousands of windows of every kind of log."""
    chance = Random(20260914)
    _, *others = outcomes.Features._fields
    judged = [
        outcomes.judge(outcomes.Features(grade, *(chance.randrange(_values_of(name)) for name in others)))
        for grade, _ in product(range(1, 6), range(2_000))
    ]
    return digest(judged)


def _values_of(name: str) -> int:
    """Count the values that a feature of a window can have: its bands, the scorecards, or yes and no."""
    if name == "card":
        return len(outcomes.Card)
    return len(outcomes.STEPS[name]) + 1 if name in outcomes.STEPS else 2


def hours() -> str:
    """Say of every hour of a year with two clock changes what kind of time it was."""
    day = WorkingDay((TimeRange(time(8, 30), time(16, 0)),), (TimeRange(time(12, 0), time(13, 0)),))
    calendar = Calendar(
        terms=(Term("the year", date(2026, 1, 5), date(2026, 12, 18)),),
        patterns=(WorkingPattern("", dict.fromkeys(range(5), day)),),
    )
    begun = datetime(2026, 1, 1, tzinfo=UTC)
    moments = (begun + timedelta(hours=hour) for hour in range(24 * 365))
    return digest(
        school_day.hours_at(calendar, "", moment, bank_holidays={date(2026, 5, 4)}) for moment in moments
    )


def policy() -> list[list[object]]:
    """Write the template as a document, read it again, and match its clauses."""
    text = rebuild(template_policy(load_template()))
    document = read_document(text.encode(), "policy.txt")
    matching = match(read_policy(document.paragraphs, document.after), load_template())
    return [[one.clause.id if one.clause else "", round(one.confidence, 9)] for one in matching.matches]


def requests(log: bytes) -> list[object]:
    """Read a log: its format, how many lines were about listed services, and what they said."""
    found = recognise(log[:HEAD])
    if found is None:
        return ["not known"]
    lines = found.open(log[:HEAD], Context(LISTINGS, WRITTEN_BY))
    said = [one for line in log.split(b"\n") if (one := lines.read(line.rstrip(b"\r"))) is not None]
    return [found.name, len(said), digest(said)]


def digest(said: Iterable[object]) -> str:
    """Return a digest of what was said, in order."""
    return hashlib.sha256("\n".join(map(str, said)).encode()).hexdigest()


LISTINGS = catalogue.load()

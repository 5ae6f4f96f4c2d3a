"""How do a page and a checker that runs elsewhere (a browser's worker) speak with each other? In JSON.

`read_ground` reads what the checker may know of the school; `check_document` checks a draft. The server and
the command line write what was noticed with the same functions, so that all say the same.
"""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import asdict, fields
from datetime import datetime, timedelta
from typing import Any

from staffroom.detectors.checker import check
from staffroom.detectors.detector import Ground
from staffroom.detectors.shelf import all_detectors
from staffroom.records.drafts import Draft
from staffroom.records.findings import Audience, Checked, Finding
from staffroom.records.name_sketch import NameSketch
from staffroom.records.school_words import SchoolWords, Strictness
from staffroom.rules.audiences import sentences_of, views_of


def write_ground(ground: Ground) -> dict[str, Any]:
    """Write what a checker may know of the school as a JSON document."""
    return {"words": asdict(ground.words), "names": _write_names(ground.names) if ground.names else None}


def read_ground(document: Mapping[str, Any]) -> Ground:
    """Read what `write_ground` wrote."""
    given = document["words"]
    words = {one.name: given[one.name] for one in fields(SchoolWords)}
    lists = {name: tuple(value) if isinstance(value, list) else value for name, value in words.items()}
    strictness = {name: Strictness(value) for name, value in given["strictness"].items()}
    names = document.get("names")
    return Ground(
        words=SchoolWords(**(lists | {"strictness": strictness})), names=_read_names(names) if names else None
    )


def _write_names(sketch: NameSketch) -> dict[str, str]:
    return {"key": sketch.key.hex(), "sketch": b64encode(sketch.to_bytes()).decode()}


def _read_names(document: Mapping[str, str]) -> NameSketch:
    return NameSketch.from_bytes(b64decode(document["sketch"]), bytes.fromhex(document["key"]))


def read_draft(document: Mapping[str, Any]) -> Draft:
    """Read a draft: `text`, and where known `at` (local time), `since_last` (seconds) and `for_school`."""
    at, since_last = document.get("at"), document.get("since_last")
    return Draft(
        text=document["text"],
        at=datetime.fromisoformat(at) if at else None,
        since_last=None if since_last is None else timedelta(seconds=since_last),
        for_school=bool(document.get("for_school")),
    )


def write_checked(checked: Checked) -> dict[str, Any]:
    """Write what came of a check as a JSON document. Spans count characters, as Python does."""
    titles = {detector.name: detector.title for detector in all_detectors()}
    return {
        "findings": [write_finding(one) | {"title": titles[one.detector]} for one in checked.findings],
        "views": list(sentences_of(views_of(checked.findings))),
        "problems": list(checked.problems),
    }


def check_document(draft: str, ground: Ground) -> str:
    """Check a draft that is given as JSON text, and return what came of it as JSON text."""
    return json.dumps(write_checked(check(read_draft(json.loads(draft)), ground)), ensure_ascii=False)


def write_finding(finding: Finding) -> dict[str, Any]:
    """Write a finding as a JSON document."""
    return {
        "detector": finding.detector,
        "kind": finding.kind,
        "clause": finding.clause,
        "strength": finding.strength.name.casefold(),
        "is_protected": finding.protects,
        "places": [
            {"start": span.start, "end": span.end, "words": words}
            for span, words in zip(finding.spans, finding.words, strict=True)
        ],
        "why": finding.why,
        "way_out": finding.way_out,
        "matters_to": [one.value for one in Audience if one in finding.matters_to],
    }

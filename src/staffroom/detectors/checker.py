"""What in a draft touches the policy?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from staffroom.detectors.detector import Detector, Ground
from staffroom.detectors.plain_text import PlainText, read_plain
from staffroom.detectors.shelf import all_detectors
from staffroom.policy.keeping import keeps
from staffroom.records.drafts import Draft
from staffroom.records.findings import Checked, Finding, Notice
from staffroom.records.school_words import Strictness

LONGEST = 50_000  # characters that are looked at; no network takes a longer post
TOO_LONG = f"Only the first {LONGEST:,} characters were checked."

Noticed = tuple[Detector, Notice]


@keeps("CON-3", "BYP-1")
def check(draft: Draft, ground: Ground | None = None, detectors: Iterable[Detector] | None = None) -> Checked:
    """Advise on a draft. It is looked at in memory only: nothing of it is kept, counted or sent anywhere."""
    ground = Ground() if ground is None else ground
    text = read_plain(draft.text[:LONGEST])
    problems = [TOO_LONG] if len(draft.text) > LONGEST else []
    noticed: list[Noticed] = []
    for detector in all_detectors() if detectors is None else detectors:
        try:
            noticed += _noticed(detector, text, draft, ground)
        except Exception:  # noqa: BLE001 - what one detector cannot bear must not silence the others
            problems.append(f"{detector.title} could not be looked for.")
    is_protected = any(detector.kinds[notice.kind].protects for detector, notice in noticed)
    findings = [_finding(*one, text, draft, is_protected=is_protected) for one in noticed]
    findings.sort(key=lambda finding: (-finding.strength, finding.spans[0]))
    return Checked(tuple(findings), tuple(problems))


def _noticed(detector: Detector, text: PlainText, draft: Draft, ground: Ground) -> Iterator[Noticed]:
    is_strict = ground.words.strictness.get(detector.name) is Strictness.STRICT
    for notice in detector.notice(text, draft, ground):
        if notice.sure or is_strict:
            yield detector, notice


def _finding(
    detector: Detector, notice: Notice, text: PlainText, draft: Draft, *, is_protected: bool
) -> Finding:
    kind = detector.kinds[notice.kind]
    spans = tuple(text.original(span) for span in notice.spans)
    return Finding(
        detector=detector.name,
        kind=notice.kind,
        clause=kind.clause,
        strength=kind.strength,
        spans=spans,
        words=tuple(draft.text[start:end] for start, end in spans),
        why=kind.why,
        way_out=(is_protected and kind.if_protected) or kind.way_out,
        matters_to=kind.matters_to,
        tells=kind.tells,
        protects=kind.protects,
    )

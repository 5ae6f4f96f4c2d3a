"""How are the answers of `staffroom policy` written in JSON?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from staffroom.policy.clause import Clause
from staffroom.policy.comparison import Comparison, Pair
from staffroom.policy.control import Control, describe_review, is_review_overdue
from staffroom.policy.coverage import Coverage, Standing
from staffroom.policy.dates import Written
from staffroom.policy.matching import Match, Matching, Sureness
from staffroom.policy.text import Policy, rebuild
from staffroom.policy.wording import compare_words
from staffroom.readers.documents.document import Document

Json = dict[str, object]


@dataclass(frozen=True, slots=True)
class Imported:
    """A file that was read, on which day, and what was found in it."""

    name: str
    document: Document
    policy: Policy
    matching: Matching
    today: date

    @property
    def is_rebuilt(self) -> bool:
        """Say whether the pieces make the text of the document again, character for character."""
        return rebuild(self.policy) == self.document.text


@dataclass(frozen=True, slots=True)
class Checked:
    """A statement, the public key it was checked with, and whether that key signed exactly it."""

    statement: dict[str, str]
    key: str
    is_genuine: bool


def verify_document(checked: Checked) -> Json:
    """Write whether a statement is genuine. See schemas/policy-verify.json."""
    return {"is_genuine": checked.is_genuine, "key": checked.key, "statement": dict(checked.statement)}


def import_document(imported: Imported) -> Json:
    """Write what was read; `pieces` and `after` make the text again. See schemas/policy-import.json."""
    policy, matching = imported.policy, imported.matching
    return {
        "file": imported.name,
        "title": policy.title,
        "day": imported.today.isoformat(),
        "control": _control(policy.control),
        "review": {
            "is_overdue": is_review_overdue(policy.control, imported.today),
            "says": describe_review(policy.control, imported.today),
        },
        "sections": list(policy.sections),
        "counts": count_matches(matching),
        "clauses": [_match(one) for one in matching.matches],
        "missing": [_clause(clause) for clause in matching.missing],
        "is_rebuilt_word_for_word": imported.is_rebuilt,
        "lines_left_out": imported.document.left_out,
        "pieces": [{"role": one.role, "before": one.before, "text": one.text} for one in policy.pieces],
        "after": policy.after,
    }


def count_matches(matching: Matching) -> dict[str, int]:
    """Count the sentences by how sure their match is, all of them, and the missing clauses."""
    by_sureness = Counter(one.sureness for one in matching.matches)
    counts = {sureness.value: by_sureness[sureness] for sureness in Sureness}
    return {"clauses": len(matching.matches), **counts, "missing": len(matching.missing)}


def one_line(text: str) -> str:
    """Take out the line breaks of a text that was wrapped by hand; `pieces` keeps them."""
    return " ".join(line.strip() for line in text.splitlines())


def coverage_document(lines: Sequence[Coverage]) -> Json:
    """Write what keeps and what proves each clause. See schemas/policy-coverage.json."""
    counts = Counter(line.standing for line in lines)
    return {
        "are_proofs_shown": all(line.proofs is not None for line in lines),
        "counts": {standing.value: counts[standing] for standing in Standing},
        "clauses": [
            _clause(line.clause)
            | {
                "standing": line.standing,
                "keepers": list(line.keepers),
                "proofs": None if line.proofs is None else list(line.proofs),
                "people": line.clause.people,
                "until_built": line.clause.until_built,
            }
            for line in lines
        ],
    }


def compare_document(compared: Comparison, names: tuple[str, str]) -> Json:
    """Write what changed between two policies. See schemas/policy-compare.json."""
    return {
        "before": names[0],
        "after": names[1],
        "control": [
            {"field": field, "before": before, "after": after} for field, before, after in compared.control
        ],
        "unchanged": sum(1 for pair in compared.pairs if not pair.is_reworded),
        "added": [_side(one) for one in compared.added],
        "reworded": [_reworded(pair) for pair in compared.reworded],
        "withdrawn": [_side(one) for one in compared.withdrawn],
        "moved": [_moved(pair) for pair in compared.moved],
    }


def _control(control: Control) -> Json:
    return {
        "version": control.version,
        "issued": _iso(control.issued),
        "approved": _iso(control.approved),
        "review_by": _iso(control.review_by),
        "approved_by": control.approved_by,
        "owner": control.owner,
        "lines": [{"field": row.field, "label": row.label, "value": row.value} for row in control.rows],
    }


def _iso(written: Written | None) -> str | None:
    return None if written is None else written.iso


def _match(one: Match) -> Json:
    return {
        "id": one.clause.id if one.clause else None,
        "text": one_line(one.piece.text),
        "section": one.piece.section,
        "confidence": one.confidence,
        "sureness": one.sureness,
        "force": one.clause.force if one.clause else None,
        "binds": one.clause.binds if one.clause else None,
        "kept_by": one.clause.kept_by if one.clause else None,
    }


def _clause(clause: Clause) -> Json:
    return {
        "id": clause.id,
        "section": clause.section,
        "text": clause.text,
        "force": clause.force,
        "binds": clause.binds,
        "kept_by": clause.kept_by,
    }


def _side(one: Match) -> Json:
    id = one.clause.id if one.clause else None
    return {"id": id, "section": one.piece.section, "text": one_line(one.piece.text)}


def _reworded(pair: Pair) -> Json:
    before, after = pair.forces
    stretches = compare_words(pair.before.piece.text, pair.after.piece.text)
    return {
        "id": pair.id or None,
        "before": one_line(pair.before.piece.text),
        "after": one_line(pair.after.piece.text),
        "force_before": before,
        "force_after": after,
        "words": [{"fate": stretch.fate, "text": stretch.words} for stretch in stretches],
    }


def _moved(pair: Pair) -> Json:
    return {
        "id": pair.id or None,
        "text": one_line(pair.after.piece.text),
        "section_before": pair.before.piece.section,
        "section_after": pair.after.piece.section,
    }

"""Which control, sections and clauses has a published policy, and do they make its text again?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from staffroom.policy.control import Control, Row, read_control, read_row
from staffroom.policy.headings import find_headings
from staffroom.policy.paragraph import Kind, Paragraph
from staffroom.policy.sentences import sentence_spans

MOST_SENTENCES = 1_000
LONGEST_SENTENCE = 10_000  # characters
LONGEST_POLICY = 300_000  # characters; a hundred pages


class NotAPolicyError(ValueError):
    """The text is no policy; the message is one sentence for the person who asked."""


class Role(StrEnum):
    """What a piece of the published text is."""

    CONTROL = "control"
    HEADING = "heading"
    CLAUSE = "clause"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the published text: `before` is what divides it from the piece before.

    `section` is the heading that it stands under; empty before the first.
    """

    text: str
    role: Role
    before: str = ""
    section: str = ""


@dataclass(frozen=True, slots=True)
class Policy:
    """A published policy in pieces that make its whole text, and what its front page says.

    `after` is what follows the last piece. `ids` are the ids of its clauses, in order, where they are known
    beforehand (as the template's are); else empty.
    """

    control: Control
    pieces: tuple[Piece, ...]
    after: str = ""
    ids: tuple[str, ...] = ()

    @property
    def clauses(self) -> tuple[Piece, ...]:
        """Return the sentences that are clauses, in their order."""
        return tuple(piece for piece in self.pieces if piece.role is Role.CLAUSE)

    @property
    def sections(self) -> tuple[str, ...]:
        """Return the headings, in their order."""
        return tuple(piece.text for piece in self.pieces if piece.role is Role.HEADING)

    @property
    def title(self) -> str:
        """Return the first heading; empty where there is none."""
        return next(iter(self.sections), "")


def read_policy(paragraphs: Sequence[Paragraph], after: str = "") -> Policy:
    """Read paragraphs into a policy that loses none of them.

    Raises NotAPolicyError for a text without a sentence, or larger than any policy is.
    """
    rows: list[Row] = []
    pieces = tuple(_pieces(paragraphs, rows))
    policy = Policy(read_control(rows), pieces, after)
    _check_size(policy)
    return policy


def rebuild(policy: Policy) -> str:
    """Make the published text again, word for word."""
    return "".join(piece.before + piece.text for piece in policy.pieces) + policy.after


def _pieces(paragraphs: Sequence[Paragraph], rows: list[Row]) -> Iterator[Piece]:
    """Yield the pieces of each paragraph, and gather the lines of the front page on the way."""
    headings = find_headings(paragraphs)
    section, is_front = "", False
    for place, paragraph in enumerate(paragraphs):
        row = read_row(paragraph.text, is_marked=paragraph.kind is Kind.ROW) or (
            _further_row(paragraph) if is_front else None
        )
        is_front = row is not None
        if row is not None:
            rows.append(row)
            yield Piece(paragraph.text, Role.CONTROL, paragraph.before, section)
        elif place in headings:
            section = paragraph.text
            yield Piece(paragraph.text, Role.HEADING, paragraph.before, section)
        else:
            yield from _sentences(paragraph, section)


def _further_row(paragraph: Paragraph) -> Row | None:
    """Read a line next to lines of the front page, whose label is not known."""
    for mark in ("\t", "|", ":"):
        label, found, value = paragraph.text.strip("| ").partition(mark)
        if found and value.strip() and len(paragraph.text) <= 100 and len(label.split()) <= 6:
            return Row("", label.strip(), value.strip())
    return None


def _sentences(paragraph: Paragraph, section: str) -> Iterator[Piece]:
    before, end = paragraph.before, 0
    for begin, stop in sentence_spans(paragraph.text):
        yield Piece(paragraph.text[begin:stop], Role.CLAUSE, before + paragraph.text[end:begin], section)
        before, end = "", stop


def _check_size(policy: Policy) -> None:
    clauses = policy.clauses
    if not clauses:
        raise NotAPolicyError(
            "No sentence was found in this text. Give the file with the words of the policy."
        )
    if len(clauses) > MOST_SENTENCES:
        raise NotAPolicyError(
            f"This text has more than {MOST_SENTENCES:,} sentences, which no policy has. Give it alone."
        )
    lengths = [len(piece.text) for piece in clauses]
    if max(lengths) > LONGEST_SENTENCE:
        raise NotAPolicyError(
            f"This text has a sentence of over {LONGEST_SENTENCE:,} characters. Check that it is the policy."
        )
    if sum(lengths) > LONGEST_POLICY:
        raise NotAPolicyError(
            f"This text has more than {LONGEST_POLICY:,} characters, which no policy has. Give it alone."
        )

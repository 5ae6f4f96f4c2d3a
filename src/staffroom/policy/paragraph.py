"""What does a reader of documents hand over?"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What the document itself says of a paragraph; `PLAIN` where it says nothing."""

    PLAIN = "plain"
    HEADING = "heading"
    ITEM = "item"
    ROW = "row"  # of a table


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, heading, list item or table row, in its published words.

    `before` is everything that stands between it and the paragraph before: white space, marks of the
    format, lines without a letter or digit. All `before` and `text` in order make the whole text.
    """

    text: str
    kind: Kind = Kind.PLAIN
    before: str = "\n\n"

"""What is a document, once it is read, and what may no document be?"""

from __future__ import annotations

from dataclasses import dataclass

from staffroom.policy.paragraph import Paragraph

LARGEST_FILE = 5_000_000  # bytes
LONGEST_TEXT = 2_000_000  # characters


class UnreadableDocumentError(ValueError):
    """A document cannot be read; the message is one sentence that says what to do, without its content."""


@dataclass(frozen=True, slots=True)
class Document:
    """The paragraphs of a document, and what follows the last of them.

    `left_out` counts the lines that belong to the paper and not to the text: page headers, page numbers.
    """

    paragraphs: tuple[Paragraph, ...]
    after: str = ""
    left_out: int = 0

    @property
    def text(self) -> str:
        """Return the whole text as it was read."""
        return "".join(one.before + one.text for one in self.paragraphs) + self.after

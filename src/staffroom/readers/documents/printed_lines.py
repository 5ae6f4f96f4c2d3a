"""Which printed lines of a PDF are one paragraph?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from staffroom.policy.control import read_row
from staffroom.policy.headings import is_heading_shaped
from staffroom.readers.documents.wrapping import begins_paragraph

# A line counts as full from this part of the widest on: letters differ in width.
FULL = 0.85
INDENT = 3  # columns; less is chance
SENTENCE_END = re.compile(r"[.!?:;][\"'’”)\]]*$")
BROKEN_WORD = re.compile(r"[^\W\d_]-$")


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A line as printed: its words, how far from the left edge they begin (in columns), and its place."""

    text: str
    indent: int = 0
    ends_page: bool = False

    @property
    def edge(self) -> int:
        """Return the column where the line ends."""
        return self.indent + len(self.text)


def join_lines(lines: Sequence[PrintedLine]) -> list[str]:
    """Join the lines that a paragraph was wrapped into; an empty line divides, unless all are spaced out."""
    width = max((line.edge for line in lines), default=0)
    is_spaced = _is_spaced(lines, width)
    joined: list[str] = []
    last, has_gap = PrintedLine(""), False
    for line in lines:
        if not line.text:
            has_gap = not is_spaced
            continue
        if last.text and _continues(last, line, width, has_gap=has_gap):
            joined[-1] += line.text if _breaks_word(last.text, line.text) else f" {line.text}"
        else:
            joined.append(line.text)
        last, has_gap = line, False
    return joined


def _continues(last: PrintedLine, line: PrintedLine, width: int, *, has_gap: bool) -> bool:
    if not any(map(str.isalnum, line.text)):
        return True  # a full stop that found no room
    if begins_paragraph(line.text) or "\t" in last.text or read_row(last.text):
        return False
    is_full = _is_full(last, line, width)
    has_ended = SENTENCE_END.search(last.text) is not None
    if has_ended and (last.ends_page or line.indent - last.indent >= INDENT):
        return False
    if has_ended and is_heading_shaped(line.text) and line.edge < FULL * width:
        return False
    if _is_list(last, line) and last.text.endswith(";"):
        return False
    if line.text[0].islower():
        return is_full or not (has_gap or has_ended or _is_list(last, line))
    return is_full and not has_gap


def _is_list(last: PrintedLine, line: PrintedLine) -> bool:
    """Say whether two lines are indented alike, as list items are whose marks are drawn and not written."""
    return abs(last.indent - line.indent) < INDENT <= line.indent


def _is_full(line: PrintedLine, following: PrintedLine, width: int) -> bool:
    """Say whether the first word of the next line would not have fitted."""
    return line.edge + 1 + len(following.text.split(maxsplit=1)[0]) >= FULL * width


def _is_spaced(lines: Sequence[PrintedLine], width: int) -> bool:
    """Say whether empty lines stand between the lines of paragraphs too, as in a draft for correction."""
    full = [place for place, line in enumerate(lines[:-1]) if line.edge >= FULL * width > 0]
    followed_by_gap = sum(1 for place in full if not lines[place + 1].text)
    return len(full) >= 3 and followed_by_gap > len(full) / 2


def _breaks_word(last: str, line: str) -> bool:
    """Say whether a line ends with the hyphen of a word such as `e-safety`, which goes on in the next."""
    return BROKEN_WORD.search(last) is not None and line[0].isalpha()

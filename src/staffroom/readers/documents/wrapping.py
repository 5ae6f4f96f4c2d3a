"""Is the next line a paragraph of its own, or was the line before only full?"""

from __future__ import annotations

import re
from collections.abc import Sequence

from staffroom.policy.control import read_row
from staffroom.policy.headings import is_item

# A text with longer lines was not wrapped by hand: there each line is a paragraph.
WIDEST = 130
NUMBERED = re.compile(r"\(?(?:\d+(?:\.\d+)*|[a-z]|[ivx]+)[.)]\s")


def width_of(lines: Sequence[str]) -> int:
    """Return the width at which a text seems to be wrapped, in characters; 0 where it is not."""
    longest = max((len(line.rstrip()) for line in lines), default=0)
    return longest if longest <= WIDEST else 0


def is_continued(line: str, following: str, width: int) -> bool:
    """Say whether the second line belongs to the paragraph of the first.

    It does where its first word would not have fitted on the first line, and it does not begin a list item,
    a numbered paragraph or a line of the front page.
    """
    if not width or begins_paragraph(following) or read_row(line.strip()):
        return False
    first_word = following.split(maxsplit=1)[0] if following.strip() else ""
    return len(line.rstrip()) + 1 + len(first_word) > width


def begins_paragraph(line: str) -> bool:
    """Say whether a line shows by its first mark that it begins a paragraph."""
    text = line.strip()
    return is_item(text) or NUMBERED.match(text) is not None or "\t" in text or read_row(text) is not None

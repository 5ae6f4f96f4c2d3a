"""Which paragraphs of a policy are headings, where the document does not say?"""

from __future__ import annotations

import re
from collections.abc import Sequence

from staffroom.policy.paragraph import Kind, Paragraph

MOST_WORDS = 12
MOST_CHARACTERS = 100
COLON_WORDS = 4  # "General:" is a heading; "It therefore asks staff to:" is none
BULLET = re.compile(r"(?:[-–—*+•●▪◦‣·]|o(?=\s))\s+|[-–—•●▪◦‣·](?=\w)")
NUMBER = re.compile(r"(?:\d+(?:\.\d+)*|[A-Za-z]|[ivxIVX]+)[.)]?\s+(?=[A-Z])")
DUTY = re.compile(r"\b(?:must|should|shall|will|may|can|cannot|never|are|is)\b", re.I)
ASKING = re.compile(r"(?:what|who|how|why|when|where|if)\b", re.I)


def is_item(text: str) -> bool:
    """Say whether a paragraph begins with the mark of a list."""
    return BULLET.match(text) is not None


def find_headings(paragraphs: Sequence[Paragraph]) -> frozenset[int]:
    """Return the places of the headings.

    What the document marks as a heading is one. A plain paragraph is one if it has the shape of one and
    something stands beneath it; once the text has begun, three or more in a row are a list without marks.
    """
    marked = {place for place, one in enumerate(paragraphs) if one.kind is Kind.HEADING}
    shaped = [one.kind is Kind.PLAIN and is_heading_shaped(one.text) for one in paragraphs]
    found: set[int] = set(marked)
    has_begun, place = False, 0
    while place < len(paragraphs):
        end = place
        while end < len(paragraphs) and shaped[end]:
            end += 1
        found.update(_headings_of_run(place, end, has_begun=has_begun, is_last=end == len(paragraphs)))
        has_begun = has_begun or (end < len(paragraphs) and _is_body(paragraphs[end]))
        place = max(end, place + 1)
    return frozenset(found)


def is_heading_shaped(text: str) -> bool:
    """Say whether a paragraph is short, begins like a title and ends without a full stop."""
    words = text.split()
    if not words or len(words) > MOST_WORDS or len(text) > MOST_CHARACTERS or "\t" in text:
        return False
    if is_item(text) or not _begins_a_title(text):
        return False
    if text.endswith(":"):
        return len(words) <= COLON_WORDS
    if text[-1] in ".?!;,":
        return False
    return len(words) < 5 or not DUTY.search(text) or ASKING.match(text) is not None


def _headings_of_run(begin: int, end: int, *, has_begun: bool, is_last: bool) -> range:
    if is_last:
        return range(0)
    if has_begun and end - begin > 2:
        return range(end - 1, end)
    return range(begin, end)


def _begins_a_title(text: str) -> bool:
    numbered = NUMBER.match(text)
    begin = text[numbered.end() if numbered else 0 :]
    return begin[:1].isupper() or begin[:2].lower() == "e-"


def _is_body(paragraph: Paragraph) -> bool:
    """Say whether a paragraph is text, and not a table or heading of the front page."""
    return paragraph.kind in (Kind.PLAIN, Kind.ITEM) and paragraph.text[-1] in ".;:?)"

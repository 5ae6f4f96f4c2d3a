"""Does a word that explains a number stand near it?"""

from __future__ import annotations

import re

from staffroom.detectors.plain_text import PlainText
from staffroom.records.findings import Span


def is_before(cue: re.Pattern[str], text: PlainText, start: int, reach: int = 60) -> bool:
    """Say whether a cue stands within `reach` characters before a place, in small letters."""
    return cue.search(text.lower, max(0, start - reach), start) is not None


def is_after(cue: re.Pattern[str], text: PlainText, end: int, reach: int = 40) -> bool:
    """Say whether a cue stands within `reach` characters after a place, in small letters."""
    return cue.search(text.lower, end, min(len(text.lower), end + reach)) is not None


def is_near(cue: re.Pattern[str], text: PlainText, span: Span, before: int = 60, after: int = 40) -> bool:
    """Say whether a cue stands near a span, on either side."""
    return is_before(cue, text, span.start, before) or is_after(cue, text, span.end, after)

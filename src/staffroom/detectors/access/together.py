"""Does a text hold several things that only together say too much?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from staffroom.detectors.plain_text import PlainText
from staffroom.records.findings import Span

Places = tuple[Span, ...]


def find_together(patterns: tuple[re.Pattern[str], ...], text: PlainText) -> Iterator[Places]:
    """Give the first place of each pattern, where the text has them all."""
    spans: set[Span] = set()
    for pattern in patterns:
        found = pattern.search(text.lower)
        if not found:
            return
        spans.add(Span(*found.span()))
    yield tuple(sorted(spans))

"""Which places of a text are somebody else's words?"""

from __future__ import annotations

import re
from typing import Final

from staffroom.detectors.plain_text import PlainText
from staffroom.records.findings import Span

# Between double quotes, or between single ones that do not stand inside a word.
_QUOTED: Final = re.compile(r'"[^"\n]{1,300}"|(?<!\w)\'(?:[^\'\n]|\'(?=\w)){2,200}\'(?!\w)')


def find_quotations(text: PlainText) -> tuple[Span, ...]:
    """Return what stands between quotation marks."""
    if '"' not in text.plain and "'" not in text.plain:
        return ()
    return tuple(Span(*found.span()) for found in _QUOTED.finditer(text.plain))


def is_inside(span: Span, spans: tuple[Span, ...]) -> bool:
    """Say whether a span stands in one of others."""
    return any(other.start <= span.start and span.end <= other.end for other in spans)

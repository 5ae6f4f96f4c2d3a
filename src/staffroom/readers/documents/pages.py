"""Which lines of the pages of a PDF are the text, and which are headers, footers and page numbers?"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from staffroom.readers.documents.printed_lines import PrintedLine

EDGE = 2  # lines at the top and at the bottom of a page that may be header or footer
PAGE_NUMBER = re.compile(r"(?:page\s*)?[-–—]?\s*\d{1,3}\s*[-–—]?(?:\s*(?:of|/)\s*\d{1,3})?", re.I)
NUMBERS = re.compile(r"\d+")

Page = Sequence[PrintedLine]


def take_text(pages: Sequence[Page]) -> tuple[list[PrintedLine], int]:
    """Return the lines of all pages without headers and footers, and how many lines were left out.

    A line at the edge of a page is header or footer if it is a page number, or if it stands (its numbers
    apart) at the edge of two pages at least and of more than half of all. Ruled lines are left out too.
    """
    repeated = _repeated(pages)
    kept: list[PrintedLine] = []
    left_out = 0
    for page in pages:
        edges = set(_edges(page))
        text = [
            line for place, line in enumerate(page)
            if not (_is_ruled(line.text) or (place in edges and _is_furniture(line.text, repeated)))
        ]  # fmt: skip
        left_out += len(page) - len(text)
        kept += _without_outer_blanks(text)
    return kept, left_out


def _without_outer_blanks(lines: Sequence[PrintedLine]) -> list[PrintedLine]:
    written = [place for place, line in enumerate(lines) if line.text]
    if not written:
        return []
    last = replace(lines[written[-1]], ends_page=True)
    return [*lines[written[0] : written[-1]], last]


def _is_ruled(line: str) -> bool:
    """Say whether a line is drawn and not written; a short mark, such as a full stop, is written."""
    return len(line) > 3 and not any(map(str.isalnum, line))


def _repeated(pages: Sequence[Page]) -> frozenset[str]:
    seen = Counter(line for page in pages for line in {_masked(page[place].text) for place in _edges(page)})
    return frozenset(line for line, times in seen.items() if times >= 2 and times > len(pages) / 2)


def _edges(page: Page) -> list[int]:
    written = [place for place, line in enumerate(page) if line.text]
    return sorted({*written[:EDGE], *written[-EDGE:]})


def _is_furniture(line: str, repeated: frozenset[str]) -> bool:
    return _masked(line) in repeated or PAGE_NUMBER.fullmatch(line) is not None


def _masked(line: str) -> str:
    return NUMBERS.sub("#", " ".join(line.split()))

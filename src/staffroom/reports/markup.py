"""How are words and tables written as HTML that nothing can break out of?"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from html import escape

LONGEST = 80  # characters of one foreign text; a longer one ends in an ellipsis
QUIET = ("hidden", "no logs", "nothing read")
LONGEST_SENTENCE = 2_000  # characters
GLUE = "\N{NO-BREAK SPACE}"
UNSEEN = {"Cc", "Cf", "Cs", "Co", "Cn"}  # control, formatting (also right-to-left overrides), no characters


def clean(words: str, *, longest: int = LONGEST) -> str:
    """Take out what cannot be seen and shorten what is endless."""
    seen = "".join(" " if each.isspace() and each not in GLUE else each for each in words[: longest * 4])
    seen = "".join(each for each in seen if unicodedata.category(each) not in UNSEEN)
    return seen if len(seen) <= longest else seen[: longest - 1] + "…"


def write_text(words: str) -> str:
    """Write words as HTML text, also fit for a quoted attribute and for SVG."""
    return escape(clean(words), quote=True)


def write_sentence(words: str) -> str:
    """Write a whole sentence, which may be longer than a name."""
    return escape(clean(words, longest=LONGEST_SENTENCE), quote=True)


def paragraph(words: str, kind: str = "") -> str:
    """Write one paragraph; `kind` is a class."""
    marked = f' class="{kind}"' if kind else ""
    return f"<p{marked}>{write_sentence(words)}</p>"


def table(caption: str, heads: Sequence[str], rows: Iterable[Sequence[str]], *, kind: str = "plain") -> str:
    """Write a table whose first column names the rows; `kind` is its class.

    All texts are plain words; those of QUIET are shown in grey. The table scrolls sideways by itself where
    the screen is narrow, and can be reached with the keyboard for that.
    """
    top = "".join(f'<th scope="col">{write_text(head)}</th>' for head in heads)
    body = "".join(_row(row) for row in rows)
    words = write_text(caption)
    return (
        f'<div class="scroll" role="region" aria-label="{words}" tabindex="0"><table class="{kind}">'
        f"<caption>{words}</caption><thead><tr>{top}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def _row(cells: Sequence[str]) -> str:
    head, *rest = cells
    return f'<tr><th scope="row">{write_text(head)}</th>{"".join(map(_cell, rest))}</tr>'


def _cell(words: str) -> str:
    marked = ' class="quiet"' if words in QUIET else ""
    return f"<td{marked}>{write_text(words)}</td>"


def details(summary: str, inside: str) -> str:
    """Write something that unfolds on a screen and lies open in print."""
    return f"<details><summary>{write_text(summary)}</summary>{inside}</details>"


def section(title: str, inside: str) -> str:
    """Write a section with its heading."""
    return f"<section><h2>{write_text(title)}</h2>{inside}</section>"

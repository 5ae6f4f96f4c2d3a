"""Where does one sentence of a paragraph end and the next begin?"""

from __future__ import annotations

import re

# Words whose full stop ends no sentence; some of them only before a number.
SHORT = re.compile(r"e\.g|i\.e|viz|cf|vs|mr|mrs|ms|dr|prof|rev|st", re.I)
SHORT_BEFORE_NUMBER = re.compile(r"nos?|pp?|paras?|sec|fig|approx", re.I)

# A sentence ends with . ! or ? (closing quotes and brackets go with it) before a space and a beginning.
END = re.compile(r"""[.!?]["'’”)\]]*\s+(?=["'‘“(\[]?[A-Z0-9])""")
LAST_WORD = re.compile(r"([A-Za-z][A-Za-z.]*|\d+|\S)[.!?][\"'’”)\]]*\s+$")
NUMBERING = re.compile(r"\s*(?:[-–—•●▪◦*o]\s+)?\(?(?:\d+(?:\.\d+)*|[a-zA-Z]|[ivxIVX]+)[.)]\s+")


def sentence_spans(paragraph: str) -> tuple[tuple[int, int], ...]:
    """Return the beginning and end of each sentence; the white space between them belongs to none."""
    spans, begin = [], 0
    numbered = NUMBERING.match(paragraph)
    from_here = numbered.end() if numbered else 0
    for found in END.finditer(paragraph, from_here):
        if _is_short(paragraph[max(begin, found.start() - 24) : found.end()], paragraph[found.end()]):
            continue
        spans.append((begin, begin + len(paragraph[begin : found.end()].rstrip())))
        begin = found.end()
    spans.append((begin, len(paragraph)))
    return tuple((start, end) for start, end in spans if end > start)


def _is_short(ending: str, following: str) -> bool:
    """Say whether a stop only shortens the word before it."""
    last = LAST_WORD.search(ending)
    if last is None:
        return False
    word = last[1].rstrip(".")
    return SHORT.fullmatch(word) is not None or (
        following.isdigit() and SHORT_BEFORE_NUMBER.fullmatch(word) is not None
    )


def stand_alone(clause: str) -> str:
    """Write a clause that may be one of a list as a sentence of its own: "- be careful;" as "Be careful."."""
    text = clause.strip().removeprefix("- ").rstrip(";:.")
    return f"{text[:1].upper()}{text[1:]}{'' if text.endswith(('?', '!')) else '.'}"

"""Where in a text do the school's own words stand?"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from staffroom.detectors.phrases import Match, Phrases
from staffroom.detectors.plain_text import PlainText, read_plain
from staffroom.records.findings import Span
from staffroom.records.school_words import SchoolWords

# After a name they make it the name of something else: a road, a club, a shop.
_OTHER_NAMES: Final = frozenset(
    """road street lane close avenue drive way crescent gardens garden park woods wood hill farm fc
    united town rovers library surgery station pub arms church hospital council market estate
    centre bakery police court golf cricket rugby football hotel services common green""".split()  # noqa: SIM905 - a list to be read
)
_BEFORE: Final = frozenset("._%+-")
FIELDS: Final = (
    *("names", "short_names", "address", "postcode", "town", "domains", "hashtags"),
    *("uniform", "systems", "code_words"),
)


def find_school_words(text: PlainText, words: SchoolWords) -> list[Match[str]]:
    """Return where the school's words stand, each with the field that holds it as its label.

    The longest of those that begin together counts, and no name inside an address of the internet does.
    """
    found = _phrases(tuple(_listed(words, field) for field in FIELDS)).find(text.words)
    kept: list[Match[str]] = []
    found.sort(key=lambda match: (match.label != "domains", match.first, -match.last))
    for match in found:
        if match.label == "domains" and not _is_one_word(text, match.span):
            continue
        if not any(match.first <= other.last and other.first <= match.last for other in kept):
            kept.append(match)
    return [match for match in kept if not _is_something_else(text, match, words)]


def _listed(words: SchoolWords, field: str) -> tuple[str, ...]:
    value: str | tuple[str, ...] = getattr(words, field)
    return (value,) if isinstance(value, str) else value


@lru_cache(maxsize=8)
def _phrases(fields: tuple[tuple[str, ...], ...]) -> Phrases[str]:
    return Phrases({label: list(_spellings(texts)) for label, texts in zip(FIELDS, fields, strict=True)})


def _spellings(texts: tuple[str, ...]) -> list[str]:
    """Spell each text as words, in one word (a hashtag, a postcode), and with hyphens."""
    spelt = [[word.text for word in read_plain(text).words] for text in texts]
    return [join.join(words) for words in spelt if words for join in (" ", "", "-")]


def _is_one_word(text: PlainText, span: Span) -> bool:
    """Say whether no space stands in an address of the internet."""
    return " " not in text.plain[span.start : span.end] and "\n" not in text.plain[span.start : span.end]


def _is_something_else(text: PlainText, match: Match[str], words: SchoolWords) -> bool:
    """Say whether a name is that of a road or a club, or letters ("LPS") are another word ("LPs")."""
    if match.label not in ("short_names", "names", "town", "systems"):
        return False
    following = text.words[match.last + 1].text if match.last + 1 < len(text.words) else ""
    written = text.plain[match.span.start : match.span.end]
    is_short = written.upper() in words.short_names and len(written) <= 5
    return following in _OTHER_NAMES or (is_short and not (written.isupper() or written.islower()))


def whole_address(text: PlainText, span: Span) -> Span:
    """Stretch a domain to the whole e-mail address, or a hashtag to its sign."""
    start = span.start
    if start and text.plain[start - 1] == "#":
        return Span(start - 1, span.end)
    if start and text.plain[start - 1] == "@":
        start -= 1
        while start and span.start - start < 65 and _is_of_a_mailbox(text.plain[start - 1]):
            start -= 1
    return Span(start, span.end)


def _is_of_a_mailbox(letter: str) -> bool:
    return letter.isalnum() or letter in _BEFORE

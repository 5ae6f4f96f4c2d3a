"""Which words of a sentence carry its meaning, whatever their form?"""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files

WORD = re.compile(r"[a-z0-9]+")
# Two words, or two spellings, of one thing.
JOINED = (
    (re.compile(r"['’‘`]s?\b"), ""),
    (re.compile(r"\bhead\s+teacher"), "headteacher"),
    (re.compile(r"\bonline[\s-]+safety"), "onlinesafety"),
    (re.compile(r"\b(e|cyber)[-\s]+(?=safety|bully)"), r"\1"),
    (re.compile(r"\bprint[-\s]+outs?\b"), "printout"),
    (re.compile(r"\bsenior leadership team"), "slt"),
)
# The longest ending first; what is left keeps four letters at least.
ENDINGS = (
    "isations", "isation", "ications", "ication", "ations", "ation", "ments", "ment", "ities", "ness",
    "ions", "ing", "ial", "ity", "ies", "ion", "ers", "ied", "ive", "ous", "ant", "ent", "ary", "al", "ed",
    "es", "er", "ly", "or", "s", "y", "e",
)  # fmt: skip


def meaning(text: str) -> frozenset[str]:
    """Return the stems of the words that carry the meaning of a text."""
    return frozenset(stem(word) for word in _words(text) if word not in _words_of_every_sentence())


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """Return what a word in lower case shares with its other forms and with the words that mean the same."""
    same = _same_words().get(word)
    if same is not None:
        return same
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word[:-1] if word.endswith("s") and len(word) > 3 else word


def _words(text: str) -> list[str]:
    line = text.lower()
    for shape, written in JOINED:
        line = shape.sub(written, line)
    return WORD.findall(line)


@cache
def _same_words() -> dict[str, str]:
    groups = _library()["groups"]
    return {word: group[0] for group in groups for word in group}


@cache
def _words_of_every_sentence() -> frozenset[str]:
    return frozenset(word for line in _library()["of_every_sentence"] for word in line)


@cache
def _library() -> dict[str, list[list[str]]]:
    source = files("staffroom.policy").joinpath("library/words.toml").read_text("utf-8")
    return tomllib.loads(source)

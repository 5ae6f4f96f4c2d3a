"""By which words would a reader know the school? It says so in words.toml."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Final

from staffroom.readers.rosters.cells import list_known
from staffroom.readers.rosters.problems import Complaints, Problem
from staffroom.readers.rosters.settings import LONGEST_TEXT, Toml, table_of, text_of
from staffroom.readers.rosters.toml_file import LARGEST_BYTES, read_toml
from staffroom.records.school_words import SchoolWords, Strictness

FILE: Final = "words.toml"
TEXTS: Final = ("postcode", "town")
LISTS: Final = (
    *("names", "short_names", "address", "domains", "hashtags", "uniform", "places"),
    *("systems", "code_words"),
)
ENTRIES: Final = frozenset({*TEXTS, *LISTS, "strictness"})
MOST_WORDS: Final = 500  # in one list
LARGEST_READ: Final = LARGEST_BYTES + 1  # bytes that need be read of the file
SHORTEST: Final = 2  # letters; one letter would be found everywhere


@dataclass(frozen=True, slots=True)
class WordsFile:
    """What words.toml gave, and what was wrong with it."""

    words: SchoolWords = field(default_factory=SchoolWords)
    problems: tuple[Problem, ...] = ()


def read_words(content: bytes, *, detectors: Collection[str] | None = None) -> WordsFile:
    """Read words.toml. `detectors` are the names that [strictness] may speak of; None trusts any."""
    complaints = Complaints(FILE)
    document = read_toml(content, complaints)
    if set(document) - ENTRIES:
        complaints.say(0, f"There is an entry that is not known. {list_known(ENTRIES)}")
    words = SchoolWords(
        **{name: text_of(document, name) for name in TEXTS},  # type: ignore[arg-type]
        **{name: _list(document, name, complaints) for name in LISTS},  # type: ignore[arg-type]
        strictness=_strictness(document, complaints, detectors),
    )
    return WordsFile(words, complaints.problems())


def _list(document: Toml, name: str, complaints: Complaints) -> tuple[str, ...]:
    found = document.get(name, [])
    if isinstance(found, str):
        found = [found]
    if not isinstance(found, list) or not all(isinstance(one, str) for one in found):
        complaints.say(0, f'The entry {name} must be a list of texts, such as ["one", "another"].')
        return ()
    if len(found) > MOST_WORDS:
        complaints.say(
            0, f"The entry {name} has more than {MOST_WORDS} texts; the first {MOST_WORDS} are used."
        )
    texts = [" ".join(one.split())[:LONGEST_TEXT] for one in found[:MOST_WORDS]]
    if any(len(text) < SHORTEST for text in texts):
        complaints.say(0, f"The entry {name} has a text that is empty or one letter, which was left out.")
    return tuple(dict.fromkeys(text for text in texts if len(text) >= SHORTEST))


def _strictness(
    document: Toml, complaints: Complaints, detectors: Collection[str] | None
) -> dict[str, Strictness]:
    """A detector can be made stricter; none can be made to say less than the policy has it say."""
    known, chosen = {one.value: one for one in Strictness}, {}
    for name, word in table_of(document, "strictness", complaints).items():
        if detectors is not None and name not in detectors:
            complaints.say(0, f"[strictness] speaks of a detector that is not known. {list_known(detectors)}")
        elif not isinstance(word, str) or word not in known:
            complaints.say(0, f"[strictness] has a value that is not known. {list_known(known)}")
        else:
            chosen[name] = known[word]
    return chosen

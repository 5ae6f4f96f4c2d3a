"""Which forms does a name have, when people write about somebody?

Letters are normalised: small, without accents, apostrophes, hyphens and spaces. A *part* is a given or a
family name; a *form* is what identifies somebody: two parts, a title and a part, initials and a class.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from enum import Enum
from functools import cache
from typing import Final, NamedTuple

from staffroom.records.known_people import Belonging, KnownPerson
from staffroom.rules.nicknames import nicknames

_PIECES = re.compile(r"[^\W_]+")
_APOSTROPHES: Final = str.maketrans("", "", "'’‘ʼ`´")
_LETTERS: Final = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ı": "i", "ħ": "h"}
)
_ARTICLES: Final = frozenset(["al", "el", "ul", "ad", "ar", "as", "an"])
_PARTICLES: Final = _ARTICLES | {
    *("bin", "ibn", "abu", "umm", "de", "da", "di", "del", "della", "la", "le"),
    *("van", "von", "der", "den", "ter", "o", "mac", "mc", "ap", "ab", "st"),
}
_WOMEN: Final = ("mrs", "miss", "ms")
_TITLES: Final = {"mr": ("mr",), "mrs": _WOMEN, "miss": _WOMEN, "ms": _WOMEN, "sir": ("mr", "sir")}
_ANY_TITLE: Final = ("mr", *_WOMEN)
_CALLED_BY_THE_SECOND: Final = frozenset(
    ["mohammed", "mohammad", "muhammad", "mohamed", "muhammed", "syed", "abdul"]
)
_LONGEST_PART: Final = 60  # letters
_YEAR = re.compile(r"\d{1,2}")


class FormKind(Enum):
    """What a form is made of. The value marks its hashes."""

    FULL = b"full"  # given and family name
    INITIAL = b"initial"  # given name and a letter
    TITLED = b"titled"  # title and family name
    TITLED_INITIAL = b"titled initial"
    ACCOUNT = b"account"  # a letter and family name run together
    INITIALS_CLASS = b"initials"  # initials and a class or year
    GIVEN_CLASS = b"class"  # given name and a class or year


class Part(NamedTuple):
    """A given or family name, as its pieces."""

    pieces: tuple[str, ...]

    @property
    def letters(self) -> str:
        """Return it run together."""
        return "".join(self.pieces)


class Form(NamedTuple):
    """A form: its kind, its parts, and its letters or marks that are no names."""

    kind: FormKind
    parts: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()


def normalise(written: str) -> str:
    """Make letters small and plain, and leave apostrophes out."""
    small = written.lower().translate(_APOSTROPHES)
    if small.isascii():
        return small
    apart = unicodedata.normalize("NFKD", small.translate(_LETTERS))
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def pieces_of(written: str) -> tuple[str, ...]:
    """Split a name into its pieces, normalised."""
    return tuple(_PIECES.findall(normalise(written)))


def given_parts(person: KnownPerson) -> set[Part]:
    """Return what a person may be called by people who use the given name."""
    found: set[Part] = set()
    for written in (person.given, person.preferred):
        pieces = pieces_of(written)
        called = [pieces, pieces[:1]]
        if pieces and pieces[0] in _CALLED_BY_THE_SECOND:
            called.append(pieces[1:])
        found |= {Part(one) for one in called if one}
        found |= {Part((short,)) for one in called if len(one) == 1 for short in nicknames(one[0])}
    return _bounded(found)


def family_parts(person: KnownPerson) -> set[Part]:
    """Return the family name: whole, without its particle, and the halves of a double one."""
    pieces = pieces_of(person.family)
    found = {Part(pieces)} | {
        Part((piece,)) for piece in pieces if piece not in _PARTICLES and len(piece) > 2
    }
    if pieces and pieces[0] in ("al", "el"):
        found |= {Part((article, *pieces[1:])) for article in ("al", "el")}
    return _bounded({part for part in found if part.pieces})


def openers(written: str) -> set[str]:
    """Return the pieces with which a name of several pieces begins, also where an apostrophe parts them."""
    spaced = pieces_of(re.sub("['’‘ʼ`´]", " ", written))
    return set(spaced[:-1])


def forms(person: KnownPerson, given_names: set[Part], family_names: set[Part]) -> Iterator[Form]:
    """Give every form of a person's name with these parts; one may come twice."""
    given = {part.letters for part in given_names}
    family = {part.letters for part in family_names}
    for second in family:
        yield from (Form(FormKind.FULL, (first, second)) for first in given)
        yield from (Form(FormKind.INITIAL, (first,), (second[0],)) for first in given)
        yield from (Form(FormKind.ACCOUNT, (second,), (letter,)) for letter in {one[0] for one in given})
    if person.belonging is Belonging.PUPIL:
        yield from _in_class(person, given)
    else:
        yield from _titled(person, family)


def _in_class(person: KnownPerson, given: set[str]) -> Iterator[Form]:
    for where in class_marks(person.class_name, person.year):
        yield from (Form(FormKind.GIVEN_CLASS, (first,), (where,)) for first in given)
        yield from (Form(FormKind.INITIALS_CLASS, (), (initials, where)) for initials in _initials(person))


def _titled(person: KnownPerson, family: set[str]) -> Iterator[Form]:
    title = normalise(person.title).strip(" .")
    for said in (*_TITLES.get(title, _ANY_TITLE), *([title] if title else [])):
        yield from (Form(FormKind.TITLED, (second,), (said,)) for second in family)
        yield from (Form(FormKind.TITLED_INITIAL, (), (said, second[0])) for second in family)


def _initials(person: KnownPerson) -> set[str]:
    family = pieces_of(person.family)
    firsts = {pieces[0][0] for pieces in map(pieces_of, (person.given, person.preferred)) if pieces}
    lasts = {piece[0] for piece in family} | {"".join(piece[0] for piece in family)[:3]}
    return {first + last for first in firsts for last in lasts if last}


@cache
def class_marks(class_name: str, year: str = "") -> tuple[str, ...]:
    """Return by which marks a class and its year are known: "5B" as itself and as year 5."""
    name = "".join(pieces_of(class_name))
    found = _YEAR.match(year or name)
    own_year = f"year{int(found.group())}" if found else "yearr" if (year or name)[:1] in ("r", "R") else ""
    return tuple(mark for mark in (name, own_year) if mark)


def _bounded(parts: set[Part]) -> set[Part]:
    return {part for part in parts if 1 < len(part.letters) <= _LONGEST_PART}

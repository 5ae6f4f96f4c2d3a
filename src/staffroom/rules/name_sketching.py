"""How is a school's roster of names turned into a sketch that nobody can read them from?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import cache

from staffroom.records.known_people import Belonging, KnownPerson
from staffroom.records.name_sketch import FAMILY_SHIFT, LEAST_FOR_SLIP, NameSketch, Side, make_hasher
from staffroom.rules.name_forms import Form, Part, family_parts, forms, given_parts, openers


def sketch_names(people: Iterable[KnownPerson], key: bytes) -> NameSketch:
    """Sketch the names of people under a key, 32 random bytes that are this school's own."""
    hash_of = make_hasher(key)

    @cache
    def part_hash(letters: str) -> bytes:
        return hash_of(letters.encode())

    sides: dict[str, int] = defaultdict(int)
    whose: dict[bytes, int] = defaultdict(int)
    longest = 1
    for person in people:
        given, family = given_parts(person), family_parts(person)
        _mark(sides, given, int(person.belonging))
        _mark(sides, family, int(person.belonging) << FAMILY_SHIFT)
        opening = openers(person.given) | openers(person.preferred) | openers(person.family)
        for piece in opening:
            sides[piece] |= Side.OPENS
        longest = max([longest, 2 if opening else 1, *(len(part.pieces) for part in given | family)])
        for form in set(forms(person, given, family)):
            content = form_content(form, [part_hash(part) for part in form.parts])
            whose[hash_of(content)] |= int(person.belonging)
    return NameSketch(
        key=key,
        parts={part_hash(letters): side for letters, side in sides.items()},
        forms={form: Belonging(one) for form, one in whose.items()},
        gaps={part_hash(one): _gaps(one, part_hash) for one in sides if len(one) >= LEAST_FOR_SLIP},
        longest=min(longest, 255),
    )


def form_content(form: Form, parts: list[bytes]) -> bytes:
    """Return what is hashed of a form, given the hashes of its parts."""
    return b"\x00".join([form.kind.value, *parts, *(mark.encode() for mark in form.marks)])


def _mark(sides: dict[str, int], parts: set[Part], side: int) -> None:
    for part in parts:
        sides[part.letters] |= side


def _gaps(letters: str, part_hash: Callable[[str], bytes]) -> tuple[bytes, ...]:
    return tuple(part_hash(letters[:place] + letters[place + 1 :]) for place in range(len(letters)))

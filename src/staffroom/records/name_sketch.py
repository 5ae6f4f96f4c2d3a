"""How can a text be searched for names by a machine that does not hold the list of them?

A sketch holds keyed hashes of normalised names. Whoever holds sketch and key can test a guess, and nothing
more; what that means is in SECURITY.md.
"""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import IntFlag
from types import MappingProxyType
from typing import Final

from staffroom.records.known_people import Belonging

WIDTH: Final = 6  # bytes of a hash: two of a school's thirty thousand agree once in a million schools
LEAST_FOR_SLIP: Final = 5  # letters of a part in which one typing slip is looked for
FAMILY_SHIFT: Final = 3  # bits from a given name's Belonging to a family name's in a Side
MARK: Final = b"names1"  # which format the bytes have
_COUNTS: Final = struct.Struct("<BII")


class Side(IntFlag):
    """Where in names a part stands; for each, one bit for each Belonging. OPENS begins a part of several."""

    GIVEN = 0o7
    FAMILY = 0o70
    OPENS = 0o100


@dataclass(frozen=True, slots=True)
class Slip:
    """A part with one letter left out: the part's hash, and which letter it was."""

    part: bytes
    place: int


@dataclass(frozen=True, slots=True)
class NameSketch:
    """Names as keyed hashes.

    `parts` says of a given or family name whose it is, by Side; `forms` says of whole forms (given and
    family, title and family, initials and class) whose they are; `gaps` holds, of each part that is long
    enough, what is left when one letter is left out, in the order of the letters.
    """

    key: bytes = field(repr=False)
    parts: Mapping[bytes, int] = field(repr=False)
    forms: Mapping[bytes, Belonging] = field(repr=False)
    gaps: Mapping[bytes, tuple[bytes, ...]] = field(repr=False)
    longest: int = 1  # words that one part can have
    _slips: Mapping[bytes, tuple[Slip, ...]] = field(init=False, repr=False, compare=False)
    _hasher: Callable[[bytes], bytes] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        slips: dict[bytes, tuple[Slip, ...]] = {}
        for part, left in self.gaps.items():
            for place, gap in enumerate(left):
                slips[gap] = (*slips.get(gap, ()), Slip(part, place))
        object.__setattr__(self, "_slips", MappingProxyType(slips))
        object.__setattr__(self, "_hasher", make_hasher(self.key))

    def hash(self, letters: str) -> bytes:
        """Return the keyed hash of a normalised part."""
        return self._hasher(letters.encode())

    def whose(self, *parts: bytes) -> Belonging:
        """Say whose a form is that is made of these parts' hashes or plain marks."""
        return self.forms.get(self._hasher(b"\x00".join(parts)), Belonging(0))

    def slipped(self, letters: str) -> Iterator[bytes]:
        """Give the hashes of parts from which these letters differ by one slip.

        A slip is a letter too many, one too few, one for another, or two neighbours changed over.
        """
        hashed = self.hash(letters)
        yield from {slip.part for slip in self._slips.get(hashed, ())}
        for place in range(len(letters)):
            gap = self.hash(letters[:place] + letters[place + 1 :])
            if gap in self.gaps:
                yield gap
            for slip in self._slips.get(gap, ()):
                if slip.place == place or self._is_changed_over(letters, place, slip):
                    yield slip.part

    def _is_changed_over(self, letters: str, place: int, slip: Slip) -> bool:
        if abs(slip.place - place) != 1:
            return False
        first = min(slip.place, place)
        changed = letters[:first] + letters[first + 1] + letters[first] + letters[first + 2 :]
        return self.hash(changed) == slip.part

    def to_bytes(self) -> bytes:
        """Write the sketch, without its key, in a form that a browser can be given."""
        written = [MARK, _COUNTS.pack(self.longest, len(self.parts), len(self.forms))]
        for part, side in sorted(self.parts.items()):
            left = self.gaps.get(part, ())
            written += [part, bytes((side, len(left))), *left]
        written += [form + bytes((whose,)) for form, whose in sorted(self.forms.items())]
        return b"".join(written)

    @classmethod
    def from_bytes(cls, written: bytes, key: bytes) -> NameSketch:
        """Read what `to_bytes` wrote. Raises ValueError for anything else."""
        try:
            return cls._read(written, key)
        except (IndexError, struct.error) as problem:
            raise ValueError("This is no sketch of names.") from problem

    @classmethod
    def _read(cls, written: bytes, key: bytes) -> NameSketch:
        if not written.startswith(MARK):
            raise ValueError("This is no sketch of names.")
        longest, part_count, form_count = _COUNTS.unpack_from(written, len(MARK))
        at = len(MARK) + _COUNTS.size
        parts: dict[bytes, int] = {}
        gaps: dict[bytes, tuple[bytes, ...]] = {}
        for _ in range(part_count):
            part, side, letters = written[at : at + WIDTH], written[at + WIDTH], written[at + WIDTH + 1]
            at += WIDTH + 2
            parts[part] = side
            if letters:
                gaps[part] = tuple(written[at + WIDTH * n : at + WIDTH * (n + 1)] for n in range(letters))
                at += WIDTH * letters
        if len(written) != at + (WIDTH + 1) * form_count:
            raise ValueError("This is no sketch of names.")
        places = range(at, len(written), WIDTH + 1)
        forms = {written[n : n + WIDTH]: Belonging(written[n + WIDTH]) for n in places}
        return cls(key=key, parts=parts, forms=forms, gaps=gaps, longest=longest)


def make_hasher(key: bytes) -> Callable[[bytes], bytes]:
    """Return a function that gives the keyed hash of some bytes."""
    begun = hashlib.blake2b(key=key, digest_size=WIDTH, person=b"staffroom-names")

    def hash_of(content: bytes) -> bytes:
        hasher = begun.copy()
        hasher.update(content)
        return hasher.digest()

    return hash_of

"""By which words would a reader know the school?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Strictness(StrEnum):
    """How much a detector says: what it is sure of, or also what may be nothing."""

    NORMAL = "normal"
    STRICT = "strict"


@dataclass(frozen=True, slots=True)
class SchoolWords:
    """The school's own words, as the school writes them; detectors compare them without regard to case.

    `names` are full names, `short_names` what people say ("Larkfield", "the Fields"), `address` its lines,
    `uniform` the words on badges and clothes, `places` rooms, gates and sites of its own, `systems` its
    information systems, `code_words` whatever else must not be told. `strictness` is by detector's name.
    """

    names: tuple[str, ...] = ()
    short_names: tuple[str, ...] = ()
    address: tuple[str, ...] = ()
    postcode: str = ""
    town: str = ""
    domains: tuple[str, ...] = ()
    hashtags: tuple[str, ...] = ()
    uniform: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    systems: tuple[str, ...] = ()
    code_words: tuple[str, ...] = ()
    strictness: Mapping[str, Strictness] = field(default_factory=dict)

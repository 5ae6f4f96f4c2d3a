"""Whose names does a school know?"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntFlag


class Belonging(IntFlag):
    """What somebody is to the school; one name can be several people's."""

    PUPIL = 1
    STAFF = 2
    GOVERNOR = 4


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """Somebody whose name the school knows, as its roster writes it.

    `preferred` is what the person is called where that is not `given`; `title` is for adults ("Mrs");
    `year` and `class_name` are a pupil's ("5", "5B"), "" where they are not known.
    """

    given: str
    family: str
    belonging: Belonging = Belonging.PUPIL
    preferred: str = ""
    title: str = ""
    year: str = ""
    class_name: str = ""

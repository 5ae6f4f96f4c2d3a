"""Which detectors are there?"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import Final

from staffroom.detectors.detector import Detector

BUILT_IN: Final[tuple[str, ...]] = (
    "affiliation",
    "colleagues",
    "confidential",
    "contact_with_pupils",
    "heat_of_the_moment",
    "personal_data",
    "protected_speech",
    "pupils",
    "security_answers",
    "stranger_access",
)


@cache
def built_in(name: str) -> Detector:
    """Return one of the detectors; each is loaded only when it is asked for."""
    found: Detector = import_module(f"staffroom.detectors.text.{name}").DETECTOR
    return found


def all_detectors() -> tuple[Detector, ...]:
    """Return every detector."""
    return tuple(map(built_in, BUILT_IN))

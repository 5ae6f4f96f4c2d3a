"""What may the checker know of the school?"""

from __future__ import annotations

import hmac
from datetime import date
from functools import lru_cache

from django.conf import settings
from django.http import HttpResponse, JsonResponse

from staffroom.detectors.detector import Ground
from staffroom.detectors.exchange import write_ground
from staffroom.policy.sentences import stand_alone
from staffroom.policy.template import load_template
from staffroom.records.known_people import KnownPerson
from staffroom.records.name_sketch import NameSketch
from staffroom.records.school_words import SchoolWords
from staffroom.rules import access
from staffroom.rules.name_sketching import sketch_names
from staffroom.school.people.queries.known_people import known_people
from staffroom.school.people.queries.school import find_school
from staffroom.school.policies.queries.words_in_force import words_in_force
from staffroom.web.pages import page
from staffroom.web.requests import Request, day_of


@page(admits=access.anybody)
def give_ground(request: Request) -> HttpResponse:
    """Give a signed-in person's browser what its checker needs, with the words of each clause."""
    return JsonResponse(write_ground(school_ground(day_of(request))) | {"clauses": clause_texts()})


def school_ground(day: date) -> Ground:
    """Return what the office holds of the school's own words, and a sketch of the names that it knows."""
    school = find_school()
    words = SchoolWords(names=(school.name,) if school else ())
    return Ground(words, _sketch(known_people(on=day), _key()))


@lru_cache(maxsize=2)
def _sketch(people: tuple[KnownPerson, ...], key: bytes) -> NameSketch:
    """Sketch the names; that takes a moment, and they seldom change."""
    return sketch_names(people, key)


def _key() -> bytes:
    """Derive the sketch's key; browsers are given it, and nothing of the school's secret follows from it."""
    return hmac.digest(settings.SECRET_KEY.encode(), b"staffroom: the key of the name sketch", "sha256")


def clause_texts() -> dict[str, str]:
    """Return each clause as a sentence, in the school's words where its policy has it."""
    texts = {clause.id: clause.text for clause in load_template().clauses} | words_in_force()
    return {clause: stand_alone(text) for clause, text in texts.items()}

"""What may the checker know of the school?"""

from __future__ import annotations

from django.http import HttpResponse, JsonResponse

from staffroom.detectors.detector import Ground
from staffroom.detectors.exchange import write_ground
from staffroom.policy.template import load_template
from staffroom.records.school_words import SchoolWords
from staffroom.rules import access
from staffroom.school.people.queries.school import find_school
from staffroom.school.policies.queries.words_in_force import words_in_force
from staffroom.web.pages import page
from staffroom.web.requests import Request


@page(admits=access.anybody)
def give_ground(request: Request) -> HttpResponse:
    """Give a signed-in person's browser what its checker needs, with the words of each clause."""
    return JsonResponse(write_ground(school_ground()) | {"clauses": clause_texts()})


def school_ground() -> Ground:
    """Return what the office holds of the school's own words."""
    school = find_school()
    return Ground(words=SchoolWords(names=(school.name,) if school else ()))


def clause_texts() -> dict[str, str]:
    """Return the words of each clause: the school's own where its policy has it, else the template's."""
    return {clause.id: clause.text for clause in load_template().clauses} | words_in_force()

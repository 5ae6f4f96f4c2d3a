"""Who is in scope of the policy?"""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render

from staffroom.rules import access
from staffroom.school.people.queries import people_in_scope
from staffroom.web.pages import page
from staffroom.web.requests import Request, day_of


@page(admits=access.keeps_people)
def show_people(request: Request) -> HttpResponse:
    """List everybody in scope, with their standings and posts."""
    people = people_in_scope(on=day_of(request)).prefetch_related("standings", "posts")
    return render(request, "people/list.html", {"people": people})

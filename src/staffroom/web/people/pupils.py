"""What is known of pupils, for administrators alone?"""

from __future__ import annotations

from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render

from staffroom.rules import access
from staffroom.school.audit.actions import record
from staffroom.school.people.acts import Act
from staffroom.school.people.queries.pupils import find_pupils, pupils_by_year
from staffroom.web.pages import page
from staffroom.web.requests import Request, actor_of, day_of

SOUGHT = "pupils_sought"


@page(admits=access.reads_pupils, answers=("GET", "POST"))
def show_pupils(request: Request) -> HttpResponse:
    """Count pupils by year, and find one by name; every look is written down. There is no list."""
    if request.method == "POST":
        request.session[SOUGHT] = " ".join(request.POST.get("sought", "").split())[:80]
        return redirect("pupils")
    sought = request.session.pop(SOUGHT, "")
    years, found = pupils_by_year(on=day_of(request)), find_pupils(sought)
    with transaction.atomic():
        figures = {"pupils": len(found)}
        record(by=actor_of(request), at=request.at, act=Act.PUPILS_SEEN, clause="CON-2", figures=figures)
    shown = {"years": years, "total": sum(one.pupils for one in years), "found": found, "sought": sought}
    return render(request, "people/pupils.html", shown)

"""Which policies has the school?"""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render

from staffroom.rules import access
from staffroom.rules.review import judge_review
from staffroom.school.policies.queries.versions import list_policies
from staffroom.school.policies.texts import say_date
from staffroom.web.pages import page
from staffroom.web.policies.finding import is_keeper
from staffroom.web.requests import Request, day_of


@page(admits=access.in_scope)
def show_policies(request: Request) -> HttpResponse:
    """List the policies with the versions in force, and how their reviews stand."""
    rows = [
        {
            "listed": one,
            "review": one.in_force and judge_review(one.in_force.review_last_day, day_of(request)),
            "review_by": one.in_force and say_date(one.in_force.review_by),
        }
        for one in list_policies()
    ]
    return render(request, "policies/list.html", {"rows": rows, "keeps": is_keeper(request)})

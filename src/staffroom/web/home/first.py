"""What must or may this person do today?"""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render

from staffroom.rules import access
from staffroom.web.home.tasks import tasks_for
from staffroom.web.pages import page
from staffroom.web.requests import Request


@page(admits=access.anybody)
def show_home(request: Request) -> HttpResponse:
    """Show what this person must or may do today."""
    return render(request, "home/home.html", {"tasks": tasks_for(request)})

"""Is Staffroom fit for everybody, and where is it not?"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from staffroom.web.pages import page


@page(admits=None)
def show_accessibility(request: HttpRequest) -> HttpResponse:
    """Show the accessibility statement."""
    return render(request, "home/accessibility.html")

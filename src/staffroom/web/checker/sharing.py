"""What if a phone shares a draft before the checker is at hand on it?"""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.csrf import csrf_exempt

from staffroom.web.pages import page
from staffroom.web.requests import Request


@csrf_exempt
@page(admits=None, answers=("GET", "POST"))
def take_share(request: Request) -> HttpResponse:
    """Say that the checker was not ready. Where it is, the phone's own program answers instead of this page.

    Nothing of what was sent is read. The request comes from the phone's system, which knows no token of ours,
    and changes nothing.
    """
    if request.method == "GET":
        return redirect("checker")
    return render(request, "checker/not_ready.html")

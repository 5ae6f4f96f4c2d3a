"""Who may set the school up?

Until there is an administrator, whoever came with the word that `staffroom serve` printed; from then on,
those who keep the list of people; and nobody any more once it is finished.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from staffroom.rules import access
from staffroom.school.people.queries.school import has_administrator, is_set_up
from staffroom.web.pages import View, page
from staffroom.web.requests import Request

WITH_TOKEN = "is_setting_up"  # noqa: S105  the name of a mark in the session


def setting_up(*, answers: tuple[str, ...] = ("GET",)) -> Callable[[View], View]:
    """Declare a page of the set-up."""

    def declare(view: View) -> View:
        guarded = page(admits=access.keeps_people, answers=answers)(view)

        @page(admits=None, answers=answers)
        def answer(request: Request, *args: Any, **kwargs: Any) -> HttpResponse:
            if is_set_up():
                return render(request, "setup/ended.html", status=410)
            if request.session.get(WITH_TOKEN) and not has_administrator():
                return view(request, *args, **kwargs)
            return guarded(request, *args, **kwargs)

        return answer

    return declare

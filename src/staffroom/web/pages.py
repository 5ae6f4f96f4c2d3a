"""Who may open a page, and how is a refusal shown?

Every page of the desk is declared with `page`: which rule admits whom, and which methods it answers. A test
walks the table of addresses and fails for one that has no declaration.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Protocol, TypeVar, cast

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import redirect
from django.urls import reverse

from staffroom.records.decisions import Decision
from staffroom.records.viewers import Viewer
from staffroom.rules.access import GUARDED, Rule
from staffroom.school.audit.actions import record
from staffroom.web.acts import Act
from staffroom.web.faults import refused
from staffroom.web.requests import Request, actor_of

View = Callable[..., HttpResponse]

# What a person has to see before going on, such as a notice that has changed: an address, or "" for nothing.
FIRST: list[Callable[[Request], str]] = []
Any_View = TypeVar("Any_View", bound=Callable[..., Any])


class Refused(Exception):
    """A rule said no; its decision is shown to the person."""

    def __init__(self, decision: Decision) -> None:
        super().__init__(decision.because)
        self.decision = decision


class Declared(Protocol):
    """A page with its declaration. `admits` is None for a page that needs no sign-in."""

    admits: Rule | None
    answers: tuple[str, ...]


def page(*, admits: Rule | None, answers: tuple[str, ...] = ("GET",)) -> Callable[[View], View]:
    """Declare a page: who is admitted (None: whoever comes) and which methods it answers."""

    def declare(view: View) -> View:
        @wraps(view)
        def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if request.method not in (*answers, "HEAD", "OPTIONS"):
                return HttpResponseNotAllowed(answers)
            try:
                return _stop(cast(Request, request), admits) or view(request, *args, **kwargs)
            except Refused as error:
                return _refuse(cast(Request, request), error.decision)

        return declare_view(answer, admits=admits, answers=answers)

    return declare


def declare_view(view: Any_View, *, admits: Rule | None, answers: tuple[str, ...]) -> Any_View:
    """Write a declaration on a view that guards itself, such as one of a library."""
    view.admits, view.answers = admits, answers  # type: ignore[attr-defined]
    return view


def permit(decision: Decision) -> None:
    """Go on where a rule allows it. Raises Refused otherwise, which the page shows."""
    if not decision.allowed:
        raise Refused(decision)


def _stop(request: Request, admits: Rule | None) -> HttpResponse | None:
    """Return what is answered instead of the page: signing in, a second factor, a refusal; None to go on."""
    if admits is None:
        return None
    viewer = request.viewer
    if viewer is None:
        return redirect_to_login(request.get_full_path())
    if _needs_second_factor(viewer):
        return redirect(f"{reverse('mfa_index')}?needed=1")
    permit(admits(viewer))
    return next((redirect(address) for first in FIRST if (address := first(request))), None)


def _needs_second_factor(viewer: Viewer) -> bool:
    if settings.IS_DEMONSTRATION:
        return False
    return not viewer.is_second_factor_given and not viewer.posts.isdisjoint(GUARDED)


def _refuse(request: Request, decision: Decision) -> HttpResponse:
    """Show why somebody is not admitted, and write down that they were not."""
    if request.viewer is not None:
        with transaction.atomic():
            record(by=actor_of(request), at=request.at, act=Act.REFUSED, clause=decision.clause)
    return refused(request, decision=decision)

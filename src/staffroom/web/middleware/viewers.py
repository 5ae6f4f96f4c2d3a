"""When did a request come, and who is looking?"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from allauth.account.authentication import get_authentication_records
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from staffroom.records.viewers import Viewer
from staffroom.school.people.models import Person, User
from staffroom.school.people.queries import viewer_of

Answer = Callable[[HttpRequest], HttpResponse]
SECOND_FACTORS = frozenset({"mfa"})


class ViewerMiddleware:
    """Gives each request the time it came and its viewer, the only place where a page looks at the clock."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Add `at`, `person` and `viewer`, and answer."""
        stamped: Any = request
        stamped.at = timezone.now()
        stamped.person, stamped.viewer = _look_up(request, stamped.at)
        return self.get_response(request)


def _look_up(request: HttpRequest, at: datetime) -> tuple[Person | None, Viewer | None]:
    user = request.user
    if not isinstance(user, User) or user.person is None:
        return None, None
    day = timezone.localdate(at)
    given = _is_second_factor_given(request, user)
    return user.person, viewer_of(user.person, on=day, is_second_factor_given=given)


def _is_second_factor_given(request: HttpRequest, user: User) -> bool:
    """Say whether this person has shown a passkey, or a code beside the password, in this session."""
    return any(one.get("method") in SECOND_FACTORS for one in get_authentication_records(request, user))

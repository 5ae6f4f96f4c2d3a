"""In which browsers is somebody signed in, and when was each seen last?"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Final

from allauth.account.adapter import get_adapter
from allauth.usersessions.models import UserSession
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

Answer = Callable[[HttpRequest], HttpResponse]
NEWS_AFTER: Final = timedelta(minutes=5)


class SeenSessions:
    """Keeps the list of a person's sessions, as allauth's own middleware does, but does not write every time.

    Each write waits for the disk. That a session was seen is written again when the last time is five minutes
    ago, or at once where its browser or its address is another.
    """

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Write down that the session was seen where that is news, and answer."""
        if request.session.session_key and request.user.is_authenticated and _is_news(request):
            UserSession.objects.create_from_request(request)
        return self.get_response(request)


def _is_news(request: HttpRequest) -> bool:
    longest = UserSession._meta.get_field("user_agent").max_length
    known = UserSession.objects.filter(
        session_key=request.session.session_key,
        user=request.user,
        ip=get_adapter().get_client_ip(request),
        user_agent=request.META.get("HTTP_USER_AGENT", "")[:longest],
        last_seen_at__gt=timezone.now() - NEWS_AFTER,
    )
    return not known.exists()

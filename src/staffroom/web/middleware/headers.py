"""Which headers keep every answer safe, and what is written down of it?"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Final

import structlog
from django.http import HttpRequest, HttpResponse

Answer = Callable[[HttpRequest], HttpResponse]

HEADERS: Final = {
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Permitted-Cross-Domain-Policies": "none",
    "X-Robots-Tag": "noindex, nofollow",
}
UNKNOWN: Final = "none"

log = structlog.get_logger()


class SecurityHeaders:
    """Adds the headers that Django does not, keeps pages out of stores, and writes one line of log.

    The line holds the route's name and never the address, which may hold a reference to a person.
    """

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, and add the headers."""
        begun = time.perf_counter()
        response = self.get_response(request)
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        if not request.path.startswith("/static/"):
            response.headers.setdefault("Cache-Control", "no-store")
        log.info(
            "answered",
            route=_route(request),
            method=request.method,
            status=response.status_code,
            milliseconds=round(1000 * (time.perf_counter() - begun), 1),
        )
        return response


def _route(request: HttpRequest) -> str:
    match = request.resolver_match
    return match.view_name if match and match.view_name else UNKNOWN

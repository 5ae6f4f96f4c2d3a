"""Which headers keep every answer safe, and what is written down of it?"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Final

import structlog
from django.http import HttpRequest, HttpResponse

from staffroom.web.metrics import METHODS, count_answer

Answer = Callable[[HttpRequest], HttpResponse]

HEADERS: Final = {
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Permitted-Cross-Domain-Policies": "none",
    "X-Robots-Tag": "noindex, nofollow",
}
UNKNOWN: Final = "none"
OTHER: Final = "other"  # a method of a stranger's invention could hold anything

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
        _write_down(request, response.status_code, time.perf_counter() - begun)
        return response

    def process_exception(self, request: HttpRequest, exception: Exception) -> None:
        """Write down what kind of error broke a page off, without a word of it."""
        log.error("page broke off", route=_route(request), exception_type=type(exception).__name__)


def _write_down(request: HttpRequest, status: int, seconds: float) -> None:
    route, method = _route(request), str(request.method)
    method = method if method in METHODS else OTHER
    log.info("answered", route=route, method=method, status=status, milliseconds=round(1000 * seconds, 1))
    count_answer(route=route, method=method, status=status, seconds=seconds)


def _route(request: HttpRequest) -> str:
    match = request.resolver_match
    return match.view_name if match and match.view_name else UNKNOWN

"""Who may read what is counted of the office?"""

from __future__ import annotations

import ipaddress
from typing import Final

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.crypto import constant_time_compare

from staffroom.web.metrics import write_metrics
from staffroom.web.pages import page
from staffroom.web.requests import Request

FROM_HERE: Final = "loopback"
BY_A_PROXY: Final = ("HTTP_X_FORWARDED_FOR", "HTTP_FORWARDED", "HTTP_X_REAL_IP", "HTTP_VIA")
CONTENT_TYPE: Final = "text/plain; version=0.0.4; charset=utf-8"


@page(admits=None)
def show_metrics(request: Request) -> HttpResponse:
    """Answer Prometheus; for everybody else there is no such page.

    STAFFROOM_METRICS is "loopback", for programs on this machine that come by no proxy, or a token that is
    to be sent as a bearer.
    """
    if not may_read(request, settings.METRICS):
        raise Http404
    return HttpResponse(write_metrics(request.at), content_type=CONTENT_TYPE)


def may_read(request: HttpRequest, allowed: str) -> bool:
    """Say whether a request may read the metrics, by what STAFFROOM_METRICS allows; empty allows nobody."""
    if not allowed:
        return False
    if allowed == FROM_HERE:
        return _is_from_here(request)
    return constant_time_compare(request.headers.get("Authorization", ""), f"Bearer {allowed}")


def _is_from_here(request: HttpRequest) -> bool:
    if any(request.META.get(name) for name in BY_A_PROXY):
        return False
    try:
        return ipaddress.ip_address(request.META.get("REMOTE_ADDR", "")).is_loopback
    except ValueError:
        return False

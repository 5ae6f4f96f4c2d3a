"""Is Staffroom able to answer?"""

from __future__ import annotations

from django.db import connection
from django.http import HttpRequest, HttpResponse

from staffroom.web.pages import page


@page(admits=None)
def show_health(request: HttpRequest) -> HttpResponse:
    """Answer "ok" where the database answers, for whatever watches the server."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return HttpResponse("ok\n", content_type="text/plain; charset=utf-8")

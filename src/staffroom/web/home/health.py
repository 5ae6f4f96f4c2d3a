"""Is Staffroom able to answer?"""

from __future__ import annotations

import shutil
from datetime import datetime, timedelta
from typing import Final

from django.conf import settings
from django.db import Error, connection
from django.http import HttpResponse

from staffroom.school.clock.keeping import last_beat
from staffroom.web.pages import page
from staffroom.web.requests import Request

QUIET: Final = timedelta(minutes=2)
ENOUGH: Final = 500_000_000  # bytes free


@page(admits=None)
def show_health(request: Request) -> HttpResponse:
    """Answer "ok" where the database answers, and then how the clock and the disk are.

    Whatever watches the server reads the first line, or the status: 200, or 503 where pages cannot be
    answered. A clock that is quiet or a disk that is nearly full is said, and stops no page.
    """
    try:
        said = f"ok\ndatabase ok\nclock {_clock(request.at)}\ndisk {_disk()}\n"
    except Error:
        return _plain("not ok\ndatabase does not answer\n", status=503)
    return _plain(said, status=200)


def _clock(at: datetime) -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    beat = last_beat()
    if beat is None:
        return "not heard yet"
    seconds = max(0, int((at - beat).total_seconds()))
    return f"{'ok' if at - beat <= QUIET else 'quiet'}, heard {seconds} s ago"


def _disk() -> str:
    try:
        free = shutil.disk_usage(settings.FOLDER).free
    except OSError:
        return "not found"
    return "ok" if free >= ENOUGH else "nearly full"


def _plain(text: str, *, status: int) -> HttpResponse:
    return HttpResponse(text, content_type="text/plain; charset=utf-8", status=status)

"""What has this person been told?"""

from __future__ import annotations

from typing import Final

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render

from staffroom.rules import access
from staffroom.school.notices.queries.own import notices_of
from staffroom.web.pages import page
from staffroom.web.requests import Request

ON_A_PAGE: Final = 30


@page(admits=access.anybody)
def show_notices(request: Request) -> HttpResponse:
    """List what this person was told, newest first."""
    assert request.person is not None
    pages = Paginator(notices_of(request.person), ON_A_PAGE)
    return render(request, "notices/list.html", {"page": pages.get_page(request.GET.get("page"))})

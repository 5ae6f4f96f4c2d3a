"""What stands around every page: the school's name, the parts that this person may open, what is overdue."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, cast

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from staffroom.records.viewers import Viewer
from staffroom.rules import access
from staffroom.school.people.queries import school_name
from staffroom.web.requests import Request


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the desk in the navigation: its name, its first page, and who is admitted."""

    name: Promise | str
    route: str
    admits: access.Rule


@dataclass(frozen=True, slots=True)
class Link:
    """A link as the navigation shows it."""

    name: Promise | str
    address: str
    is_here: bool


PARTS: tuple[Part, ...] = (
    Part(_("Home"), "home", access.anybody),
    Part(_("People"), "people", access.keeps_people),
    Part(_("Policies"), "policies", access.in_scope),
    Part(_("Monitoring"), "monitoring", access.anybody),
    Part(_("Notices"), "notices", access.anybody),
    Part(_("Audit log"), "audit", access.reads_audit),
    Part(_("My details"), "my_details", access.anybody),
)

# Sentences that stand on every page until they are no longer true, such as an overdue review.
Warner = Callable[[Request], str]
WARNERS: list[Warner] = []

DEMONSTRATION = _("This is a demonstration. Everybody in it is made up, and no second sign-in step is asked.")


def describe_frame(request: HttpRequest) -> dict[str, Any]:
    """Give every template the school's name, the navigation and the warnings."""
    seen = cast(Request, request)
    viewer = getattr(seen, "viewer", None)
    return {
        "school_name": school_name(),
        "navigation": navigation(viewer, request.path) if viewer else [],
        "warnings": [said for warner in WARNERS if viewer and (said := warner(seen))],
        "demonstration": DEMONSTRATION if settings.IS_DEMONSTRATION else "",
    }


def navigation(viewer: Viewer, path: str) -> list[Link]:
    """Return the parts that a viewer may open; the one that the page belongs to is marked."""
    links = []
    for part in PARTS:
        if part.admits(viewer).allowed:
            address = reverse(part.route)
            is_here = path == address or (address != "/" and path.startswith(address))
            links.append(Link(part.name, address, is_here))
    return links

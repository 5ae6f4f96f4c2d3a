"""What stands around every page: the school's name, the parts that this person may open, what is overdue."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, cast

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from staffroom.records.viewers import Viewer
from staffroom.rules import access
from staffroom.school.people.models import Colour
from staffroom.school.people.queries.school import find_school
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
    Part(_("Before you post"), "checker", access.anybody),
    Part(_("Monitoring"), "monitoring", access.anybody),
    Part(_("Notices"), "notices", access.anybody),
    Part(_("Audit log"), "audit", access.reads_audit),
    Part(_("My details"), "my_details", access.anybody),
    Part(_("School"), "school", access.keeps_people),
)

# Sentences that stand on every page until they are no longer true, such as an overdue review.
Warner = Callable[[Request], str]
WARNERS: list[Warner] = []

DEMONSTRATION = _("This is a demonstration. Everybody in it is made up, and no second sign-in step is asked.")
NAMELESS = "Staffroom"  # before anybody has given the school's name
RECORDED = ("monitoring_notice", "what_is_recorded")  # the page that says what is recorded of people


def describe_frame(request: HttpRequest) -> dict[str, Any]:
    """Give every template the school's name, the navigation and the warnings."""
    seen = cast(Request, request)
    viewer = getattr(seen, "viewer", None)
    school = find_school()
    return {
        "school_name": school.name if school else NAMELESS,
        "school_colour": school.colour if school else Colour.PETROL.value,
        "recorded_page": find_page(*RECORDED),
        "navigation": navigation(viewer, request.path) if viewer else [],
        "warnings": [said for warner in WARNERS if viewer and (said := warner(seen))],
        "demonstration": DEMONSTRATION if settings.IS_DEMONSTRATION else "",
    }


def find_page(*routes: str) -> str:
    """Return the address of the first of these pages that this Staffroom has; an empty one for none."""
    for route in routes:
        try:
            return reverse(route)
        except NoReverseMatch:
            continue
    return ""


def navigation(viewer: Viewer, path: str) -> list[Link]:
    """Return the parts that a viewer may open; the one that the page belongs to is marked."""
    links = []
    for part in PARTS:
        if part.admits(viewer).allowed:
            address = reverse(part.route)
            is_here = path == address or (address != "/" and path.startswith(address))
            links.append(Link(part.name, address, is_here))
    return links

"""Which steps are there, and how far is each?

The first two must be done. Each of the others leads to a page that the school uses later as well, and can be
left for later.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from staffroom.school.people.models import School
from staffroom.web.frame import find_page


class State(StrEnum):
    """How far a step is."""

    OPEN = "open"
    DONE = "done"
    LATER = "later"


WORDS: Final = {State.OPEN: _("Not yet"), State.DONE: _("Done"), State.LATER: _("Later")}


@dataclass(frozen=True, slots=True)
class Step:
    """A step that another page of Staffroom is for: its name, what it is for, and that page's routes.

    The first of `routes` that exists is the one.
    """

    name: str
    title: Promise
    purpose: Promise
    routes: tuple[str, ...]

    @property
    def page(self) -> str:
        """Return the address of the page; an empty one where this Staffroom has none."""
        return find_page(*self.routes)


STEPS: Final = (
    Step(
        "terms",
        _("Term dates"),
        _("They say when the school is open, and so what is working time."),
        ("school_calendar", "term_dates"),
    ),
    Step(
        "hours",
        _("Working hours"),
        _("They say which use of the network is in working time. Whoever works other hours gets their own."),
        ("school_hours_set",),
    ),
    Step(
        "people",
        _("People"),
        _("Everybody to whom the policy applies: employees, governors, volunteers and agency workers."),
        ("roster_upload", "people_import", "people"),
    ),
    Step(
        "invitations",
        _("Invitations"),
        _("They let people make their sign-in. They can go out later, when all else is ready."),
        ("invitations",),
    ),
    Step(
        "policy",
        _("The policy"),
        _("Begin with the policy that the school has, or with the one that comes with Staffroom."),
        ("policy_import", "policy_add", "policies"),
    ),
    Step(
        "mail",
        _("Mail"),
        _("Invitations and reminders go out through the school’s mail server."),
        ("mail_settings", "notices_mail"),
    ),
)


@dataclass(frozen=True, slots=True)
class Row:
    """A step as the list shows it."""

    title: Promise | str
    address: str
    state: State

    @property
    def words(self) -> Promise | str:
        """Say how far it is."""
        return WORDS[self.state]

    @property
    def is_done(self) -> bool:
        """Say whether nothing is left to do."""
        return self.state is State.DONE


def find_step(name: str) -> Step | None:
    """Return a step by its name, where this Staffroom has its page."""
    return next((step for step in STEPS if step.name == name and step.page), None)


def list_steps(school: School | None, *, has_administrator: bool) -> list[Row]:
    """Return every step and how far it is; what comes after the administrator has no address before."""
    described = State.DONE if school else State.OPEN
    made = State.DONE if has_administrator else State.OPEN
    rows = [
        Row(_("The school"), reverse("setup_school"), described),
        Row(_("Your own sign-in"), "" if has_administrator else reverse("setup_administrator"), made),
    ]
    marks = school.steps if school else {}
    for step in (one for one in STEPS if one.page):
        address = reverse("setup_step", kwargs={"name": step.name}) if has_administrator and school else ""
        rows.append(Row(step.title, address, State(marks.get(step.name, State.OPEN))))
    return rows


def may_finish(school: School | None, *, has_administrator: bool) -> bool:
    """Say whether what must be done is done."""
    return school is not None and has_administrator

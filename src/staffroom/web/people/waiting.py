"""What about people waits for somebody: being back, and what the calendar lacks?"""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Max
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from staffroom.rules import access
from staffroom.school.people.models import Term
from staffroom.school.people.queries import is_away
from staffroom.web.home.tasks import Task
from staffroom.web.requests import Request, day_of


def what_waits(request: Request) -> Iterator[Task]:
    """Yield what waits for whoever is looking."""
    if request.person is None or request.viewer is None:
        return
    if is_away(request.person, at=request.at):
        hint = _("Somebody else is told instead. Say when you are back.")
        yield Task(_("You are written down as away"), reverse("my_details"), hint, status=_("Away"))
    if access.keeps_people(request.viewer).allowed:
        last = Term.objects.aggregate(last=Max("last"))["last"]
        if last is None or last < day_of(request):
            hint = (
                _("Without them, every weekday counts as term time.")
                if last is None
                else _("The last term is over, so every later day counts as holiday.")
            )
            yield Task(_("Set the term dates"), reverse("school_calendar"), hint, status=_("Missing"))

"""Does somebody wait for an invitation?"""

from __future__ import annotations

from collections.abc import Iterable

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from staffroom.rules import access
from staffroom.school.people.queries.invitations import count_uninvited
from staffroom.web.home.tasks import Task
from staffroom.web.requests import Request, day_of


def people_to_invite(request: Request) -> Iterable[Task]:
    """Yield, for those who keep people, how many have no sign-in and no invitation."""
    if request.viewer is None or not access.keeps_people(request.viewer).allowed:
        return
    waiting = count_uninvited(on=day_of(request), at=request.at)
    if waiting:
        words = ngettext("Invite %(n)d person", "Invite %(n)d people", waiting) % {"n": waiting}
        yield Task(words, reverse("invitations"), _("They cannot sign in yet."))

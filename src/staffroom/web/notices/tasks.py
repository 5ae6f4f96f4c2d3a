"""What of the post waits for somebody?"""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from staffroom.rules import access
from staffroom.school.notices.queries.post import is_mail_set, is_stuck
from staffroom.web.home.tasks import Task
from staffroom.web.requests import Request


def post_tasks(request: Request) -> Iterator[Task]:
    """Yield what those who keep the mail must do so that notices arrive."""
    if request.viewer is None or not access.keeps_mail(request.viewer).allowed:
        return
    if not is_mail_set():
        hint = _("Until then nobody is told anything by email.")
        yield Task(_("Set up the school's mail"), reverse("notices_mail"), hint, True, _("To do"))
    elif is_stuck(at=request.at):
        hint = _("A notice has waited for more than an hour. See why.")
        yield Task(_("Notices do not get through"), reverse("notices_post"), hint, True, _("To do"))

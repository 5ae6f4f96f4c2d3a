"""Where does the set-up begin? Printed by `staffroom serve` as it starts."""

from __future__ import annotations

from django.conf import settings
from django.urls import reverse

from staffroom.school.people.queries.school import has_administrator
from staffroom.school.people.setup_token import setup_token


def make_link() -> str:
    """Return the path at which the first steps begin; empty once there is an administrator to go on."""
    if has_administrator():
        return ""
    return reverse("setup_begin", kwargs={"token": setup_token(settings.FOLDER)})

"""What does a page know of the request it answers?"""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from django.http import HttpRequest
from django.utils import timezone

from staffroom.records.actors import Actor
from staffroom.records.actors import person as person_actor
from staffroom.records.viewers import Viewer

if TYPE_CHECKING:
    from staffroom.school.people.models import Person


class Request(HttpRequest):
    """A request behind `ViewerMiddleware`: when it came, and who is looking.

    `viewer` and `person` are None for somebody who has not signed in. Django makes the object; this class
    only names what the middleware has added.
    """

    at: datetime
    viewer: Viewer | None
    person: Person | None


def day_of(request: Request) -> date:
    """Return the day on which the request came, as the school's clocks have it."""
    return timezone.localdate(request.at)


def actor_of(request: Request) -> Actor:
    """Return who acts. Raises AnonymousActorError where nobody has signed in."""
    return person_actor(request.viewer.ref if request.viewer else "")

"""In which words does a notice go out?"""

from __future__ import annotations

from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from staffroom.notifiers.message import Message
from staffroom.school.notices.models import Notice
from staffroom.school.notices.ways import Way
from staffroom.school.people.queries import school_name


def message_of(notice: Notice, way: Way) -> Message:
    """Return what goes out: what the room wrote, where to go on, and why the person gets it."""
    path = notice.one_use_link or notice.link
    return Message(
        ref=f"{notice.ref}.{way.name}",
        to=way.address,
        subject=notice.subject,
        body=notice.body,
        school=school_name(),
        written_at=notice.written_at,
        link=f"{settings.ADDRESS}{path}" if path else "",
        link_words=_("Go on in Staffroom"),
        closing=closing_words(),
        language=get_language() or "en-GB",
    )


def closing_words() -> str:
    """Say why somebody gets a message."""
    name = school_name()
    return _("You get this because the social networking policy of %(school)s applies to you.") % {
        "school": name
    }

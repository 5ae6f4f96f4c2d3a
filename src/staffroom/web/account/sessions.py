"""In which browsers is somebody signed in?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from allauth.usersessions.models import UserSession
from allauth.usersessions.views import ListUserSessionsView
from django.utils.translation import gettext as _

# The order matters: most browsers name others as well.
BROWSERS = (
    ("Edg", "Edge"),
    ("OPR", "Opera"),
    ("Firefox", "Firefox"),
    ("Chrome", "Chrome"),
    ("Safari", "Safari"),
)
SYSTEMS = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("CrOS", "ChromeOS"),
    ("Windows", "Windows"),
    ("Mac OS", "macOS"),
    ("Linux", "Linux"),
)


@dataclass(frozen=True, slots=True)
class Session:
    """One browser as its owner knows it; no address of a network is shown."""

    browser: str
    begun_at: datetime
    seen_at: datetime
    is_current: bool


def describe_browser(user_agent: str) -> str:
    """Return in words what calls itself by a long string, such as "Firefox on Windows"."""
    browser = next((name for sign, name in BROWSERS if sign in user_agent), "")
    system = next((name for sign, name in SYSTEMS if sign in user_agent), "")
    if browser and system:
        return _("%(browser)s on %(system)s") % {"browser": browser, "system": system}
    return browser or system or _("A browser that does not say its name")


class Sessions(ListUserSessionsView):  # type: ignore[misc]
    """The list of one's sessions; all but this one can be ended."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Describe the sessions in words."""
        shown: dict[str, Any] = super().get_context_data(**kwargs)
        return shown | {"sessions": [_described(one) for one in shown["sessions"]]}


def _described(one: UserSession) -> Session:
    return Session(
        describe_browser(one.user_agent), one.created_at, one.last_seen_at, is_current=one.is_current()
    )

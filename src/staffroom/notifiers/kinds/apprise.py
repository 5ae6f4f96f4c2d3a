"""How is a message delivered to one of the many services that Apprise knows?"""

from __future__ import annotations

from typing import Any, Final
from urllib.parse import parse_qs, urlsplit

import apprise

from staffroom.notifiers.letter import one_line
from staffroom.notifiers.message import Message, Outgoing
from staffroom.notifiers.notifier import CannotDeliver, Notifier, Reason
from staffroom.notifiers.whereabouts import find_place

LONGEST: Final = 500
# What would speak to the server itself, or mail, which has a kind of its own; and words of an address that
# name a file on the server.
OF_THIS_MACHINE: Final = frozenset(
    {
        "syslog",
        "dbus",
        "kde",
        "glib",
        "qt",
        "gnome",
        "macosx",
        "windows",
        "vapid",
        "file",
        "exec",
        "mailto",
        "mailtos",
    }
)
NAMING_FILES: Final = frozenset({"keyfile", "subfile", "pgpkey", "template", "pem", "cert", "attach"})
DEFAULT_PORT: Final = 443
FURTHER_HOSTS: Final = ("_host", "hostname")


class Apprise:
    """Any address that Apprise understands, such as those of chats and of services for text messages."""

    name = "apprise"
    title = "Chat or text message (an Apprise address)"
    is_secret = True

    def fault_of(self, address: str) -> str:
        """Say what is wrong with an address."""
        if len(address) > LONGEST or _make(address) is None:
            return "This is no Apprise address that can be used here. It looks like ntfy://host/topic."
        return ""

    def shorten(self, address: str) -> str:
        """Return the service's name; the address itself holds its secret."""
        made = _make(address)
        return str(made.service_name) if made is not None else ""

    def open(self, outgoing: Outgoing) -> Notifier:
        """Return what speaks to the services."""
        return AppriseNotifier(may_reach_inside=outgoing.may_reach_inside)


class AppriseNotifier:
    """Hands messages to Apprise, which says only whether a service took them."""

    def __init__(self, *, may_reach_inside: bool) -> None:
        self._may_reach_inside = may_reach_inside

    def deliver(self, message: Message) -> None:
        """Hand over one message."""
        service = _make(message.to)
        if service is None:
            raise CannotDeliver(Reason.ADDRESS_UNUSABLE, permanent=True)
        for host in hosts_of(service):
            find_place(host, service.port or DEFAULT_PORT, may_be_inside=self._may_reach_inside)
        body = "\n\n".join(part for part in (message.body.strip(), message.link) if part)
        if not service.notify(body=body, title=one_line(message.subject)):
            raise CannotDeliver(Reason.SERVICE_REFUSED, permanent=False)


def hosts_of(service: Any) -> set[str]:  # noqa: ANN401  Apprise's services have no common type to name
    """Return the machines that would be spoken to because the address names them."""
    is_chosen = any("{host}" in one for one in service.templates)
    named = {value for name, value in vars(service).items() if name.endswith(FURTHER_HOSTS)}
    return {host for host in (*named, service.host if is_chosen else "") if isinstance(host, str) and host}


def _make(address: str) -> Any:  # noqa: ANN401
    """Return Apprise's object for an address; None for one that it does not know, or that is not for here."""
    try:
        parts = urlsplit(address)
        names = set(parse_qs(parts.query, keep_blank_values=True))
    except ValueError:
        return None
    if parts.scheme.lower() in OF_THIS_MACHINE or NAMING_FILES & {name.lower() for name in names}:
        return None
    asset = apprise.AppriseAsset(app_id="Staffroom", app_desc="Staffroom", app_url="", async_mode=False)
    made = apprise.Apprise.instantiate(address, asset=asset, suppress_exceptions=True)
    if made is not None:
        made.redirects = False  # whatever the address asks for: a redirection could lead into the school
    return made


KIND = Apprise()

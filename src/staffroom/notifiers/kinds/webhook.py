"""How is a message handed to a program that listens at an address?"""

from __future__ import annotations

import http.client
import json
import socket
import ssl
from typing import Final
from urllib.parse import SplitResult, urlsplit

from staffroom.notifiers.message import Message, Outgoing
from staffroom.notifiers.notifier import CannotDeliver, Notifier, Reason
from staffroom.notifiers.whereabouts import find_place

SECONDS: Final = 10
LATER: Final = frozenset({401, 403, 407, 408, 409, 421, 423, 425, 429})
LONGEST: Final = 500


class Webhook:
    """A POST of a small JSON document: ref, school, subject, body, link, written_at."""

    name = "webhook"
    title = "Webhook"
    is_secret = True

    def fault_of(self, address: str) -> str:
        """Say what is wrong with an address."""
        parts = _split(address)
        if parts is None or parts.scheme not in ("https", "http") or len(address) > LONGEST:
            return "Enter a whole address, such as https://hooks.school.example/staffroom."
        return ""

    def shorten(self, address: str) -> str:
        """Return the host; what follows it may be a secret."""
        parts = _split(address)
        return str(parts.hostname) if parts else ""

    def open(self, outgoing: Outgoing) -> Notifier:
        """Return what posts documents."""
        return WebhookNotifier(may_reach_inside=outgoing.may_reach_inside)


class WebhookNotifier:
    """Posts documents, and follows no redirection."""

    def __init__(self, *, may_reach_inside: bool) -> None:
        self._may_reach_inside = may_reach_inside

    def deliver(self, message: Message) -> None:
        """Post one message; http without TLS is for the school's own network only."""
        parts = _split(message.to)
        if parts is None or (parts.scheme != "https" and not self._may_reach_inside):
            raise CannotDeliver(Reason.ADDRESS_UNUSABLE, permanent=True)
        try:
            status = self._post(parts, message)
        except ssl.SSLError:
            raise CannotDeliver(Reason.NOT_SECURE, permanent=False) from None
        except (OSError, http.client.HTTPException, ValueError):
            raise CannotDeliver(Reason.UNREACHABLE, permanent=False) from None
        if not 200 <= status < 300:
            is_for_good = 300 <= status < 500 and status not in LATER
            raise CannotDeliver(Reason.SERVICE_REFUSED, permanent=is_for_good)

    def _post(self, parts: SplitResult, message: Message) -> int:
        host, is_tls = str(parts.hostname), parts.scheme == "https"
        port = parts.port or (443 if is_tls else 80)
        place = find_place(host, port, may_be_inside=self._may_reach_inside)
        connection = _Pinned(host, port, place, is_tls=is_tls)
        path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        headers = {"Content-Type": "application/json", "Idempotency-Key": message.ref}
        try:
            connection.request("POST", path, _write(message), headers)
            return connection.getresponse().status
        finally:
            connection.close()


class _Pinned(http.client.HTTPConnection):
    """A connection to a number that was looked at, under the name that was asked for."""

    def __init__(self, host: str, port: int, place: str, *, is_tls: bool) -> None:
        super().__init__(host, port, timeout=SECONDS)
        self._place = place
        self._is_tls = is_tls
        if is_tls:
            self.default_port = 443

    def connect(self) -> None:
        """Connect to the number."""
        self.sock = socket.create_connection((self._place, self.port), SECONDS)
        if self._is_tls:
            self.sock = ssl.create_default_context().wrap_socket(self.sock, server_hostname=self.host)


def _split(address: str) -> SplitResult | None:
    try:
        parts = urlsplit(address)
        _ = parts.port
    except ValueError:
        return None
    is_plain = address.isascii() and address.isprintable() and " " not in address
    return parts if parts.hostname and is_plain and not parts.username else None


def _write(message: Message) -> bytes:
    document = {
        "ref": message.ref,
        "school": message.school,
        "subject": message.subject,
        "body": message.body,
        "link": message.link,
        "written_at": message.written_at.isoformat(timespec="seconds"),
    }
    return json.dumps(document).encode("utf-8")


KIND = Webhook()

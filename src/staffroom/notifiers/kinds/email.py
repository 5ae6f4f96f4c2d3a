"""How is a message delivered by email?"""

from __future__ import annotations

import re
from typing import Final

from staffroom.notifiers.letter import write_letter
from staffroom.notifiers.mail_server import connected, hand_over
from staffroom.notifiers.message import MailServer, Message, Outgoing
from staffroom.notifiers.notifier import CannotDeliver, Notifier, Reason

ADDRESS: Final = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_{|}~-]{1,64}@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*")
LONGEST: Final = 254


class Email:
    """Email through the school's own server."""

    name = "email"
    title = "Email"
    is_secret = False

    def fault_of(self, address: str) -> str:
        """Say what is wrong with an address."""
        if len(address) > LONGEST or not ADDRESS.fullmatch(address):
            return "Enter an email address, such as name@school.example."
        return ""

    def shorten(self, address: str) -> str:
        """Return the address; there is no secret in it."""
        return address

    def open(self, outgoing: Outgoing) -> Notifier:
        """Return what sends mail through the school's server."""
        return EmailNotifier(outgoing.mail)


class EmailNotifier:
    """Sends each message in a connection of its own, so that one that hangs holds up no other."""

    def __init__(self, server: MailServer | None) -> None:
        self._server = server

    def deliver(self, message: Message) -> None:
        """Hand a message to the mail server."""
        if self._server is None:
            raise CannotDeliver(Reason.NOT_SET_UP, permanent=False)
        if KIND.fault_of(message.to):
            raise CannotDeliver(Reason.ADDRESS_UNUSABLE, permanent=True)
        letter = write_letter(message, self._server)
        with connected(self._server) as connection:
            hand_over(connection, letter, self._server.sender, [message.to])


KIND = Email()

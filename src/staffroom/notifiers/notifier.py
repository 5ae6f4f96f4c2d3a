"""What must a way of delivering be able to do, and how does it say that it could not?"""

from __future__ import annotations

from enum import StrEnum
from typing import Protocol

from staffroom.notifiers.message import Message, Outgoing


class Reason(StrEnum):
    """Why something was not delivered, as a code that is kept; never an address or what a server said."""

    NOT_SET_UP = "mail is not set up"
    UNREACHABLE = "server not reached"
    NOT_SECURE = "connection not secure"
    SIGN_IN_REFUSED = "sign-in refused"
    SENDER_REFUSED = "sender refused"
    PUT_OFF = "put off by the server"
    ADDRESS_REFUSED = "address refused"
    CONTENT_REFUSED = "content refused"
    SERVICE_REFUSED = "service did not take it"
    ADDRESS_UNUSABLE = "address unusable"
    INSIDE = "address inside the school"
    NO_ADDRESS = "no address"
    LEFT = "person has left"
    BROKEN_OFF = "broken off twice"
    GIVEN_UP = "given up"
    LINK_OVER = "link over"


# What says nothing about one message: everything else would fail in the same way just now.
OF_THE_SERVER = frozenset(
    {Reason.NOT_SET_UP, Reason.UNREACHABLE, Reason.NOT_SECURE, Reason.SIGN_IN_REFUSED, Reason.SENDER_REFUSED}
)


class CannotDeliver(Exception):
    """A message was not delivered. `permanent` says that trying again is of no use."""

    def __init__(self, reason: Reason, *, permanent: bool) -> None:
        super().__init__(reason.value)
        self.reason = reason
        self.permanent = permanent


class Notifier(Protocol):
    """A way of delivering, ready to be used."""

    def deliver(self, message: Message) -> None:
        """Deliver one message. Raises CannotDeliver, and nothing else for what a network or server does."""


class Kind(Protocol):
    """A kind of notifier: one file, with an object `KIND`.

    `name` is what is kept of it, `title` what people read. `is_secret` says that its addresses hold a
    password or a token, and so are kept as a secret.
    """

    name: str
    title: str
    is_secret: bool

    def fault_of(self, address: str) -> str:
        """Say in a sentence what is wrong with an address; empty where it can be used."""

    def shorten(self, address: str) -> str:
        """Return what of an address may be shown to its owner, without any secret in it."""

    def open(self, outgoing: Outgoing) -> Notifier:
        """Return a notifier for what the school has set up."""

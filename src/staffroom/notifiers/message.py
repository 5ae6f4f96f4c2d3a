"""What is delivered, and from where?"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Message:
    """One message to one address; it says what the room that wrote it said, and nothing else.

    `ref` is the same in every try, so that a receiver can tell a repeat. `to` is an address as the kind of
    notifier has them. `link` is a full address or empty, `link_words` what it leads to; `closing` says why
    the receiver gets this. `written_at` is aware.
    """

    ref: str
    to: str
    subject: str
    body: str
    school: str
    written_at: datetime
    link: str = ""
    link_words: str = ""
    closing: str = ""
    language: str = "en-GB"


class Security(StrEnum):
    """How the connection to a mail server is kept private."""

    TLS = "tls"
    STARTTLS = "starttls"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class MailServer:
    """The school's mail server. `user` is empty where it asks for none; `seconds` is how long it may take."""

    host: str
    sender: str
    port: int = 587
    security: Security = Security.STARTTLS
    user: str = ""
    password: str = field(default="", repr=False)
    sender_name: str = ""
    seconds: float = 20


@dataclass(frozen=True, slots=True)
class Outgoing:
    """What the school has set up for what goes out.

    `mail` is None before anybody has. `may_reach_inside` says whether addresses on the school's own network
    may be used, which a stranger's address must not lead into.
    """

    mail: MailServer | None = None
    may_reach_inside: bool = False

"""At which addresses is a person told, and by what?"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from staffroom.notifiers.message import MailServer, Outgoing, Security
from staffroom.school.notices.models import Channel, MailSettings
from staffroom.school.notices.secrets import MAIL_PASSWORD, channel_secret, read_secret
from staffroom.school.people.models import Person

SCHOOL: Final = "school"  # the way to the address that the school itself has of a person
EMAIL: Final = "email"
ONLY: Final = 1


@dataclass(frozen=True, slots=True)
class Way:
    """One address of a person: the name under which deliveries are kept, the kind, the address itself."""

    name: str
    kind: str
    address: str = field(repr=False)

    @property
    def is_school_mail(self) -> bool:
        """Say whether this goes through the school's own mail server."""
        return self.kind == EMAIL


def ways_of(person: Person) -> list[Way]:
    """Return every address at which a person is told: the school's, and those they have confirmed."""
    ways = [Way(SCHOOL, EMAIL, person.email)] if person.email else []
    confirmed = [one for one in person.channels.all() if one.confirmed_at is not None]
    return [*ways, *map(way_of, confirmed)]


def way_of(channel: Channel) -> Way:
    """Return the way that a channel is; its address may be a secret of the school's folder."""
    return Way(channel.ref, channel.kind, channel.address or read_secret(channel_secret(channel.ref)))


def outgoing() -> Outgoing:
    """Return what the school has set up for what goes out."""
    kept = MailSettings.objects.filter(pk=ONLY).first()
    if kept is None:
        return Outgoing()
    return Outgoing(mail_server(kept, read_secret(MAIL_PASSWORD)), kept.may_reach_inside)


def mail_server(kept: MailSettings, password: str) -> MailServer:
    """Return the mail server that settings and a password describe."""
    return MailServer(
        host=kept.host,
        port=kept.port,
        security=Security(kept.security),
        user=kept.user,
        password=password,
        sender=kept.sender,
        sender_name=kept.sender_name,
    )

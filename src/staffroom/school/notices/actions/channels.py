"""How does a person add an address of their own, prove that it is theirs, and take it away?"""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta
from typing import Final

from django.db import transaction
from django.db.models import F
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.translation import gettext as _

from staffroom.notifiers.message import Message
from staffroom.notifiers.notifier import CannotDeliver, Kind
from staffroom.records.actors import Actor
from staffroom.school.audit.actions import About, record
from staffroom.school.notices.acts import Act
from staffroom.school.notices.models import Channel
from staffroom.school.notices.secrets import channel_secret, forget_secret, keep_secret
from staffroom.school.notices.ways import outgoing, way_of
from staffroom.school.notices.wording import closing_words
from staffroom.school.people.models import Person
from staffroom.school.people.queries import school_name
from staffroom.school.people.references import LETTERS

MOST: Final = 5
CODE_LENGTH: Final = 8  # 39 bits, of which a day allows five guesses
CODE_LASTS: Final = timedelta(days=1)
CODE_TRIES: Final = 5
SALT: Final = "staffroom.notices.channel"


def may_add(person: Person) -> bool:
    """Say whether a person has room for one more address."""
    return person.channels.count() < MOST


def add_channel(*, by: Actor, at: datetime, person: Person, kind: Kind, address: str) -> Channel:
    """Add an address and send a code there, by which the person shows that it is theirs.

    Raises CannotDeliver where the code could not be sent; then the address has not been added.
    """
    code = "".join(secrets.choice(LETTERS) for _ in range(CODE_LENGTH))
    channel = _keep(by=by, at=at, person=person, kind=kind, address=address, code=code)
    try:
        kind.open(outgoing()).deliver(_asking(channel, code))
    except CannotDeliver:
        remove_channel(by=by, at=at, channel=channel)
        raise
    return channel


@transaction.atomic
def confirm_channel(*, by: Actor, at: datetime, channel: Channel, code: str) -> bool:
    """Begin to use an address whose code was typed in; False for a wrong or old one, and after five tries."""
    asked = Channel.objects.filter(
        pk=channel.pk, confirmed_at=None, code_tries__lt=CODE_TRIES, code_until__gt=at
    )
    if not asked.update(code_tries=F("code_tries") + 1):
        return False
    if not constant_time_compare(channel.code, _hash(channel.ref, code)):
        return False
    asked = Channel.objects.filter(pk=channel.pk, confirmed_at=None)
    asked.update(confirmed_at=at, code="", code_until=None)
    record(by=by, at=at, act=Act.CHANNEL_CONFIRMED, about=About("address", channel.ref))
    return True


@transaction.atomic
def remove_channel(*, by: Actor, at: datetime, channel: Channel) -> None:
    """Take an address away; nothing goes there any more."""
    ref = channel.ref
    channel.delete()
    record(by=by, at=at, act=Act.CHANNEL_REMOVED, about=About("address", ref))
    transaction.on_commit(lambda: forget_secret(channel_secret(ref)))


def forget_unconfirmed(*, by: Actor, at: datetime) -> int:
    """Take away the addresses whose code was not typed in while it lasted, and return how many."""
    old = list(Channel.objects.filter(confirmed_at=None, code_until__lt=at))
    for channel in old:
        remove_channel(by=by, at=at, channel=channel)
    return len(old)


@transaction.atomic
def _keep(*, by: Actor, at: datetime, person: Person, kind: Kind, address: str, code: str) -> Channel:
    channel = Channel(person=person, kind=kind.name, shown=kind.shorten(address), added_at=at)
    channel.code, channel.code_until = _hash(channel.ref, code), at + CODE_LASTS
    if kind.is_secret:
        keep_secret(channel_secret(channel.ref), address)
    else:
        channel.address = address
    channel.save()
    record(by=by, at=at, act=Act.CHANNEL_ADDED, about=About("address", channel.ref))
    return channel


def _hash(ref: str, code: str) -> str:
    typed = "".join(code.split()).lower()
    return salted_hmac(SALT, f"{ref}:{typed}", algorithm="sha256").hexdigest()


def _asking(channel: Channel, code: str) -> Message:
    body = _("Type this code into the page on which you added this address:\n\n%(code)s") % {"code": code}
    more = _("If you did not add it, do nothing: it will not be used.")
    return Message(
        ref=channel.ref,
        to=way_of(channel).address,
        subject=_("Your code for Staffroom"),
        body=f"{body}\n\n{more}",
        school=school_name(),
        written_at=channel.added_at,
        closing=closing_words(),
    )

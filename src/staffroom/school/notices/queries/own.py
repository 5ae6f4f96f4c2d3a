"""What has a person been told, and how?"""

from __future__ import annotations

from django.db.models import QuerySet

from staffroom.school.notices.models import Channel, Notice
from staffroom.school.people.models import Person


def notices_of(person: Person) -> QuerySet[Notice]:
    """Return what a person was told, newest first."""
    return Notice.objects.filter(person=person)


def notice_of(person: Person, ref: str) -> Notice | None:
    """Return one notice of a person; None where there is none, or it is somebody else's."""
    return Notice.objects.filter(person=person, ref=ref).first()


def channels_of(person: Person) -> list[Channel]:
    """Return the addresses that a person has added."""
    return list(person.channels.all())


def channel_of(person: Person, ref: str) -> Channel | None:
    """Return one address of a person; None where there is none, or it is somebody else's."""
    return person.channels.filter(ref=ref).first()

"""How is the register of devices kept: whose is each, and from when to when?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone

from staffroom.readers.rosters.devices_csv import machine_address
from staffroom.records.actors import Actor
from staffroom.school.audit.actions import About, record
from staffroom.school.monitoring.acts import Act
from staffroom.school.monitoring.models import SchoolDevice
from staffroom.school.monitoring.queries.safeguards import acting_person
from staffroom.school.monitoring.refusals import NotAccepted, require_words
from staffroom.school.people.models import Person

NO_ADDRESS = "Give an IP address, a MAC address or a host name."
UNKNOWN = "Nobody in the list of people has this roster number. Leave it empty for a shared device."
TAKEN = "The device has another entry on some of these days. End that one first."
BACKWARDS = "The last day is before the first."


@dataclass(frozen=True, slots=True)
class DeviceEntry:
    """What is written down of a device; `number` is the holder's roster number, "" for a shared one."""

    address: str
    number: str
    since: date | None
    until: date | None
    source: str


@transaction.atomic
def add_device(*, by: Actor, at: datetime, entry: DeviceEntry) -> SchoolDevice:
    """Write a device down. Raises NotAccepted where it cannot be taken as it is."""
    device = SchoolDevice(added_by=acting_person(by), added_at=at)
    return _save(device, entry, by, at, Act.DEVICE_ADDED)


@transaction.atomic
def change_device(*, by: Actor, at: datetime, device: SchoolDevice, entry: DeviceEntry) -> SchoolDevice:
    """Correct what is written of a device."""
    return _save(device, entry, by, at, Act.DEVICE_CHANGED)


@transaction.atomic
def end_device(*, by: Actor, at: datetime, device: SchoolDevice) -> None:
    """End a row with the day before; one that has not begun by then is deleted."""
    end_row(device, on=timezone.localdate(at))
    record(by=by, at=at, act=Act.DEVICE_ENDED, about=About("device", device.ref), clause="MON-1")


def end_row(device: SchoolDevice, *, on: date) -> None:
    """End a row with the day before `on`, so that earlier days are still judged by it."""
    eve = on - timedelta(days=1)
    if device.since is not None and device.since > eve:
        device.delete()
    else:
        device.until = eve
        device.save(update_fields=["until"])


@transaction.atomic
def see_holders(*, by: Actor, at: datetime, named: int) -> None:
    """Write down that somebody was shown by name whose so many devices are."""
    if named:
        record(by=by, at=at, act=Act.DEVICES_SEEN, clause="CON-1", figures={"devices": named})


def _save(device: SchoolDevice, entry: DeviceEntry, by: Actor, at: datetime, act: Act) -> SchoolDevice:
    address = machine_address(entry.address)
    if address is None:
        raise NotAccepted(NO_ADDRESS, "address")
    if entry.since and entry.until and entry.until < entry.since:
        raise NotAccepted(BACKWARDS, "until")
    device.address, device.person = address, _holder(entry.number)
    device.since, device.until = entry.since, entry.until
    device.source = require_words(entry.source, "source", "Say where the school knows it from.")
    if _is_taken(device):
        raise NotAccepted(TAKEN, "since")
    device.save()
    record(by=by, at=at, act=act, about=About("device", device.ref), clause="MON-1")
    return device


def _holder(number: str) -> Person | None:
    if not number.strip():
        return None
    holder = Person.objects.filter(identifier=number.strip()).first()
    if holder is None:
        raise NotAccepted(UNKNOWN, "number")
    return holder


def _is_taken(device: SchoolDevice) -> bool:
    others = SchoolDevice.objects.filter(address=device.address).exclude(pk=device.pk)
    first, last = device.since or date.min, device.until or date.max
    return any((one.since or date.min) <= last and first <= (one.until or date.max) for one in others)

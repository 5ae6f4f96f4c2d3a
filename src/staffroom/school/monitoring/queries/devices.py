"""Which devices does the school know, and what would a list of them change?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from staffroom.readers.rosters.devices_csv import read_devices
from staffroom.readers.rosters.problems import Problem
from staffroom.records.device_plans import DevicePlan
from staffroom.records.people import Device
from staffroom.rules.device_plan import plan_devices
from staffroom.school.monitoring.models import SchoolDevice
from staffroom.school.people.models import Person, Upload

KNOWN_FROM = "the list of people"


@dataclass(frozen=True, slots=True)
class DeviceReading:
    """What a list would do, and what of it could not be used. People are named by their references."""

    plan: DevicePlan
    problems: tuple[Problem, ...]


def school_devices() -> Sequence[SchoolDevice]:
    """Return the register, each row with its holder."""
    return list(SchoolDevice.objects.select_related("person"))


def devices_record() -> tuple[Device, ...]:
    """Return the register as the reading of logs knows it, with references for people."""
    rows = SchoolDevice.objects.values_list("address", "person__ref", "since", "until")
    return tuple(Device(address, ref or "", since, until) for address, ref, since, until in rows)


def read_device_upload(upload: Upload, *, on: date) -> DeviceReading:
    """Read an uploaded list, and compare it with the register as it is on a day."""
    numbers = dict(Person.objects.exclude(identifier="").values_list("identifier", "ref"))
    reading = read_devices(bytes(upload.body), people=numbers.keys(), known_from=KNOWN_FROM)
    listed = [_with_reference(one, numbers) for one in reading.records]
    has_lost_rows = bool(reading.problems)
    is_complete = bool(upload.choices.get("is_complete")) and not has_lost_rows
    return DeviceReading(
        plan_devices(listed, devices_record(), on=on, is_complete=is_complete), reading.problems
    )


def _with_reference(device: Device, numbers: dict[str, str]) -> Device:
    return Device(device.address, numbers.get(device.person, ""), device.since, device.until)

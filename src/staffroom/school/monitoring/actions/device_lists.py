"""How does a list of devices come into the register?"""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone

from staffroom.records.actors import Actor
from staffroom.records.device_plans import DeviceChange, DevicePlan
from staffroom.records.people import Device
from staffroom.school.audit.actions import record
from staffroom.school.monitoring.actions.devices import end_row
from staffroom.school.monitoring.acts import Act
from staffroom.school.monitoring.models import SchoolDevice
from staffroom.school.monitoring.queries.devices import read_device_upload
from staffroom.school.monitoring.queries.safeguards import acting_person
from staffroom.school.monitoring.refusals import NotAccepted
from staffroom.school.people.models import Person, Upload

MEANWHILE = "The register has changed since you looked. Look again, and import then."


@transaction.atomic
def import_devices(*, by: Actor, at: datetime, upload: Upload, shown: str) -> DevicePlan:
    """Import a list as it was shown, and delete the file.

    `shown` is the digest of the plan that was shown; raises NotAccepted where it would be another now.
    """
    today = timezone.localdate(at)
    plan = read_device_upload(upload, on=today).plan
    if plan.digest != shown:
        raise NotAccepted(MEANWHILE)
    _Desk(acting_person(by), at, today, str(upload.choices.get("source", ""))).carry_out(plan)
    upload.delete()
    figures = {"added": len(plan.added), "changed": len(plan.changed), "left": len(plan.left)}
    record(by=by, at=at, act=Act.DEVICES_IMPORTED, clause="MON-1", figures=figures)
    return plan


class _Desk:
    """Where a plan is carried out."""

    def __init__(self, by: Person, at: datetime, today: date, source: str) -> None:
        self._by, self._at, self._today, self._source = by, at, today, source
        self._people = dict(Person.objects.values_list("ref", "pk"))

    def carry_out(self, plan: DevicePlan) -> None:
        """Write what is in the plan."""
        for change in plan.changed:
            self._change(change)
        for device in plan.left:
            end_row(_row(device), on=self._today)
        SchoolDevice.objects.bulk_create([self._new(device) for device in plan.added])

    def _change(self, change: DeviceChange) -> None:
        """Correct a row; a device that goes to somebody else today leaves its earlier days as they were."""
        row, now = _row(change.was), change.then
        has_moved = now.since is None and now.person != change.was.person
        if has_moved and (row.since is None or row.since < self._today):
            row.until = self._today - timedelta(days=1)
            row.save(update_fields=["until"])
            row = self._new(now)
            row.since = self._today
        row.person_id = self._people.get(now.person)
        row.until, row.source = now.until, self._source
        row.save()

    def _new(self, device: Device) -> SchoolDevice:
        return SchoolDevice(
            address=device.address,
            person_id=self._people.get(device.person),
            since=device.since,
            until=device.until,
            source=self._source,
            added_by=self._by,
            added_at=self._at,
        )


def _row(device: Device) -> SchoolDevice:
    rows = SchoolDevice.objects.filter(address=device.address, since=device.since, until=device.until)
    rows = rows.filter(person__ref=device.person) if device.person else rows.filter(person=None)
    return rows[0]

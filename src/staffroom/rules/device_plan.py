"""What does a list of devices change in the register?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from staffroom.records.device_plans import DeviceChange, DevicePlan
from staffroom.records.people import Device


def plan_devices(
    listed: Iterable[Device], held: Iterable[Device], *, on: date, is_complete: bool
) -> DevicePlan:
    """Compare a list with the register as it is on a day.

    A row with a first day speaks of the row that begins on that day. One without speaks of today: of the row
    that holds then. Where the list is complete, rows that hold today and are not in it would end.
    """
    desk = _Desk(held, on)
    for device in dict.fromkeys(listed):
        desk.take(device)
    return DevicePlan(
        tuple(desk.added),
        tuple(desk.changed),
        tuple(desk.left()) if is_complete else (),
        desk.unchanged,
    )


def holds(device: Device, on: date) -> bool:
    """Say whether a row of the register holds on a day."""
    return (device.since or date.min) <= on <= (device.until or date.max)


class _Desk:
    """Where rows of a list meet those of the register, each at most once."""

    def __init__(self, held: Iterable[Device], on: date) -> None:
        self._on = on
        self._free: dict[str, list[Device]] = defaultdict(list)
        for device in held:
            self._free[device.address].append(device)
        self.added: list[Device] = []
        self.changed: list[DeviceChange] = []
        self.unchanged = 0

    def take(self, device: Device) -> None:
        """Find the row of the register that a row of the list speaks of."""
        found = self._find(device)
        if found is None:
            self.added.append(device)
            return
        self._free[device.address].remove(found)
        if (found.person, found.until) == (device.person, device.until):
            self.unchanged += 1
        else:
            self.changed.append(DeviceChange(found, device))

    def left(self) -> list[Device]:
        """Return the rows that hold today or later and that no row of the list spoke of."""
        rest = (one for free in self._free.values() for one in free)
        return [one for one in rest if (one.until or date.max) >= self._on]

    def _find(self, device: Device) -> Device | None:
        free = self._free[device.address]
        if device in free:
            return device
        if device.since is not None:
            return next((one for one in free if one.since == device.since), None)
        return next((one for one in free if holds(one, self._on)), None)

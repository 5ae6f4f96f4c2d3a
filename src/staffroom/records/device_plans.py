"""What would a list of devices do to the register?"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from staffroom.records.people import Device


@dataclass(frozen=True, slots=True)
class DeviceChange:
    """A row of the register that would read otherwise."""

    was: Device
    then: Device


@dataclass(frozen=True, slots=True)
class DevicePlan:
    """What would be added, changed and ended; `unchanged` counts the rows that are there already."""

    added: tuple[Device, ...] = ()
    changed: tuple[DeviceChange, ...] = ()
    left: tuple[Device, ...] = ()
    unchanged: int = 0

    @property
    def is_empty(self) -> bool:
        """Say whether there is nothing to do."""
        return not (self.added or self.changed or self.left)

    @property
    def digest(self) -> str:
        """Return a digest by which the plan that was shown is known from any other."""
        shown = repr((self.added, self.changed, self.left))
        return hashlib.sha256(shown.encode("utf-8", "surrogatepass")).hexdigest()[:32]

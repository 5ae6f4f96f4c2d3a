"""The records of the clock."""

from staffroom.school.clock.models.keeper import Keeper
from staffroom.school.clock.models.run import Run

__all__ = ["Keeper", "Run"]

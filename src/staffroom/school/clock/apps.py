"""The room of the clock."""

from __future__ import annotations

from django.apps import AppConfig


class ClockConfig(AppConfig):
    """Runs of jobs, and the one clock that begins them."""

    name = "staffroom.school.clock"
    label = "clock"

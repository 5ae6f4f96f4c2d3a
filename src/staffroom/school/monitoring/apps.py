"""The room of monitoring."""

from __future__ import annotations

from django.apps import AppConfig


class MonitoringConfig(AppConfig):
    """The monitoring record, school purposes, log sources and challenges."""

    name = "staffroom.school.monitoring"
    label = "monitoring"

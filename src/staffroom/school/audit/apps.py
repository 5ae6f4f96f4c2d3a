"""The room of the audit log."""

from __future__ import annotations

from django.apps import AppConfig


class AuditConfig(AppConfig):
    """The audit log, known by every other room and knowing none."""

    name = "staffroom.school.audit"
    label = "audit"

"""The room of notices."""

from __future__ import annotations

from django.apps import AppConfig


class NoticesConfig(AppConfig):
    """Notices, and the ways by which they go out."""

    name = "staffroom.school.notices"
    label = "notices"

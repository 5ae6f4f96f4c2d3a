"""The desk as Django knows it."""

from __future__ import annotations

from django.apps import AppConfig


class WebConfig(AppConfig):
    """Pages, templates and what browsers load."""

    name = "staffroom.web"
    label = "web"

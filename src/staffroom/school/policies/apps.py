"""The room of policies."""

from __future__ import annotations

from django.apps import AppConfig


class PoliciesConfig(AppConfig):
    """Policies from draft to superseded, and acknowledgements."""

    name = "staffroom.school.policies"
    label = "policies"

"""The room of the people."""

from __future__ import annotations

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """People, their standings and posts, absences, calendars and sign-ins."""

    name = "staffroom.school.people"
    label = "people"

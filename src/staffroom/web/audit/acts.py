"""Which acts are there? Each room names its own."""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from importlib import import_module
from importlib.util import find_spec

from django.apps import apps
from django.utils.translation import gettext

Act_Words = list[tuple[str, list[tuple[str, str]]]]


def acts_by_room() -> Act_Words:
    """Return the acts of each room with their words, for a list to choose from."""
    return [
        (gettext(room).capitalize(), [(act, _words(act)) for act in acts]) for room, acts in _known().items()
    ]


def _words(act: str) -> str:
    return gettext(act.partition(".")[2]).capitalize()


@cache
def _known() -> dict[str, list[str]]:
    rooms: dict[str, list[str]] = {}
    for app in apps.get_app_configs():
        name = f"{app.name}.acts"
        if app.name.startswith("staffroom.") and find_spec(name) is not None:
            acts: type[StrEnum] = import_module(name).Act
            rooms[app.label] = sorted(act.value for act in acts)
    return rooms

"""Which ways of delivering are there?"""

from __future__ import annotations

from importlib import import_module
from importlib.metadata import entry_points
from typing import Final

from staffroom.notifiers.notifier import Kind

BUILT_IN: Final = ("email", "apprise", "webhook")
GROUP: Final = "staffroom.notifiers"


def built_in(name: str) -> Kind:
    """Return one of the kinds that come with Staffroom; each is loaded only when it is asked for."""
    found: Kind = import_module(f"staffroom.notifiers.kinds.{name}").KIND
    return found


def all_kinds() -> tuple[Kind, ...]:
    """Return the built-in kinds, and after them those of installed packages (entry points)."""
    installed = (point.load() for point in entry_points(group=GROUP))
    return (*map(built_in, BUILT_IN), *installed)


def kind_named(name: str) -> Kind | None:
    """Return the kind with this name, None where there is none."""
    if name in BUILT_IN:
        return built_in(name)
    return next((one for one in all_kinds() if one.name == name), None)

"""What can this machine do, and how old is what Staffroom brought with it?"""

from __future__ import annotations

import platform
from collections.abc import Iterator
from datetime import date
from importlib.metadata import EntryPoint, entry_points
from typing import Final

from staffroom import __version__
from staffroom.cli.check import Check, count, name_day, ok, to_do, wrong
from staffroom.cli.home import PLAIN, Home
from staffroom.readers.logs.shelf import BUILT_IN, GROUP
from staffroom.rules.catalogue import Catalogue
from staffroom.traffic import machine

OLD_CATALOGUE_DAYS: Final = 365
UNLOADABLE: Final = (ImportError, AttributeError, SyntaxError, TypeError, ValueError, LookupError)


def check_machine(home: Home, catalogue: Catalogue, today: date) -> Iterator[Check]:
    """Go through the program itself. The first time, this compiles a small kernel."""
    yield ok("Release", f"Staffroom {__version__} on Python {platform.python_version()}.")
    yield _kernels(home)
    yield _formats()
    yield _catalogue(catalogue, today)


def _kernels(home: Home) -> Check:
    if home.kernels is None:
        return ok("Kernels", f"{PLAIN} is set: logs are read the plain way, which is slower.")
    if machine.is_available(home.kernels):
        return ok("Kernels", "Logs are read with compiled kernels.")
    says = "Kernels cannot be compiled here: logs are read the plain way, which is slower."
    return ok("Kernels", f"{says} The results are the same.")


def _formats() -> Check:
    installed = sorted(entry_points(group=GROUP), key=lambda point: point.name)
    broken = [point.name for point in installed if not _loads(point)]
    if broken:
        says = f"{count(len(broken), 'installed format')} cannot be loaded: {', '.join(broken)}."
        return wrong("Formats", says, "Install its package again, or take it away.")
    names = f": {', '.join(point.name for point in installed)}" if installed else ""
    return ok("Formats", f"{len(BUILT_IN)} come with Staffroom, {len(installed)} installed besides{names}.")


def _loads(point: EntryPoint) -> bool:
    try:
        point.load()
    except UNLOADABLE:
        return False
    return True


def _catalogue(catalogue: Catalogue, today: date) -> Check:
    services, hosts = len(catalogue.services), len(catalogue.listings)
    says = f"{count(services, 'service')} with {count(hosts, 'host')}"
    checked = catalogue.checked_on
    if checked is None:
        return ok("Catalogue", f"{says}.")
    says = f"{says}; the oldest was last checked on {name_day(checked)}."
    if (today - checked).days > OLD_CATALOGUE_DAYS:
        return to_do("Catalogue", says, "Install a newer release of Staffroom.")
    return ok("Catalogue", says)

"""Which log formats are there, and of which one is a file?"""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from typing import Final

from staffroom.readers.logs.reader import LogFormat

# The order in which a head is shown to the formats: Squid's native one, whose first words no other has,
# and then the more particular first.
BUILT_IN: Final = (
    "squid_native",
    "zeek_json",
    "zeek_tabbed",
    "adguard_home",
    "fortigate",
    "sophos",
    "palo_alto",
    "w3c_extended",
    "squid_recommended",
    "squid_combined",
    "e2guardian_protex",
    "e2guardian_native",
    "e2guardian_squid",
    "unbound",
    "bind",
    "dnsmasq",
    "zscaler",
    "umbrella",
    "columns",
)
GROUP: Final = "staffroom.log_formats"
HEAD: Final = 65_536  # bytes by which a format is recognised


def built_in(name: str) -> LogFormat:
    """Return one of the formats that come with Staffroom; each is loaded only when it is asked for."""
    module = import_module(f"staffroom.readers.logs.formats.{name}")
    found: LogFormat = module.FORMAT
    return found


def all_formats() -> tuple[LogFormat, ...]:
    """Return the built-in formats, and after them those of installed packages (entry points)."""
    return (*map(built_in, BUILT_IN), *_installed())


def _installed() -> Iterator[LogFormat]:
    """Give the formats of installed packages."""
    from importlib.metadata import entry_points  # it takes as long to import as all the formats

    for point in entry_points(group=GROUP):
        yield point.load()


def format_named(name: str) -> LogFormat | None:
    """Return the format with this name, None where there is none."""
    return next((one for one in all_formats() if one.name == name), None)


def recognise(head: bytes) -> LogFormat | None:
    """Find the format of a file from its first 64 KB; None where no format knows it."""
    for name in BUILT_IN:
        one = built_in(name)
        if one.recognises(head):
            return one
    return next((one for one in _installed() if one.recognises(head)), None)

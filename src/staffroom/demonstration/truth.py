"""What did the made people really do, whatever a log may say of it?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from staffroom.records.evidence import WINDOW_SECONDS

Visited: TypeAlias = tuple[str, str, int]  # person, service, window


@dataclass(frozen=True, slots=True)
class Truth:
    """The true visits of a made week, by person, service and window of 300 seconds since 1970 in UTC.

    A window is in `visits` where the person did something on the service in it (scrolled, clicked,
    watched) and the log's user name, or the leases with the device register, say who it was. It is in
    `unattributable` where nothing says so for certain (a shared machine, a phone that nobody registered,
    two leases at once), and in `hidden` where no line names the service. `for_school` are the visits of
    `visits` that the school-purposes register covers. `seconds` is how long each person really had each
    service before them in the week, of `visits` alone.
    """

    visits: frozenset[Visited] = frozenset()
    seconds: Mapping[tuple[str, str], int] = field(default_factory=dict)
    unattributable: frozenset[Visited] = frozenset()
    hidden: frozenset[Visited] = frozenset()
    for_school: frozenset[Visited] = frozenset()

    def __or__(self, other: Truth) -> Truth:
        seconds = dict(self.seconds)
        for key, more in other.seconds.items():
            seconds[key] = seconds.get(key, 0) + more
        return Truth(
            self.visits | other.visits,
            seconds,
            self.unattributable | other.unattributable,
            self.hidden | other.hidden,
            self.for_school | other.for_school,
        )

    def to_document(self) -> dict[str, Any]:
        """Turn the truth into a value that JSON can hold, in a fixed order."""
        return {
            "visits": sorted(map(list, self.visits)),
            "seconds": sorted([*key, seconds] for key, seconds in self.seconds.items()),
            "unattributable": sorted(map(list, self.unattributable)),
            "hidden": sorted(map(list, self.hidden)),
            "for_school": sorted(map(list, self.for_school)),
        }


def from_document(document: Mapping[str, Any]) -> Truth:
    """Turn such a value back; KeyError, TypeError or ValueError for a value of another shape."""
    return Truth(
        visits=_visited(document["visits"]),
        seconds={(person, service): int(seconds) for person, service, seconds in document["seconds"]},
        unattributable=_visited(document["unattributable"]),
        hidden=_visited(document["hidden"]),
        for_school=_visited(document["for_school"]),
    )


def window_of(at: int) -> int:
    """Return the window of a moment in milliseconds since 1970, UTC."""
    return at // (WINDOW_SECONDS * 1000)


def _visited(rows: Iterable[tuple[str, str, int]]) -> frozenset[Visited]:
    return frozenset((str(person), str(service), int(window)) for person, service, window in rows)

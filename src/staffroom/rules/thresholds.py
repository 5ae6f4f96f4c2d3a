"""On which figures does the judgement rest whether a window of evidence is a visit?

They are published with every report. How well they do is measured by `benchmarks/judgement.py`.
"""

from __future__ import annotations

from typing import Final

from staffroom.records.week import Threshold

GLANCE_OCTETS: Final = 20_000
NEIGHBOUR_OCTETS: Final = 60_000
VISIT_OCTETS: Final = 250_000
ALONE_OCTETS: Final = 400_000
CROWDED_OCTETS: Final = 1_000_000
VISIT_HOSTS: Final = 2
SPREAD_SLOTS: Final = 4
GAP_WINDOWS: Final = 1


def published() -> tuple[Threshold, ...]:
    """Return the figures as a report prints them."""
    return (
        Threshold("Window", "5 minutes", "Evidence is judged in windows of this length."),
        Threshold("Visit", _size(VISIT_OCTETS), "Pages and pictures of a service, from two of its hosts, that make a visit."),
        Threshold("One host", _size(ALONE_OCTETS), "The same where only one host of the service is known."),
        Threshold("Crowded", _size(CROWDED_OCTETS), "The same where widgets, pixels or an app in the background were busy too."),
        Threshold("Neighbour", _size(NEIGHBOUR_OCTETS), "Enough beside a window that is a visit."),
        Threshold("Glance", _size(GLANCE_OCTETS), "Less than this, with no visit beside it, is never more than a widget."),
        Threshold("Hosts", str(VISIT_HOSTS), "Different hosts of a service that a visit speaks to."),
        Threshold("Names only", f"{SPREAD_SLOTS} quarter-minutes", "Where a log has no sizes: times within five minutes at which new connections began."),
        Threshold("Gap", f"{5 * GAP_WINDOWS} minutes", "A pause up to this long does not end a visit."),
    )  # fmt: skip


def _size(octets: int) -> str:
    return f"{octets // 1_000:,} KB"

"""On which figures does the judgement rest whether a window of evidence is a visit?

They are published with every report. How well they do is measured by `benchmarks/judgement.py`.
"""

from __future__ import annotations

from typing import Final

from staffroom.records.week import Threshold

GLANCE_OCTETS: Final = 20_000
PUSH_OCTETS: Final = 150_000
VISIT_OCTETS: Final = 250_000
RICH_OCTETS: Final = 1_000_000
CROWDED_OCTETS: Final = 2_000_000

VISIT_HOSTS: Final = 2
VISIT_SLOTS: Final = 2
RICH_SLOTS: Final = 4
CROWDED_SLOTS: Final = 6

PUSH_MEDIA: Final = 2
CROWDED_MEDIA: Final = 4
RICH_RUN_MEDIA: Final = 6

GAP_WINDOWS: Final = 1


def published() -> tuple[Threshold, ...]:
    """Return the figures as a report prints them."""
    return (
        Threshold("Window", "5 minutes", "Evidence is judged in windows of this length."),
        Threshold("Gap", f"{5 * GAP_WINDOWS} minutes", "A pause up to this long does not end a stretch."),
        Threshold(
            "Visit",
            _size(VISIT_OCTETS),
            f"From pages and pictures of a service in a window, and from {VISIT_HOSTS} of its hosts where "
            "a host of its pictures is known, with new connections in the window and no widget beside.",
        ),
        Threshold(
            "Spread",
            f"{VISIT_SLOTS} quarter-minutes",
            "Different ones in which the stretch made new connections; a widget makes its own at once.",
        ),
        Threshold(
            "Rich service",
            f"{_size(RICH_OCTETS)}, {RICH_SLOTS} quarter-minutes, {RICH_RUN_MEDIA} picture lines",
            "Asked instead where a service's players and apps bring as much as a page does.",
        ),
        Threshold(
            "Beside a widget",
            f"{_size(CROWDED_OCTETS)}, {CROWDED_SLOTS} quarter-minutes, {CROWDED_MEDIA} picture lines",
            "Asked instead where a widget or a pixel of the service was loaded in the same window.",
        ),
        Threshold(
            "Own push connection",
            f"{_size(PUSH_OCTETS)}, {PUSH_MEDIA} picture lines",
            "Enough where the page also opened the connection that only the service's own page opens.",
        ),
        Threshold("Glance", _size(GLANCE_OCTETS), "Less than this is never more than a widget."),
    )


def _size(octets: int) -> str:
    return f"{octets // 1_000:,} KB"

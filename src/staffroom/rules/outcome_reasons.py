"""Why was a window judged as it was, in words that its person can check?

Each sentence names a condition of `outcomes.judge`; a test holds the two together for every window.
"""

from __future__ import annotations

from staffroom.policy.keeping import keeps
from staffroom.records.evidence import Outcome
from staffroom.records.requests import Grade
from staffroom.rules import thresholds
from staffroom.rules.outcomes import CROWDED, GLANCE, PUSH, RICH, VISIT, Features, judge

Reasons = tuple[str, ...]

_SIZES = {
    GLANCE: thresholds.GLANCE_OCTETS,
    PUSH: thresholds.PUSH_OCTETS,
    VISIT: thresholds.VISIT_OCTETS,
    RICH: thresholds.RICH_OCTETS,
    CROWDED: thresholds.CROWDED_OCTETS,
}


@keeps("MON-2", "CON-1")
def explain(window: Features) -> Reasons:
    """Say which conditions of the rule decided a window."""
    if not (window.interactive or window.media):
        return _furniture(window)
    if window.grade == Grade.NAME_LOOKED_UP:
        return ("The log only shows that the name was looked up. That is never counted as a visit.",)
    if window.grade == Grade.NAME:
        return _names(window)
    if window.grade == Grade.PAGE and (window.pages or window.foreign or window.followed):
        return _pages(window)
    return _volume(window)


def _furniture(window: Features) -> Reasons:
    outcome = judge(window)
    return {
        Outcome.BLOCKED: ("Nothing was let through to the service's own pages: the attempt was refused.",),
        Outcome.LOOKED_UP: ("Only the name of the service's sign-in was looked up.",),
        Outcome.EMBEDDED: (
            "No page or picture of the service itself was asked for, only a button, a player, a "
            "short link or a "
            "sign-in in another site's page.",
        ),
        Outcome.BACKGROUND: ("Only the lines were there that an app makes by itself.",),
    }[outcome]


def _names(window: Features) -> Reasons:
    first = "The log has the names of servers only, not how much came back."
    if not window.interactive:
        return first, "None of them was of the service's own pages."
    if judge(window) is Outcome.VISIT:
        return (
            first,
            f"At least {thresholds.VISIT_HOSTS} of the service's own servers were spoken to, in at least "
            f"{thresholds.RICH_SLOTS} quarter-minutes, and no widget was beside them.",
        )
    return first, *_lacks(
        (
            window.hosts < thresholds.VISIT_HOSTS,
            f"fewer than {thresholds.VISIT_HOSTS} of its servers were spoken to",
        ),
        (window.spread < 2, f"connections were made in fewer than {thresholds.RICH_SLOTS} quarter-minutes"),
        (window.widget, "a widget of the service was loaded as well"),
        (window.rich, "this service's apps and players look the same as a person does"),
    )


def _pages(window: Features) -> Reasons:
    outcome = judge(window)
    if not window.foreign:
        if window.interactive and window.pages:
            return ("A page of the service was asked for, and no other site's page led to it.",)
        return ("No other site's page led here.", *_volume_words(window, outcome is Outcome.VISIT))
    if outcome is Outcome.EMBEDDED:
        return ("Another site's page led here, and no page of the service itself went on from there.",)
    if outcome is Outcome.VISIT:
        return (
            "Another site's page led here, and pages of the service itself followed.",
            f"At least {_size(VISIT)} came back, and no widget was loaded.",
        )
    return "Another site's page led here, and pages of the service itself followed.", *_lacks(
        (window.volume < VISIT, f"less than {_size(VISIT)} came back"),
        (not window.own, "most of it came from the other site's page"),
        (window.widget, "a widget of the service was loaded as well"),
    )


def _volume(window: Features) -> Reasons:
    return _volume_words(window, judge(window) is Outcome.VISIT)


def _volume_words(window: Features, is_visit: bool) -> Reasons:
    if window.volume < GLANCE:
        return (f"Less than {_size(GLANCE)} came back, which is never more than a widget.",)
    if is_visit:
        return _volume_visit(window)
    if not window.fresh:
        return ("No connection was begun in these five minutes.",)
    if window.widget:
        return "A widget of the service was loaded as well.", *_lacks(
            (window.volume < CROWDED, f"less than {_size(CROWDED)} came back"),
            (window.media < 3, f"fewer than {thresholds.CROWDED_MEDIA} pictures were loaded"),
            (
                window.spread < 3,
                f"connections were made in fewer than {thresholds.CROWDED_SLOTS} quarter-minutes",
            ),
        )
    return _lacks(*_wanting(window))


def _wanting(window: Features) -> tuple[tuple[bool, str], ...]:
    few_hosts = not window.alone and window.hosts < thresholds.VISIT_HOSTS
    hosts = (few_hosts, f"fewer than {thresholds.VISIT_HOSTS} of its servers were spoken to")
    if window.rich:
        return (
            hosts,
            (window.volume < RICH, f"less than {_size(RICH)} came back"),
            (
                window.spread < 2,
                f"connections were made in fewer than {thresholds.RICH_SLOTS} quarter-minutes",
            ),
            (not window.gallery, f"fewer than {thresholds.RICH_RUN_MEDIA} pictures were loaded"),
        )
    return (
        hosts,
        (window.volume < VISIT, f"less than {_size(VISIT)} came back"),
        (window.spread < 1, f"connections were made in fewer than {thresholds.VISIT_SLOTS} quarter-minutes"),
    )


def _volume_visit(window: Features) -> Reasons:
    if window.widget:
        return (
            f"A widget was loaded, but more than {_size(CROWDED)} came back, with at least "
            f"{thresholds.CROWDED_MEDIA} pictures, in at least {thresholds.CROWDED_SLOTS} quarter-minutes.",
        )
    if window.background and window.volume >= PUSH and window.media >= 2 and window.spread >= 1:
        return (
            f"The service's own page opened its standing connection, at least {_size(PUSH)} came back, and "
            f"at least {thresholds.PUSH_MEDIA} pictures were loaded.",
        )
    size, slots = (RICH, thresholds.RICH_SLOTS) if window.rich else (VISIT, thresholds.VISIT_SLOTS)
    also = f" and at least {thresholds.RICH_RUN_MEDIA} pictures" if window.rich else ""
    return (f"At least {_size(size)}{also} came from the service, in at least {slots} quarter-minutes.",)


def _lacks(*conditions: tuple[bool, str]) -> Reasons:
    return tuple(f"It is not called a visit because {words}." for is_so, words in conditions if is_so)


def _size(band: int) -> str:
    return f"{_SIZES[band] // 1_000:,} KB"

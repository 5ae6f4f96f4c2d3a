"""Why was a window judged as it was, in words that its person can check?

Each sentence names a condition of `outcomes.judge`; a test holds the two together for every window.
"""

from __future__ import annotations

from staffroom.policy.keeping import keeps
from staffroom.records.evidence import Outcome
from staffroom.records.requests import Grade
from staffroom.rules import thresholds
from staffroom.rules.outcomes import GLANCE, PAGE, Features, breakdown, judge, points
from staffroom.rules.thresholds import CARDS, MEASURES, Card

Reasons = tuple[str, ...]


@keeps("MON-2", "CON-1")
def explain(window: Features) -> Reasons:
    """Say which conditions of the rule decided a window."""
    if not (window.interactive or window.has_media):
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
            f"At least {thresholds.NAMES_HOSTS} of the service's own servers were spoken to, in at least "
            f"{thresholds.NAMES_SLOTS} quarter-minutes, and no widget was beside them.",
        )
    return first, *_lacks(
        (not window.hosts, f"fewer than {thresholds.NAMES_HOSTS} of its servers were spoken to"),
        (
            not window.spread,
            f"connections were made in fewer than {thresholds.NAMES_SLOTS} quarter-minutes",
        ),
        (bool(window.widget), "a widget of the service was loaded as well"),
        (
            window.card in (Card.RICH, Card.PLAYER),
            "this service's apps and players look the same as a person does",
        ),
    )


def _pages(window: Features) -> Reasons:
    outcome = judge(window)
    if not window.foreign:
        if window.interactive and window.pages:
            return ("A page of the service was asked for, and no other site's page led to it.",)
        return ("No other site's page led here.", *_volume(window))
    if outcome is Outcome.EMBEDDED:
        return ("Another site's page led here, and no page of the service itself went on from there.",)
    if outcome is Outcome.VISIT:
        return (
            "Another site's page led here, and pages of the service itself followed.",
            f"At least {_size(thresholds.PAGE_OCTETS)} came back, and no widget was loaded.",
        )
    return "Another site's page led here, and pages of the service itself followed.", *_lacks(
        (window.volume < PAGE, f"less than {_size(thresholds.PAGE_OCTETS)} came back"),
        (not window.own, "most of it came from the other site's page"),
        (bool(window.widget), "a widget of the service was loaded as well"),
    )


def _volume(window: Features) -> Reasons:
    """Say what the points on the service's scorecard are for, and how many make a visit."""
    card = CARDS[Card(window.card)]
    if window.volume < GLANCE and card.least_octets:
        return (f"Less than {_size(card.least_octets)} came back, which is never more than a widget.",)
    earned = breakdown(window)
    what = ", ".join(_earned(*each) for each in earned) or "nothing"
    return (
        f"On the scorecard “{card.title}” it has {_points(points(window))}; {card.enough} make a visit.",
        f"The points are for: {what}.",
    )


def _earned(name: str, step: int, earned: int) -> str:
    measure = MEASURES[name]
    least = measure.steps[step - 1]
    amount = _size(least) if measure.unit else str(least)
    return f"{measure.title}, at least {amount} ({str(earned).replace('-', '−')})"


def _points(number: int) -> str:
    return "1 point" if number == 1 else f"{str(number).replace('-', '−')} points"


def _lacks(*conditions: tuple[bool, str]) -> Reasons:
    return tuple(f"It is not called a visit because {words}." for is_so, words in conditions if is_so)


def _size(octets: int) -> str:
    return f"{octets // 1_000:,} KB"

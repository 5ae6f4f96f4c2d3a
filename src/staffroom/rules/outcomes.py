"""Was a window of evidence a visit, or only the furniture of other people's pages?"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from staffroom.policy.keeping import keeps
from staffroom.records.evidence import Evidence, Outcome
from staffroom.records.requests import Grade
from staffroom.records.services import Role, Service
from staffroom.rules import thresholds
from staffroom.rules.thresholds import CARDS, GLANCE_OCTETS, PAGE_OCTETS, Card, Scorecard

STEPS = {name: measure.steps for name, measure in thresholds.MEASURES.items()}
GLANCE, PAGE = (STEPS["volume"].index(each) + 1 for each in (GLANCE_OCTETS, PAGE_OCTETS))
MESSAGING = "messaging"
FORUM = "forum"
PLAYERS = frozenset(("video", "live", "shared interests"))  # kinds whose rich services are so for players
ELSEWHERE = frozenset((Role.EMBED, Role.TRACKING, Role.BACKGROUND, Role.LOGIN))


class Traits(NamedTuple):
    """What of a service matters to the judgement.

    `alone`: the catalogue knows no host of its pictures, so that a visit need not speak to a second one.
    `card`: the number of its scorecard.
    """

    alone: bool
    card: int


class Features(NamedTuple):
    """What of a window decides its outcome; a day has far fewer of them than windows.

    Those that are named in `thresholds.MEASURES` are the number of its steps that were reached; `next_`,
    `later_` and `run_` speak of other windows of the stretch (see `visits.split_runs`). `spread` is whether
    the stretch made new connections often enough for names alone, `own` whether some line to a page had no
    Referer of another site.
    """

    grade: int
    volume: int
    interactive: int
    media: int
    has_media: bool
    hosts: int
    slots: int
    background: int
    widget: int
    next_volume: int
    later_volume: int
    run_volume: int
    run_hosts: int
    spread: bool
    login: bool
    shortener: bool
    blocked: bool
    pages: bool
    followed: bool
    foreign: bool
    own: bool
    alone: bool
    card: int


def traits(service: Service) -> Traits:
    """Say what of a service matters to the judgement."""
    return Traits(alone=not _has(service, {Role.MEDIA}), card=int(_card(service)))


def _card(service: Service) -> Card:
    if service.rich:
        return Card.PLAYER if service.kind in PLAYERS else Card.RICH
    if service.kind == MESSAGING:
        return Card.MESSENGER
    is_seldom_elsewhere = service.kind == FORUM and not _has(service, ELSEWHERE | {Role.MEDIA})
    return Card.FORUM if is_seldom_elsewhere else Card.ORDINARY


def _has(service: Service, roles: Collection[Role]) -> bool:
    return any(host.role in roles for host in service.hosts)


def features(evidence: Evidence, run: Sequence[Evidence], service: Traits) -> Features:
    """Reduce a window of evidence, and the stretch of use that it belongs to, to what decides its outcome."""
    later = [one.octets for one in run if one.window > evidence.window]
    measured = {
        "volume": evidence.octets,
        "interactive": evidence.interactive,
        "media": evidence.media,
        "hosts": evidence.hosts.bit_count(),
        "slots": evidence.began.bit_count(),
        "background": evidence.background,
        "widget": evidence.embed + evidence.tracking,
        "next_volume": later[0] if later else 0,
        "later_volume": sum(later),
        "run_volume": sum(one.octets for one in run),
        "run_hosts": max(one.hosts.bit_count() for one in run),
    }
    return Features(
        **{name: _band(number, STEPS[name]) for name, number in measured.items()},
        grade=int(evidence.grade),
        has_media=evidence.media > 0,
        spread=sum(one.began.bit_count() for one in run) >= thresholds.NAMES_SLOTS,
        login=evidence.login > 0,
        shortener=evidence.shortener > 0,
        blocked=evidence.blocked > 0,
        pages=evidence.pages > 0,
        followed=evidence.followed > 0,
        foreign=evidence.foreign > 0,
        own=evidence.interactive > evidence.foreign,
        alone=service.alone,
        card=service.card,
    )


def _band(number: int, steps: Sequence[int]) -> int:
    return sum(number >= least for least in steps)


@keeps("MON-2", "CON-1")
def judge(window: Features) -> Outcome:
    """Judge a window by roles, volume, a second host, time, Referer and content type, as the log has them.

    Only a visit ever enters a count; where it is not clear, the outcome says so.
    """
    if not (window.interactive or window.has_media):
        return _judge_furniture(window)
    if window.grade == Grade.NAME_LOOKED_UP:
        return Outcome.LOOKED_UP
    if window.grade == Grade.NAME:
        return _judge_names(window)
    if window.grade == Grade.PAGE and (window.pages or window.foreign or window.followed):
        return _judge_pages(window)
    return _judge_volume(window)


def _judge_furniture(window: Features) -> Outcome:
    """Judge a window without a line to the service's own pages or pictures."""
    if window.blocked:
        return Outcome.BLOCKED
    if window.grade == Grade.NAME_LOOKED_UP and window.login:
        return Outcome.LOOKED_UP
    if window.widget or window.login or window.shortener:
        return Outcome.EMBEDDED
    return Outcome.BACKGROUND


def _judge_names(window: Features) -> Outcome:
    """Judge where the log has the names of servers but no volume: names in many moments, and no widget."""
    if not window.interactive:
        return Outcome.EMBEDDED
    is_rich = window.card in (Card.RICH, Card.PLAYER)
    is_visit = window.hosts > 0 and window.spread and not window.widget and not is_rich
    return Outcome.VISIT if is_visit else Outcome.AMBIGUOUS


def _judge_pages(window: Features) -> Outcome:
    """Judge where the log has Referer or content type: a page that nobody else's page led to is a visit."""
    if not window.foreign:
        is_page = window.interactive and window.pages
        is_visit = is_page or _judge_volume(window) is Outcome.VISIT
        return Outcome.VISIT if is_visit else Outcome.AMBIGUOUS
    if not (window.followed and window.interactive):
        return Outcome.EMBEDDED
    is_visit = window.volume >= PAGE and window.own and not window.widget
    return Outcome.VISIT if is_visit else Outcome.AMBIGUOUS


def _judge_volume(window: Features) -> Outcome:
    """Judge where the log has names, sizes and times: by the points of the service's scorecard."""
    card = _CARDS[window.card]
    if window.volume >= card.least_volume and points(window) >= card.enough:
        return Outcome.VISIT
    if window.volume < GLANCE:
        return Outcome.BACKGROUND if window.background else Outcome.EMBEDDED
    return Outcome.AMBIGUOUS if window.interactive else Outcome.EMBEDDED


def points(window: Features) -> int:
    """Add up a window's points on its service's scorecard."""
    window = _with_hosts(window)
    return sum(earned[window[place]] for place, earned in _CARDS[window.card].earned)


def _with_hosts(window: Features) -> Features:
    """Count a second host where the catalogue knows none that could be asked for."""
    if not window.alone:
        return window
    return window._replace(hosts=max(1, window.hosts), run_hosts=max(1, window.run_hosts))


def breakdown(window: Features) -> tuple[tuple[str, int, int], ...]:
    """Say what a window's points are for: each measure that moved them, its steps reached, and the points."""
    window = _with_hosts(window)
    ready = zip(CARDS[Card(window.card)].points, _CARDS[window.card].earned, strict=True)
    reached = ((name, window[place], earned) for name, (place, earned) in ready)
    return tuple((name, step, earned[step]) for name, step, earned in reached if earned[step])


class _Card(NamedTuple):
    """A scorecard made ready: `earned` has a feature's place and the points at each number of steps."""

    enough: int
    least_volume: int
    earned: tuple[tuple[int, tuple[int, ...]], ...]


def _ready(card: Scorecard) -> _Card:
    earned = ((Features._fields.index(name), (0, *steps)) for name, steps in card.points.items())
    return _Card(card.enough, _band(card.least_octets, STEPS["volume"]), tuple(earned))


_CARDS = tuple(_ready(CARDS[card]) for card in Card)

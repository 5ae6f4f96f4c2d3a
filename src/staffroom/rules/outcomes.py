"""Was a window of evidence a visit, or only the furniture of other people's pages?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from staffroom.policy.keeping import keeps
from staffroom.records.evidence import Evidence, Outcome
from staffroom.records.requests import Grade
from staffroom.records.services import Role, Service
from staffroom.rules import thresholds

VOLUMES = (
    thresholds.GLANCE_OCTETS,
    thresholds.PUSH_OCTETS,
    thresholds.VISIT_OCTETS,
    thresholds.RICH_OCTETS,
    thresholds.CROWDED_OCTETS,
)
GLANCE, PUSH, VISIT, RICH, CROWDED = range(1, 6)  # the band reached when that many octets came
SPREADS = (thresholds.VISIT_SLOTS, thresholds.RICH_SLOTS, thresholds.CROWDED_SLOTS)
MEDIA = (1, thresholds.PUSH_MEDIA, thresholds.CROWDED_MEDIA)


class Traits(NamedTuple):
    """What of a service matters to the judgement.

    `alone`: the catalogue knows no host of its pictures, so that a visit need not speak to a second one.
    `rich`: its players, feeds in other people's pages or apps in the background bring as much as a page.
    """

    alone: bool
    rich: bool


class Features(NamedTuple):
    """What of a window decides its outcome; few enough that a day has some hundreds of them.

    `volume`, `media` and `spread` are bands of VOLUMES, MEDIA and SPREADS, the last over the whole stretch
    of use (see `visits.split_runs`) as is `gallery`, whether it had many picture lines. `hosts` is the
    number of first-party hosts (2 is two or more), `fresh` whether lines began here, `own` whether some
    line to a page had no Referer of another site.
    """

    grade: int
    interactive: bool
    media: int
    widget: bool
    background: bool
    login: bool
    shortener: bool
    blocked: bool
    volume: int
    hosts: int
    fresh: bool
    spread: int
    gallery: bool
    pages: bool
    followed: bool
    foreign: bool
    own: bool
    alone: bool
    rich: bool


def traits(service: Service) -> Traits:
    """Say what of a service matters to the judgement."""
    has_media = any(host.role is Role.MEDIA for host in service.hosts)
    return Traits(alone=not has_media, rich=service.rich)


def features(evidence: Evidence, run: Sequence[Evidence], service: Traits) -> Features:
    """Reduce a window of evidence, and the stretch of use that it belongs to, to what decides its outcome."""
    slots = sum(one.began.bit_count() for one in run)
    return Features(
        grade=int(evidence.grade),
        interactive=evidence.interactive > 0,
        media=_band(evidence.media, MEDIA),
        widget=evidence.embed + evidence.tracking > 0,
        background=evidence.background > 0,
        login=evidence.login > 0,
        shortener=evidence.shortener > 0,
        blocked=evidence.blocked > 0,
        volume=_band(evidence.octets, VOLUMES),
        hosts=min(evidence.hosts.bit_count(), thresholds.VISIT_HOSTS),
        fresh=evidence.began > 0,
        spread=_band(slots, SPREADS),
        gallery=sum(one.media for one in run) >= thresholds.RICH_RUN_MEDIA,
        pages=evidence.pages > 0,
        followed=evidence.followed > 0,
        foreign=evidence.foreign > 0,
        own=evidence.interactive > evidence.foreign,
        alone=service.alone,
        rich=service.rich,
    )


def _band(number: int, bands: Sequence[int]) -> int:
    return sum(number >= least for least in bands)


@keeps("MON-2", "CON-1")
def judge(window: Features) -> Outcome:
    """Judge a window by roles, volume, a second host, time, Referer and content type, as the log has them.

    Only a visit ever enters a count; where it is not clear, the outcome says so.
    """
    if not (window.interactive or window.media):
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
    is_spread = window.spread >= SPREADS.index(thresholds.RICH_SLOTS) + 1
    is_visit = window.hosts >= thresholds.VISIT_HOSTS and is_spread and not window.widget and not window.rich
    return Outcome.VISIT if is_visit else Outcome.AMBIGUOUS


def _judge_pages(window: Features) -> Outcome:
    """Judge where the log has Referer or content type: a page that nobody else's page led to is a visit."""
    if not window.foreign:
        is_page = window.interactive and window.pages
        is_visit = is_page or _judge_volume(window) is Outcome.VISIT
        return Outcome.VISIT if is_visit else Outcome.AMBIGUOUS
    if not (window.followed and window.interactive):
        return Outcome.EMBEDDED
    is_visit = window.volume >= VISIT and window.own and not window.widget
    return Outcome.VISIT if is_visit else Outcome.AMBIGUOUS


def _judge_volume(window: Features) -> Outcome:
    """Judge where the log has names, sizes and times: roles, volume, spread and a second host together."""
    if window.volume < GLANCE:
        return Outcome.BACKGROUND if window.background else Outcome.EMBEDDED
    if window.fresh and _is_visit(window):
        return Outcome.VISIT
    return Outcome.AMBIGUOUS if window.interactive else Outcome.EMBEDDED


def _is_visit(window: Features) -> bool:
    has_hosts = window.alone or window.hosts >= thresholds.VISIT_HOSTS
    if window.widget:
        return window.volume >= CROWDED and window.media >= 3 and window.spread >= 3
    if window.background and window.volume >= PUSH and window.media >= 2 and window.spread >= 1:
        return True
    if window.rich:
        return has_hosts and window.volume >= RICH and window.spread >= 2 and window.gallery
    return has_hosts and window.volume >= VISIT and window.spread >= 1

"""Was a window of evidence a visit, or only the furniture of other people's pages?"""

from __future__ import annotations

from typing import NamedTuple

from staffroom.policy.keeping import keeps
from staffroom.records.evidence import Evidence, Outcome
from staffroom.records.requests import Grade
from staffroom.rules import thresholds

BANDS = (
    thresholds.GLANCE_OCTETS,
    thresholds.NEIGHBOUR_OCTETS,
    thresholds.VISIT_OCTETS,
    thresholds.ALONE_OCTETS,
    thresholds.CROWDED_OCTETS,
)
GLANCE, NEIGHBOUR, VISIT, ALONE, CROWDED = range(1, 6)  # the band reached when that many octets came


class Features(NamedTuple):
    """What of a window decides its outcome; few enough that a day has some hundreds of them.

    `volume` is the band of its octets, `hosts` the number of first-party hosts (2 is two or more),
    `spread` whether lines began in enough quarter-minutes, `own` whether some line to a page had no
    Referer of another site, `alone` whether the catalogue knows one first-party host of the service only.
    """

    grade: int
    interactive: bool
    media: bool
    embed: bool
    tracking: bool
    background: bool
    login: bool
    shortener: bool
    blocked: bool
    volume: int
    hosts: int
    spread: bool
    pages: bool
    followed: bool
    foreign: bool
    own: bool
    alone: bool


class Judgement(NamedTuple):
    """An outcome; `joins` says whether it becomes a visit beside a window that is one."""

    outcome: Outcome
    joins: bool = False


def features(evidence: Evidence, *, alone: bool) -> Features:
    """Reduce a window of evidence to what decides its outcome."""
    return Features(
        grade=int(evidence.grade),
        interactive=evidence.interactive > 0,
        media=evidence.media > 0,
        embed=evidence.embed > 0,
        tracking=evidence.tracking > 0,
        background=evidence.background > 0,
        login=evidence.login > 0,
        shortener=evidence.shortener > 0,
        blocked=evidence.blocked > 0,
        volume=sum(evidence.octets >= least for least in BANDS),
        hosts=min(evidence.hosts.bit_count(), thresholds.VISIT_HOSTS),
        spread=evidence.began.bit_count() >= thresholds.SPREAD_SLOTS,
        pages=evidence.pages > 0,
        followed=evidence.followed > 0,
        foreign=evidence.foreign > 0,
        own=evidence.interactive > evidence.foreign,
        alone=alone,
    )


@keeps("MON-2", "CON-1")
def judge(window: Features) -> Judgement:
    """Judge a window by roles, volume, a second host, Referer and content type, as far as the log has them.

    Only a visit ever enters a count; where it is not clear, the outcome says so.
    """
    if not (window.interactive or window.media):
        return _judge_furniture(window)
    if window.grade == Grade.NAME_LOOKED_UP:
        return Judgement(Outcome.LOOKED_UP)
    if window.grade == Grade.NAME:
        return _judge_names(window)
    if window.pages or window.foreign or window.followed:
        return _judge_pages(window)
    return _judge_volume(window)


def _judge_furniture(window: Features) -> Judgement:
    """Judge a window without a line to the service's own pages or pictures."""
    passed = window.embed or window.tracking or window.login or window.shortener
    if window.grade == Grade.NAME_LOOKED_UP and window.login:
        return Judgement(Outcome.LOOKED_UP)
    if window.background and not passed:
        return Judgement(Outcome.BACKGROUND)
    return Judgement(Outcome.EMBEDDED) if passed else Judgement(Outcome.BLOCKED)


def _judge_names(window: Features) -> Judgement:
    """Judge where the log has the names of servers but no volume."""
    if window.interactive and window.hosts >= thresholds.VISIT_HOSTS and window.spread and not window.embed:
        return Judgement(Outcome.VISIT)
    return Judgement(Outcome.AMBIGUOUS if window.interactive else Outcome.EMBEDDED)


def _judge_pages(window: Features) -> Judgement:
    """Judge where the log has Referer or content type: a page nobody else's page led to is a visit."""
    if not window.foreign:
        if window.interactive and window.pages:
            return Judgement(Outcome.VISIT)
        return Judgement(Outcome.AMBIGUOUS, joins=True)
    if window.followed and window.interactive:
        is_visit = window.volume >= VISIT and window.own and not window.embed
        return Judgement(Outcome.VISIT) if is_visit else Judgement(Outcome.AMBIGUOUS, joins=True)
    return Judgement(Outcome.EMBEDDED)


def _judge_volume(window: Features) -> Judgement:
    """Judge where the log has names, sizes and times: roles, volume and a second host together."""
    if window.volume < GLANCE:
        return Judgement(Outcome.BACKGROUND if window.background else Outcome.EMBEDDED)
    joins = window.volume >= NEIGHBOUR
    if not window.interactive:
        return Judgement(Outcome.EMBEDDED, joins=joins)
    if _is_visit_by_volume(window):
        return Judgement(Outcome.VISIT)
    return Judgement(Outcome.AMBIGUOUS, joins=joins)


def _is_visit_by_volume(window: Features) -> bool:
    enough = ALONE if window.alone else VISIT
    if window.embed or window.tracking or window.background:
        enough = CROWDED
    return window.volume >= enough and (window.alone or window.hosts >= thresholds.VISIT_HOSTS)

"""Is a service used for the school's purposes?"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from staffroom.policy.keeping import keeps
from staffroom.records.decisions import Decision
from staffroom.records.school import Purpose

CLAUSE = "MON-2"
EVERY_SERVICE = "*"
NOT_REGISTERED = "The register of school purposes has no entry for this person and service on this day."


@keeps("MON-2")
def school_purpose(
    purposes: Iterable[Purpose],
    *,
    person: str,
    roles: frozenset[str],
    service: str,
    day: date,
    at_ms: int | None = None,
) -> Decision:
    """Decide whether the register of school purposes covers a person's use of a service on a day.

    `at_ms` is the moment of the use, for entries that are about one single use. The first entry that covers
    it gives the reason. An entry with both a person and a role needs both.
    """
    for purpose in purposes:
        if _is_for(purpose, person, roles) and _is_about(purpose, service, day) and _holds_at(purpose, at_ms):
            return Decision(allowed=True, clause=CLAUSE, because=purpose.reason)
    return Decision(allowed=False, clause=CLAUSE, because=NOT_REGISTERED)


def _is_for(purpose: Purpose, person: str, roles: frozenset[str]) -> bool:
    return purpose.person in ("", person) and (not purpose.role or purpose.role in roles)


def _is_about(purpose: Purpose, service: str, day: date) -> bool:
    begun = purpose.since is None or purpose.since <= day
    ended = purpose.until is not None and purpose.until < day
    return purpose.service in (EVERY_SERVICE, service) and begun and not ended


def _holds_at(purpose: Purpose, at_ms: int | None) -> bool:
    if purpose.moments is None:
        return True
    return at_ms is not None and purpose.moments[0] <= at_ms < purpose.moments[1]

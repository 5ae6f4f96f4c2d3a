"""What does a school say of a host that the catalogue does not, and why?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from staffroom.records.school import Override
from staffroom.records.services import Host, Role, Service
from staffroom.rules.domains import is_domain, is_shared_suffix

UNLISTED = "unlisted"
_ROLES = (*(role.value for role in Role), UNLISTED)


class OverrideError(ValueError):
    """A school's word about a host cannot be taken as it is; the message says why."""


def apply(
    overrides: Iterable[Override], *, to: Iterable[Service]
) -> tuple[tuple[Service, ...], tuple[str, ...]]:
    """Return the services as the overrides leave them, and the domains that they take out.

    Raises OverrideError for an override without a reason or a date, or that cannot be understood.
    """
    services = {service.id: service for service in to}
    decided: dict[str, Override] = {}
    for override in overrides:
        check(override, services)
        if override.host in decided:
            raise OverrideError(f"The host {override.host} is overridden twice: keep one of the two.")
        decided[override.host] = override
    kept = {id: _without(service, decided) for id, service in services.items()} if decided else services
    for override in decided.values():
        _give(override, kept)
    holes = tuple(host for host, override in decided.items() if override.role == UNLISTED)
    return tuple(kept.values()), holes


def check(override: Override, services: Iterable[str]) -> None:
    """Refuse an override that does not say enough; `services` are the ids that it may name."""
    if not is_domain(override.host) or is_shared_suffix(override.host):
        raise OverrideError("The host of an override must be the domain name of a site, in lower case.")
    about = f"The override of {override.host}"
    if not override.reason.strip():
        raise OverrideError(f"{about} has no reason: say why the school decided it.")
    if not isinstance(override.decided_on, date):
        raise OverrideError(f"{about} has no date: say on which day the school decided it.")
    if override.role not in _ROLES:
        raise OverrideError(f"{about} has no role that is known: choose one of {', '.join(_ROLES)}.")
    if override.role != UNLISTED and override.service not in services:
        raise OverrideError(f"{about} names a service that is not in the catalogue.")


def _without(service: Service, decided: dict[str, Override]) -> Service:
    return replace(service, hosts=tuple(host for host in service.hosts if host.name not in decided))


def _give(override: Override, services: dict[str, Service]) -> None:
    """Give an override's host to the service that it names; a host taken out goes to nobody."""
    if override.role == UNLISTED:
        return
    service = services[override.service]
    host = Host(override.host, Role(override.role))
    services[service.id] = replace(service, hosts=(*service.hosts, host))

"""Which services does a school list beside those of the catalogue?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from staffroom.records.services import Host, Role, Service
from staffroom.rules.domains import is_domain, is_shared_suffix

KIND = "listed by the school"
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


class AdditionError(ValueError):
    """A service of the school's own cannot be taken as it is; the message says why."""


def listed_by_school(name: str, domains: Iterable[str], *, checked_on: date | None = None) -> Service:
    """Make one service of a school's own list of domains, each of them interactive.

    `name` is what the school calls the list; the id is `school-list-` and the name as a slug.
    Raises AdditionError for a name without a letter or digit.
    """
    slug = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")
    if not slug:
        raise AdditionError("Give the list a name with at least one letter or digit.")
    hosts = tuple(Host(domain, Role.INTERACTIVE) for domain in sorted(set(domains)))
    return Service(
        id=f"school-list-{slug}",
        title=f"Listed by the school: {name}",
        kind=KIND,
        hosts=hosts,
        checked_on=checked_on,
        source=f"the school's own list “{name}”",
    )


def add(additions: Iterable[Service], *, to: Iterable[Service]) -> tuple[Service, ...]:
    """Put a school's services behind those of the catalogue.

    A host that is in the catalogue, or under one that is, stays what it is there; so does a host
    that an earlier addition has. Raises AdditionError for an id that is taken or no slug and for a
    host that is no domain.
    """
    services = list(to)
    ids = {service.id for service in services}
    covered = {host.name for service in services for host in service.hosts}
    taken: set[str] = set()
    for addition in additions:
        _check(addition, ids)
        hosts = tuple(_uncovered(addition.hosts, covered, taken))
        services.append(replace(addition, hosts=hosts))
        ids.add(addition.id)
    return tuple(services)


def _check(addition: Service, ids: set[str]) -> None:
    if not _SLUG.fullmatch(addition.id):
        raise AdditionError("The id of a service must be of lower-case letters, digits and hyphens.")
    if addition.id in ids:
        raise AdditionError(f"There is already a service with the id {addition.id}: choose another id.")
    for host in addition.hosts:
        if not is_domain(host.name) or is_shared_suffix(host.name):
            raise AdditionError(f"A host of the service {addition.id} is not the domain name of a site.")


def _uncovered(hosts: Iterable[Host], covered: set[str], taken: set[str]) -> Iterator[Host]:
    for host in hosts:
        if host.name not in taken and covered.isdisjoint(_and_parents(host.name)):
            taken.add(host.name)
            yield host


def _and_parents(name: str) -> Iterator[str]:
    while name:
        yield name
        name = name.partition(".")[2]

"""What has the network manager told of the school's network?"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from staffroom.records.people import Network, NetworkKind
from staffroom.records.services import Service
from staffroom.rules.catalogue_additions import listed_by_school
from staffroom.school.monitoring.models import DomainList, IdentitySource, SchoolNetwork


def networks_record() -> tuple[Network, ...]:
    """Return for whom which ranges of addresses are."""
    rows = SchoolNetwork.objects.values_list("range", "kind")
    return tuple(Network(addresses, NetworkKind(kind)) for addresses, kind in rows)


def lists_record() -> tuple[Service, ...]:
    """Return the services of the school's own lists, in the order of their names."""
    return _services(tuple(DomainList.objects.values_list("ref", flat=True)))


def domain_lists() -> Sequence[DomainList]:
    """Return the lists, without their domains."""
    return list(DomainList.objects.defer("domains").select_related("added_by"))


def identity_sources() -> Sequence[IdentitySource]:
    """Return the places with leases and sign-ins."""
    return list(IdentitySource.objects.all())


@lru_cache(maxsize=4)
def _services(refs: tuple[str, ...]) -> tuple[Service, ...]:
    """Return the services of lists. A list never changes, so its reference says what is in it."""
    rows = DomainList.objects.filter(ref__in=refs).values_list("name", "domains")
    return tuple(listed_by_school(name, domains.split("\n")) for name, domains in rows)

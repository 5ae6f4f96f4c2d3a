"""How is written down for whom the school's ranges of addresses are?"""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from staffroom.records.actors import Actor
from staffroom.records.people import NetworkKind
from staffroom.rules.networks import range_of
from staffroom.school.audit.actions import About, record
from staffroom.school.monitoring.acts import Act
from staffroom.school.monitoring.models import SchoolNetwork
from staffroom.school.monitoring.queries.safeguards import acting_person
from staffroom.school.monitoring.refusals import NotAccepted, save_once


@transaction.atomic
def add_network(*, by: Actor, at: datetime, addresses: str, kind: NetworkKind) -> SchoolNetwork:
    """Say for whom a range of addresses is. Raises NotAccepted for one that is there, or is none."""
    parsed = range_of(addresses)
    if parsed is None:
        raise NotAccepted("Give a range like 10.20.0.0/16.", "addresses")
    network = SchoolNetwork(range=str(parsed), kind=kind, added_by=acting_person(by), added_at=at)
    save_once(network, "addresses", "This range is in the list already.")
    _write_down(Act.NETWORK_ADDED, by, at, network)
    return network


@transaction.atomic
def change_network(*, by: Actor, at: datetime, network: SchoolNetwork, kind: NetworkKind) -> SchoolNetwork:
    """Say that a range is for somebody else."""
    network.kind = kind
    network.save(update_fields=["kind"])
    _write_down(Act.NETWORK_CHANGED, by, at, network)
    return network


@transaction.atomic
def remove_network(*, by: Actor, at: datetime, network: SchoolNetwork) -> None:
    """Take a range out of the list."""
    network.delete()
    _write_down(Act.NETWORK_REMOVED, by, at, network)


def _write_down(act: Act, by: Actor, at: datetime, network: SchoolNetwork) -> None:
    record(by=by, at=at, act=act, about=About("network", network.ref), clause="MON-1")

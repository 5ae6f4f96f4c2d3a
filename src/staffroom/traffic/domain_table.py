"""What does the intake know of the catalogue: tables for the kernels, facts for the gatherer?"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

import numpy as np

from staffroom.records.services import Role
from staffroom.rules.blind import Blindness
from staffroom.rules.blind import names as blind_names
from staffroom.rules.catalogue import Catalogue
from staffroom.traffic.gathered import ListingFacts
from staffroom.traffic.suffixes import HOLE, SuffixTable, build_table

COLUMNS = tuple(Role)  # a role's place here is its column among the counts of a window
FIRST_PARTY = (Role.INTERACTIVE, Role.MEDIA, Role.LOGIN)
NAMED_KINDS = tuple(kind for kind in Blindness if kind is not Blindness.ADDRESSES)
HOST_BITS = 64


@dataclass(frozen=True, slots=True)
class DomainTable:
    """The catalogue laid out for reading: `services` gives each service its number (its place)."""

    catalogue: Catalogue
    services: tuple[str, ...]
    meanings: dict[bytes, int]
    suffixes: SuffixTable
    facts: ListingFacts


def build(catalogue: Catalogue) -> DomainTable:
    """Lay out a catalogue, the blind names beside it."""
    services = tuple(sorted(catalogue.services))
    meanings = _meanings(catalogue)
    return DomainTable(catalogue, services, meanings, build_table(meanings), _facts(catalogue, services))


def _meanings(catalogue: Catalogue) -> dict[bytes, int]:
    """Give every domain its meaning; where a name is both, the catalogue's word goes before blindness."""
    blind = {name: -1 - NAMED_KINDS.index(kind) for name, kind in blind_names().items()}
    listed = {listing.name.encode("ascii"): listing.position for listing in catalogue.listings}
    every = blind | {hole.encode("ascii"): HOLE for hole in catalogue.holes} | listed
    return {name: meaning for name, meaning in every.items() if b"." in name}  # no site is a bare top level


def _facts(catalogue: Catalogue, services: tuple[str, ...]) -> ListingFacts:
    number = {service: place for place, service in enumerate(services)}
    bits: defaultdict[str, int] = defaultdict(int)
    rows = []
    for listing in catalogue.listings:
        bit = 0
        if listing.role in FIRST_PARTY:
            bit = min(bits[listing.service], HOST_BITS - 1)
            bits[listing.service] += 1
        rows.append((number[listing.service], COLUMNS.index(listing.role), bit))
    columns = np.array(rows, dtype=np.int32).reshape(-1, 3).T
    return ListingFacts(*(np.ascontiguousarray(column) for column in columns))

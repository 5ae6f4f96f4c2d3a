"""How do requests, which the plain readers make one by one, become columns of numbers?"""

from __future__ import annotations

import numpy as np

from staffroom.readers.logs.reader import Listings
from staffroom.records.requests import Request
from staffroom.traffic.fingerprints import fingerprint
from staffroom.traffic.hits import BLOCKED, FOLLOWED, FOREIGN, MEASURED, MOST_OCTETS, PAGE, Columns
from staffroom.traffic.identity_list import IdentityList


class RequestColumns:
    """Requests as rows of numbers, while a chunk is read."""

    def __init__(self, listings: Listings, identities: IdentityList, seed: int) -> None:
        self._listings = listings
        self._identities = identities
        self._seed = seed
        self._rows: list[tuple[int, ...]] = []

    def __len__(self) -> int:
        return len(self._rows)

    def add(self, request: Request, line: bytes) -> None:
        """Take a request and the line that it came from (which is fingerprinted and not kept)."""
        self._rows.append(
            (
                request.began_at,
                request.ended_at,
                min(request.octets or 0, MOST_OCTETS),
                self._identities.number(request.client, request.user),
                request.listing.position,
                self._flags(request),
                int(request.grade),
                fingerprint(line.rstrip(b"\r"), self._seed),
            )
        )

    def _flags(self, request: Request) -> int:
        flags = BLOCKED if request.blocked else 0
        flags |= MEASURED if request.octets is not None else 0
        flags |= PAGE if (request.content_type or "").startswith("text/html") else 0
        return flags | self._followed(request)

    def _followed(self, request: Request) -> int:
        if not request.referrer:
            return 0
        came_from = self._listings.listing(request.referrer.encode("utf-8", "replace"))
        is_own = came_from is not None and came_from.service == request.listing.service
        return FOLLOWED if is_own else FOREIGN

    def columns(self) -> Columns:
        """Return what was taken, as columns."""
        columns = list(zip(*self._rows, strict=True)) or [()] * len(Columns._fields)
        kinds = (np.int64,) * 3 + (np.int32,) * 4 + (np.uint64,)
        return Columns._make(
            np.array(column, dtype=kind) for column, kind in zip(columns, kinds, strict=True)
        )

"""Which client and user pairs did a scan meet on listed lines?"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

PAIRS = 1 << 16
POOL = 1 << 22


class IdentityTable(NamedTuple):
    """The client and user bytes of listed lines, each pair once, kept from chunk to chunk.

    `spans` has three numbers a pair: where the client starts in `pool`, where it ends and the user
    starts, and where the user ends. `used` counts the pairs and the bytes of the pool.
    """

    hashes: npt.NDArray[np.uint64]
    slots: npt.NDArray[np.int32]
    pool: npt.NDArray[np.uint8]
    spans: npt.NDArray[np.int32]
    used: npt.NDArray[np.int64]


def new_table() -> IdentityTable:
    """Make an empty table."""
    return IdentityTable(
        np.zeros(2 * PAIRS, dtype=np.uint64),
        np.full(2 * PAIRS, -1, dtype=np.int32),
        np.empty(POOL, dtype=np.uint8),
        np.empty(3 * PAIRS, dtype=np.int32),
        np.zeros(2, dtype=np.int64),
    )


def pairs_since(table: IdentityTable, since: int) -> list[tuple[bytes, bytes]]:
    """Return the (client, user) bytes of the pairs from place `since` on."""
    pool = table.pool[: table.used[1]].tobytes()
    spans = table.spans[3 * since : 3 * int(table.used[0])].reshape(-1, 3).tolist()
    return [(pool[start:middle], pool[middle:end]) for start, middle, end in spans]

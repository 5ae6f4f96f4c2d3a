"""Which client and user pair stands on a listed line? Each pair is kept once, and known by its place."""

from __future__ import annotations

from typing import Any, NamedTuple

from numba import uint64

from staffroom.traffic.identity_table import PAIRS, POOL
from staffroom.traffic.kernels.text import compiled, fingerprint


class Identities(NamedTuple):
    """`identity_table.IdentityTable` as pointers, with the mask of its size.

    `dropped` is 1 at the place of each pair that is known to be a pupil's for all time.
    """

    hashes: Any
    slots: Any
    pool: Any
    spans: Any
    used: Any
    mask: Any
    dropped: Any


@compiled
def _is_known(text: Any, pair: Any, table: Any, place: int) -> bool:
    client, client_end, user, user_end = pair
    start, middle, end = table.spans[3 * place], table.spans[3 * place + 1], table.spans[3 * place + 2]
    if middle - start != client_end - client or end - middle != user_end - user:
        return False
    for offset in range(client_end - client):
        if table.pool[start + offset] != text[client + offset]:
            return False
    for offset in range(user_end - user):
        if table.pool[middle + offset] != text[user + offset]:
            return False
    return True


@compiled
def _keep(text: Any, pair: Any, table: Any) -> int:
    """Copy a new pair into the pool and return its place; -1 where there is no room."""
    client, client_end, user, user_end = pair
    place, start = table.used[0], table.used[1]
    middle = start + client_end - client
    end = middle + user_end - user
    if place >= PAIRS or end > POOL:
        return -1
    for offset in range(client_end - client):
        table.pool[start + offset] = text[client + offset]
    for offset in range(user_end - user):
        table.pool[middle + offset] = text[user + offset]
    table.spans[3 * place], table.spans[3 * place + 1], table.spans[3 * place + 2] = start, middle, end
    table.used[0], table.used[1] = place + 1, end
    return int(place)


@compiled
def place_of(text: Any, pair: Any, length: int, table: Any, seed: Any) -> int:
    """Return the place of a client and user pair, keeping it if it is new; -1 where there is no room."""
    mixed = fingerprint(text, pair[0], pair[1], length, seed)
    mixed = fingerprint(text, pair[2], pair[3], length, mixed)
    slot = mixed & table.mask
    while table.slots[slot] != -1:
        if table.hashes[slot] == mixed and _is_known(text, pair, table, table.slots[slot]):
            return int(table.slots[slot])
        slot = (slot + uint64(1)) & table.mask
    place = _keep(text, pair, table)
    if place >= 0:
        table.hashes[slot] = mixed
        table.slots[slot] = place
    return place

"""Under which code does somebody appear in the store of visits?"""

from __future__ import annotations

import hmac
import json

from staffroom.policy.keeping import keeps

SHORTEST_KEY_BYTES = 32
CODE_CHARACTERS = 16
DOMAIN = b"staffroom/visits/code/1\x00"  # so that the key makes no other code that looks like these


@keeps("CON-1", "MON-1")
def code(key: bytes, identity: str) -> str:
    """Make the code of an identity under a period's key: 16 hexadecimal characters of its HMAC-SHA-256.

    The same identity has the same code for as long as the key is used; codes made with different keys
    cannot be joined, and without the key none can be worked out. Raises ValueError for a key shorter than
    32 bytes.
    """
    if len(key) < SHORTEST_KEY_BYTES:
        raise ValueError(f"The key for codes must be at least {SHORTEST_KEY_BYTES} bytes long.")
    message = DOMAIN + identity.encode("utf-8", "surrogatepass")
    return hmac.digest(key, message, "sha256").hex()[:CODE_CHARACTERS]


def person_identity(person_id: str) -> str:
    """Return what the code of a person is made from."""
    return json.dumps(["person", person_id])


def machine_identity(client: str, user: str) -> str:
    """Return what the code of a machine that nobody could be joined to is made from.

    `client` and `user` are as `attribution.Holding` was asked for; no machine shares it with a person.
    """
    return json.dumps(["machine", client, user])

"""What is a domain name that a list may hold?"""

from __future__ import annotations

import re

LONGEST = 253  # octets of a name without its last dot, RFC 1035 §2.3.4 as read by RFC 2181 §11

_LABEL = r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?"
_DOMAIN = re.compile(rf"(?:{_LABEL}\.)+[a-z](?:[a-z0-9-]{{0,61}}[a-z0-9])?")

# Second levels under which countries let everybody register; general knowledge, not the whole
# Public Suffix List: enough that a slip in a list cannot match half the network.
_SHARED_SECOND_LEVELS = frozenset(
    {"ac", "co", "com", "edu", "go", "gob", "gouv", "gov", "ltd", "mod", "ne", "net"}
    | {"nhs", "or", "org", "plc", "police", "sch"}
)


def is_domain(name: str) -> bool:
    """Say whether a name is a lower-case ASCII domain with at least two labels and no last dot."""
    return len(name) <= LONGEST and _DOMAIN.fullmatch(name) is not None


def is_shared_suffix(name: str) -> bool:
    """Say whether a domain is one under which everybody registers, such as co.uk or com.au."""
    second, _, top = name.partition(".")
    return top == "" or name == "me.uk" or (len(top) == 2 and second in _SHARED_SECOND_LEVELS)

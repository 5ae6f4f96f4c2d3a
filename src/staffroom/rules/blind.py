"""Does a host mean that the log cannot see what was done?"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from importlib.resources import files
from ipaddress import ip_address
from types import MappingProxyType

from staffroom.rules.domains import LONGEST


class Blindness(StrEnum):
    """Why a line says nothing of what was done."""

    ENCRYPTED_HELLO = "encrypted hello"
    ENCRYPTED_LOOKUPS = "encrypted lookups"
    TUNNELS = "tunnels"
    ADDRESSES = "addresses only"


@cache
def names() -> Mapping[bytes, Blindness]:
    """Return the known blind domains, in lower case; every name under one is blind too."""
    text = (files("staffroom.rules") / "services" / "blind.toml").read_text("utf-8")
    kinds = tomllib.loads(text)
    by_name = {name.encode("ascii"): kind for kind in Blindness for name in kinds.get(kind.name.lower(), ())}
    return MappingProxyType(by_name)


def blindness(host: bytes) -> Blindness | None:
    """Say in which way a host is blind, None where it is not.

    `host` may be in any case, may end in a dot and has no port; an IPv6 address may be in brackets.
    A social networking service behind Cloudflare is not blind: its own name is in the log. Never raises.
    """
    name = host[: LONGEST + 2].lower().removesuffix(b".")
    if len(name) > LONGEST:
        return None
    if is_address(name):
        return Blindness.ADDRESSES
    blind = names()
    while name:
        if name in blind:
            return blind[name]
        name = name.partition(b".")[2]
    return None


def is_address(host: bytes) -> bool:
    """Say whether a host is an IPv4 or IPv6 address, the latter with or without brackets or a zone."""
    literal = host[1:-1] if host[:1] == b"[" and host[-1:] == b"]" else host
    if not literal or not (literal[-1:].isdigit() or b":" in literal):
        return False
    try:
        ip_address(literal.decode("ascii"))
    except ValueError:
        return False
    return True

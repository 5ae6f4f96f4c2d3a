"""Is this a demonstration, with made people, for whoever sits at this machine?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final
from urllib.parse import urlsplit

NAME: Final = "STAFFROOM_DEMONSTRATION"
THIS_MACHINE: Final = ("127.0.0.1", "localhost", "::1")


def is_demonstration(environment: Mapping[str, str], address: str) -> bool:
    """Say whether a demonstration was asked for, and is to be found on this machine only."""
    return environment.get(NAME) == "1" and urlsplit(address).hostname in THIS_MACHINE

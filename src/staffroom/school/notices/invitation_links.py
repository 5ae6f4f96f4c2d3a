"""Which path does an invitation by mail lead to?"""

from __future__ import annotations

from typing import Final

KIND: Final = "invitation"
BEGIN: Final = "/invitation/"


def link_of(code: str) -> str:
    """Return the path of an invitation's code."""
    return f"{BEGIN}{code}/"


def code_of(link: str) -> str:
    """Return the code in the path of an invitation."""
    return link.removeprefix(BEGIN).removesuffix("/")

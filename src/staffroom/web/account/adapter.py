"""How does signing in differ here from the library's own way?"""

from __future__ import annotations

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class SchoolAccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """People are invited; nobody signs themselves up."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Say that signing up is closed."""
        return False

    def add_message(self, *args: object, **kwargs: object) -> None:
        """Say nothing where the page itself says it."""

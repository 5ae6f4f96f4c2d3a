"""How does somebody sign in?"""

from __future__ import annotations

from typing import Any

from allauth.account.views import LoginView

from staffroom.school.people.queries.school import has_administrator
from staffroom.web.account.providers import offer_providers


class SignIn(LoginView):  # type: ignore[misc]
    """An address and a password, a passkey, or a provider."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the providers of this school, and whether anybody can sign in yet."""
        shown: dict[str, Any] = super().get_context_data(**kwargs)
        return shown | {"providers": offer_providers(), "is_begun": has_administrator()}

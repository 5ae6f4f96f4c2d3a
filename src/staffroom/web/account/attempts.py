"""By what name is an attempt to sign in counted?"""

from __future__ import annotations

from collections.abc import Mapping

from django.http import HttpRequest
from django.utils.crypto import salted_hmac

SALT = "staffroom.web.account.attempts"


def name_attempt(request: HttpRequest, credentials: Mapping[str, str] | None = None) -> str:
    """Return what stands for the address that somebody tried to sign in with.

    It is a keyed hash: what is mistyped into a sign-in form, at times a password, is kept nowhere.
    """
    tried = (credentials or {}).get("email") or request.POST.get("login", "")
    return salted_hmac(SALT, tried.strip().lower()).hexdigest()[:40]

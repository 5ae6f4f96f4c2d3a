"""The addresses for signing in, and for one's own sign-in.

They are the library's pages in our templates. Each is declared here: those before signing in admit whoever
comes, all others whoever has signed in; the library guards them itself. Signing up is not among them: people
are invited.
"""

from __future__ import annotations

from allauth.account import views as account
from allauth.mfa.base import views as factors
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as passkeys
from allauth.usersessions import views as sessions
from django.urls import URLPattern, path
from django.views.decorators.http import require_http_methods

from staffroom.rules import access
from staffroom.web.pages import Any_View, declare_view

BOTH = ("GET", "POST")
only_both = require_http_methods([*BOTH, "HEAD"])


def before(address: str, view: Any_View, name: str) -> URLPattern:
    """Declare a page for whoever comes."""
    return path(address, declare_view(only_both(view), admits=None, answers=BOTH), name=name)


def behind(address: str, view: Any_View, name: str) -> URLPattern:
    """Declare a page for whoever has signed in."""
    return path(address, declare_view(only_both(view), admits=access.anybody, answers=BOTH), name=name)


urlpatterns = [
    before("sign-in/", account.login, "account_login"),
    before("sign-in/code/", factors.authenticate, "mfa_authenticate"),
    before("sign-in/passkey/", passkeys.login_webauthn, "mfa_login_webauthn"),
    before("sign-out/", account.logout, "account_logout"),
    before("password/forgotten/", account.password_reset, "account_reset_password"),
    before("password/forgotten/sent/", account.password_reset_done, "account_reset_password_done"),
    before("password/<uidb36>-<key>/", account.password_reset_from_key, "account_reset_password_from_key"),
    before("password/made/", account.password_reset_from_key_done, "account_reset_password_from_key_done"),
    behind("my-sign-in/password/", account.password_change, "account_change_password"),
    behind("my-sign-in/again/", account.reauthenticate, "account_reauthenticate"),
    behind("my-sign-in/again/code/", factors.reauthenticate, "mfa_reauthenticate"),
    behind("my-sign-in/again/passkey/", passkeys.reauthenticate_webauthn, "mfa_reauthenticate_webauthn"),
    behind("my-sign-in/", factors.index, "mfa_index"),
    behind("my-sign-in/code/", totp.activate_totp, "mfa_activate_totp"),
    behind("my-sign-in/code/remove/", totp.deactivate_totp, "mfa_deactivate_totp"),
    behind("my-sign-in/recovery-codes/", codes.view_recovery_codes, "mfa_view_recovery_codes"),
    behind("my-sign-in/recovery-codes/new/", codes.generate_recovery_codes, "mfa_generate_recovery_codes"),
    behind("my-sign-in/recovery-codes/file/", codes.download_recovery_codes, "mfa_download_recovery_codes"),
    behind("my-sign-in/passkeys/", passkeys.list_webauthn, "mfa_list_webauthn"),
    behind("my-sign-in/passkeys/add/", passkeys.add_webauthn, "mfa_add_webauthn"),
    behind("my-sign-in/passkeys/<int:pk>/remove/", passkeys.remove_webauthn, "mfa_remove_webauthn"),
    behind("my-sign-in/passkeys/<int:pk>/rename/", passkeys.edit_webauthn, "mfa_edit_webauthn"),
    behind("my-sign-in/sessions/", sessions.list_usersessions, "usersessions_list"),
]

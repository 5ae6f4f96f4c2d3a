"""The addresses for signing in, and for one's own sign-in.

They are the library's pages in our templates. Each is declared here: those before signing in admit whoever
comes, all others whoever has signed in; the library guards them itself. Signing up is not among them: people
are invited.
"""

from __future__ import annotations

from typing import Any

from allauth.account import views as account
from allauth.mfa.base import views as factors
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as passkeys
from allauth.socialaccount import views as social
from allauth.socialaccount.providers.openid_connect import views as openid
from django.urls import URLPattern, path, re_path
from django.views.decorators.http import require_http_methods

from staffroom.rules import access
from staffroom.web.account.factors import (
    ActivateApp,
    AddPasskey,
    RemovePasskey,
    SecondStep,
    SignInOverview,
    says_when_closed,
)
from staffroom.web.account.invitation import follow_invitation, show_invitation
from staffroom.web.account.inviting import end_invitation, show_invitations
from staffroom.web.account.provider_settings import end_provider, show_providers
from staffroom.web.account.providers import leads_to_providers, survives_silence
from staffroom.web.account.sessions import Sessions
from staffroom.web.account.sign_in import SignIn
from staffroom.web.pages import Any_View, declare_view

BOTH = ("GET", "POST")
only_both = require_http_methods([*BOTH, "HEAD"])


def before(address: str, view: Any_View, name: str) -> URLPattern:
    """Declare a page for whoever comes."""
    guarded = says_when_closed(only_both(view))
    return path(address, declare_view(guarded, admits=None, answers=BOTH), name=name)


def behind(address: str, view: Any_View, name: str) -> URLPattern:
    """Declare a page for whoever has signed in."""
    guarded = says_when_closed(only_both(view))
    return path(address, declare_view(guarded, admits=access.anybody, answers=BOTH), name=name)


def ours(address: str, view: Any, name: str) -> URLPattern:
    """Name a page that declares itself, and from which one may go to a provider."""
    return path(
        address, declare_view(leads_to_providers(view), admits=view.admits, answers=view.answers), name=name
    )


urlpatterns = [
    before("sign-in/", leads_to_providers(SignIn.as_view()), "account_login"),
    before("sign-in/code/", SecondStep.as_view(), "mfa_authenticate"),
    before("sign-in/passkey/", passkeys.login_webauthn, "mfa_login_webauthn"),
    before("sign-in/not-done/", social.login_cancelled, "socialaccount_login_cancelled"),
    before("sign-in/not-answered/", social.login_error, "socialaccount_login_error"),
    before("sign-in/with/<slug:provider_id>/", survives_silence(openid.login), "openid_connect_login"),
    before(
        "sign-in/with/<slug:provider_id>/back/", survives_silence(openid.callback), "openid_connect_callback"
    ),
    before("sign-in/ended/", account.account_inactive, "account_inactive"),
    before("sign-out/", account.logout, "account_logout"),
    before("password/forgotten/", account.password_reset, "account_reset_password"),
    before("password/forgotten/sent/", account.password_reset_done, "account_reset_password_done"),
    re_path(
        r"^password/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>[^/]+)/$",  # a key has hyphens of its own
        declare_view(only_both(account.password_reset_from_key), admits=None, answers=BOTH),
        name="account_reset_password_from_key",
    ),
    before("password/made/", account.password_reset_from_key_done, "account_reset_password_from_key_done"),
    ours("invitation/", show_invitation, "invitation"),
    path("invitation/<slug:code>/", follow_invitation, name="invitation_follow"),
    path("invitations/", show_invitations, name="invitations"),
    path("invitations/<slug:ref>/withdraw/", end_invitation, name="invitation_end"),
    path("providers/", show_providers, name="providers"),
    path("providers/<slug:kind>/remove/", end_provider, name="provider_end"),
    behind("my-sign-in/", SignInOverview.as_view(), "mfa_index"),
    behind("my-sign-in/password/", account.password_change, "account_change_password"),
    behind("my-sign-in/password/first/", account.password_set, "account_set_password"),
    behind("my-sign-in/again/", account.reauthenticate, "account_reauthenticate"),
    behind("my-sign-in/again/code/", factors.reauthenticate, "mfa_reauthenticate"),
    behind("my-sign-in/again/passkey/", passkeys.reauthenticate_webauthn, "mfa_reauthenticate_webauthn"),
    behind("my-sign-in/code/", ActivateApp.as_view(), "mfa_activate_totp"),
    behind("my-sign-in/code/remove/", totp.deactivate_totp, "mfa_deactivate_totp"),
    behind("my-sign-in/recovery-codes/", codes.view_recovery_codes, "mfa_view_recovery_codes"),
    behind("my-sign-in/recovery-codes/new/", codes.generate_recovery_codes, "mfa_generate_recovery_codes"),
    behind("my-sign-in/recovery-codes/file/", codes.download_recovery_codes, "mfa_download_recovery_codes"),
    behind("my-sign-in/passkeys/", passkeys.list_webauthn, "mfa_list_webauthn"),
    behind("my-sign-in/passkeys/add/", AddPasskey.as_view(), "mfa_add_webauthn"),
    behind("my-sign-in/passkeys/<int:pk>/remove/", RemovePasskey.as_view(), "mfa_remove_webauthn"),
    behind("my-sign-in/passkeys/<int:pk>/rename/", passkeys.edit_webauthn, "mfa_edit_webauthn"),
    behind("my-sign-in/sessions/", Sessions.as_view(), "usersessions_list"),
]

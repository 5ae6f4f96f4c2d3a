"""How does somebody get a second proof that it is they, and look at those they have?

The views are the library's. It asks again who is there before anything is changed; a session that has only
just shown a new passkey or code counts as having given it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.adapter import get_adapter
from allauth.mfa.base.views import AuthenticateView, IndexView
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.views import ActivateTOTPView
from allauth.mfa.webauthn.views import AddWebAuthnView, RemoveWebAuthnView
from allauth.usersessions.models import UserSession
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from staffroom.records.actors import person as person_actor
from staffroom.school.people.actions.invitations import settle_invitations
from staffroom.vault.sealed_texts import SealBroken

CLOSED = _("Codes cannot be checked")
HOW_TO_GO_ON = _(
    "The school’s key for the codes of apps and for recovery codes is gone or is not the right one. A "
    "passkey still works. Tell the person who runs Staffroom: they put the file keys/second-factors back "
    "from a backup, and then your codes work as before."
)


def says_when_closed(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Show in plain words, on a page of its own, that the secret of somebody's codes cannot be opened."""

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except SealBroken:
            shown = {"title": CLOSED, "because": HOW_TO_GO_ON}
            return render(request, "faults/fault.html", shown, status=503)

    return answer


class SignInOverview(IndexView):  # type: ignore[misc]
    """Everything about one's own sign-in, and why a second proof is needed where it is."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add what our page shows beside the library's."""
        shown: dict[str, Any] = super().get_context_data(**kwargs)
        codes = shown["authenticators"].get(Authenticator.Type.RECOVERY_CODES)
        has_codes = Authenticator.Type.TOTP in shown["authenticators"]
        return shown | {
            "is_needed": self.request.GET.get("needed") == "1",
            "again": "mfa_reauthenticate" if has_codes else "mfa_reauthenticate_webauthn",
            "has_password": self.request.user.has_usable_password(),
            "codes_left": _count_left(codes) if codes else 0,
            "session_count": len(UserSession.objects.purge_and_list(self.request.user)),
        }


def _count_left(codes: Any) -> int:
    try:
        return len(codes.get_unused_codes())
    except SealBroken:  # the page is where somebody makes new ones
        return 0


class SecondStep(AuthenticateView):  # type: ignore[misc]
    """The second step of signing in."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add which second proofs this person has."""
        shown: dict[str, Any] = super().get_context_data(**kwargs)
        user = self.stage.login.user
        return shown | {"has": set(Authenticator.objects.filter(user=user).values_list("type", flat=True))}


class ActivateApp(ActivateTOTPView):  # type: ignore[misc]
    """Add an app that makes codes."""

    def form_valid(self, form: Any) -> HttpResponse:
        """Add it; whoever has entered its first code has given it."""
        answer: HttpResponse = super().form_valid(form)
        record_authentication(self.request, self.request.user, "mfa", type=Authenticator.Type.TOTP.value)
        return answer


class AddPasskey(AddWebAuthnView):  # type: ignore[misc]
    """Add a passkey."""

    def form_valid(self, form: Any) -> HttpResponse:
        """Add it; whoever has just made it has given it, and needs their invitation no longer."""
        answer: HttpResponse = super().form_valid(form)
        record_authentication(self.request, self.request.user, "mfa", type=Authenticator.Type.WEBAUTHN.value)
        person = self.request.person
        if person is not None:
            settle_invitations(by=person_actor(person.ref), at=self.request.at, person=person)
        return answer


class RemovePasskey(RemoveWebAuthnView):  # type: ignore[misc]
    """Remove a passkey."""

    def form_valid(self, form: Any) -> HttpResponse:
        """Remove it, unless it is the last proof of somebody whose post needs one."""
        adapter = get_adapter()
        if not adapter.can_delete_authenticator(self.object):
            form.add_error(None, adapter.error_messages["cannot_delete_authenticator"])
            shown: HttpResponse = self.render_to_response(self.get_context_data(form=form))
            return shown
        answer: HttpResponse = super().form_valid(form)
        return answer

"""How does signing in differ here from the library's own way?"""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from urllib.parse import urlsplit

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from staffroom.records.actors import system
from staffroom.rules.access import GUARDED
from staffroom.school.notices.actions import OneUse, send
from staffroom.school.notices.actions.links import forget_links_of
from staffroom.school.people.models import Person, User
from staffroom.school.people.queries import viewer_of
from staffroom.school.people.second_factors import open_secret, seal_secret

KIND = "sign-in"
SUBJECT = _("Your sign-in has changed")
NOT_YOU = _("If it was not you, make a new password at once, and tell the office.")
CHANGES = {
    "account/email/password_changed": _("The password of your sign-in was changed."),
    "account/email/password_reset": _("The password of your sign-in was changed by a link."),
    "account/email/password_set": _("Your sign-in was given a password."),
    "mfa/email/totp_activated": _("An app that makes codes was added to your sign-in."),
    "mfa/email/totp_deactivated": _("The app that makes codes was taken from your sign-in."),
    "mfa/email/webauthn_added": _("A passkey was added to your sign-in."),
    "mfa/email/webauthn_removed": _("A passkey was taken from your sign-in."),
    "mfa/email/recovery_codes_generated": _("New recovery codes were made for your sign-in."),
}
PASSWORDS = tuple(name for name in CHANGES if "password" in name)  # each of them ends a link to a new one
FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


class SchoolAccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """People are invited; nobody signs themselves up."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "email_password_mismatch": _("The address and the password do not belong together."),
        "incorrect_password": _("This is not your password."),
        "too_many_login_attempts": _("There were too many attempts. Try again in a quarter of an hour."),
        "enter_current_password": _("Enter your password as it is now."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Say that signing up is closed."""
        return False

    def add_message(self, *args: object, **kwargs: object) -> None:
        """Say nothing where the page itself says it."""

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Write a notice, which the clock delivers; a mail server that is down makes no page fail."""
        person = Person.objects.filter(user__email__iexact=email).first()
        if person is None:
            return
        subject = render_to_string(f"{template_prefix}_subject.txt", context).strip()
        body = render_to_string(f"{template_prefix}_message.txt", context).strip()
        by, at = system("sign-in"), timezone.now()
        path = urlsplit(context.get("password_reset_url", "")).path
        until = at + timedelta(seconds=settings.PASSWORD_RESET_TIMEOUT)
        one_use = OneUse(path, until) if path else None
        send(by=by, at=at, to=person, kind=KIND, subject=subject, body=body, one_use=one_use)

    def send_notification_mail(
        self, template_prefix: str, user: User, context: object = None, email: object = None
    ) -> None:
        """Tell somebody that their sign-in has changed, whoever changed it."""
        change = CHANGES.get(template_prefix)
        if change is None or user.person is None:
            return
        body = f"{change}\n\n{NOT_YOU}"
        by, at = system("sign-in"), timezone.now()
        if template_prefix in PASSWORDS:
            forget_links_of(by=by, at=at, person=user.person, kind=KIND)
        send(by=by, at=at, to=user.person, kind=KIND, subject=str(SUBJECT), body=body)


class SchoolFactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """Whoever sees other people's data keeps a second proof."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "cannot_delete_authenticator": _(
            "Your post needs a second proof. Add another before you remove this one."
        ),
        "incorrect_code": _("This code is not right. Codes change every half minute: enter the next one."),
    }

    def encrypt(self, text: str) -> str:
        """Seal the secret of an app or of recovery codes. Raises SealBroken."""
        return seal_secret(text)

    def decrypt(self, encrypted_text: str) -> str:
        """Open such a secret. Raises SealBroken, which the pages for signing in put into words."""
        return open_secret(encrypted_text)

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """Say whether a proof may go: not the last one of somebody whose post needs one."""
        others = Authenticator.objects.filter(user=authenticator.user, type__in=FACTORS)
        if others.exclude(pk=authenticator.pk).exists():
            return True
        person = authenticator.user.person
        if person is None:
            return True
        viewer = viewer_of(person, on=timezone.localdate())
        return viewer.posts.isdisjoint(GUARDED)

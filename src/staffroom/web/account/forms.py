"""Which words stand on the forms for signing in?

The forms are the library's; here they get our labels, and lose what a page says already.
"""

from __future__ import annotations

from typing import Any

from allauth.account import forms as account
from allauth.mfa.base import forms as factors
from allauth.mfa.totp import forms as totp
from allauth.mfa.webauthn import forms as passkeys
from django import forms
from django.utils.translation import gettext_lazy as _

EMAIL = _("Email")
NEW_PASSWORD = _("New password")
LONG_ENOUGH = _("At least twelve characters. Three words that have nothing to do with one another do well.")
CODE = _("Code")


def _say(field: forms.Field, label: Any, hint: Any = "") -> None:
    field.label, field.help_text = label, hint


class LoginForm(account.LoginForm):  # type: ignore[misc]
    """An address and a password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _say(self.fields["login"], EMAIL)
        _say(self.fields["password"], _("Password"))
        self.fields["login"].widget.attrs["autocomplete"] = "username"


class ResetPasswordForm(account.ResetPasswordForm):  # type: ignore[misc]
    """An address to which a link is sent."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _say(self.fields["email"], EMAIL)


class _OnePassword(forms.Form):
    """A new password is asked for once: whoever mistypes it has another sent."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields.pop("password2")
        _say(self.fields["password1"], NEW_PASSWORD, LONG_ENOUGH)


class ResetPasswordKeyForm(_OnePassword, account.ResetPasswordKeyForm):  # type: ignore[misc]
    """A new password in place of a forgotten one."""


class SetPasswordForm(_OnePassword, account.SetPasswordForm):  # type: ignore[misc]
    """A first password for somebody who signs in without one."""


class ChangePasswordForm(_OnePassword, account.ChangePasswordForm):  # type: ignore[misc]
    """The password now, and a new one."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _say(self.fields["oldpassword"], _("Your password now"))


class ReauthenticateForm(account.ReauthenticateForm):  # type: ignore[misc]
    """The password once more."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _say(self.fields["password"], _("Password"))


class _Code(forms.Form):
    """Six digits of an app, or a recovery code."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _say(self.fields["code"], CODE)
        self.fields["code"].widget.attrs |= {"width": "10", "inputmode": "numeric"}


class AuthenticateForm(_Code, factors.AuthenticateForm):  # type: ignore[misc]
    """A code when signing in."""


class ReauthenticateByCodeForm(_Code, factors.ReauthenticateForm):  # type: ignore[misc]
    """A code once more."""


class ActivateTOTPForm(_Code, totp.ActivateTOTPForm):  # type: ignore[misc]
    """The first code of an app, which shows that it has the key."""


class AddWebAuthnForm(passkeys.AddWebAuthnForm):  # type: ignore[misc]
    """A name for a passkey, and how it is to be used."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _say(self.fields["name"], _("A name for it"), _("Such as “my phone”. Only you see it."))
        alone = _("Sign in with it alone, without a password")
        _say(self.fields["passwordless"], alone)
        self.fields["passwordless"].initial = True
        self.initial["name"] = ""


class EditWebAuthnForm(passkeys.EditWebAuthnForm):  # type: ignore[misc]
    """Another name for a passkey."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _say(self.fields["name"], _("A name for it"))

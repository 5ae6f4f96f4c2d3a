"""In which words is it said why a notice has not arrived?"""

from __future__ import annotations

from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from staffroom.notifiers.notifier import Reason

WORDS: Final[dict[str, Promise]] = {
    Reason.NOT_SET_UP: _("The school's mail is not set up yet."),
    Reason.UNREACHABLE: _("The server does not answer."),
    Reason.NOT_SECURE: _("The server offers no connection that nobody can listen to."),
    Reason.SIGN_IN_REFUSED: _("The mail server did not take the user name and password."),
    Reason.SENDER_REFUSED: _("The mail server does not let this sender send."),
    Reason.PUT_OFF: _("The server asked to be tried again later."),
    Reason.ADDRESS_REFUSED: _("The server says that there is no such address."),
    Reason.CONTENT_REFUSED: _("The server did not take what was written."),
    Reason.SERVICE_REFUSED: _("The service did not take it."),
    Reason.ADDRESS_UNUSABLE: _("The address cannot be used."),
    Reason.INSIDE: _("The address leads into the school's own network, which the school has not allowed."),
    Reason.NO_ADDRESS: _("The school has no address of the person."),
    Reason.LINK_OVER: _("Its link was used or is over. Ask for a new one."),
    Reason.LEFT: _("The person has left."),
    Reason.BROKEN_OFF: _("Sending broke off twice; it may have arrived."),
    Reason.GIVEN_UP: _("An added address did not answer for three days."),
}
NOT_TRIED: Final = _("It has not been tried yet.")


def in_words(code: str) -> Promise | str:
    """Return the sentence for a reason's code; empty is what has not been tried."""
    return WORDS.get(code, code) if code else NOT_TRIED

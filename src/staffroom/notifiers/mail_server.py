"""How is a mail handed to the school's mail server, and what do its answers mean?"""

from __future__ import annotations

import re
import smtplib
import ssl
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from email.message import EmailMessage
from typing import Final

from staffroom.notifiers.message import MailServer, Security
from staffroom.notifiers.notifier import CannotDeliver, Reason

HOST: Final = re.compile(r"[A-Za-z0-9._:-]{1,253}")
OF_THIS_MACHINE: Final = frozenset({"localhost", "127.0.0.1", "::1"})


def fault_of_server(server: MailServer) -> str:
    """Say in a sentence what is wrong with the settings themselves; empty where nothing is."""
    if not HOST.fullmatch(server.host):
        return "Enter the name of the mail server, such as mail.school.example."
    if not 1 <= server.port <= 65_535:
        return "Enter a port between 1 and 65535; most servers use 587 or 465."
    if server.user and server.security is Security.NONE and server.host not in OF_THIS_MACHINE:
        return "Without TLS the password could be read on its way. Choose TLS or STARTTLS."
    return ""


@contextmanager
def connected(server: MailServer) -> Iterator[smtplib.SMTP]:
    """Give a connection that is signed in; what goes wrong with it is CannotDeliver."""
    try:
        connection = _open(server)
        try:
            yield connection
        finally:
            with suppress(smtplib.SMTPException, OSError):
                connection.quit()
    except (smtplib.SMTPException, OSError) as error:
        raise _explain(error) from None


def hand_over(connection: smtplib.SMTP, letter: EmailMessage, sender: str, to: Sequence[str]) -> None:
    """Hand one mail to the server for all its addresses; CannotDeliver where one of them is refused."""
    try:
        refused = connection.send_message(letter, sender, list(to))
    except (smtplib.SMTPException, OSError, ValueError) as error:
        raise _explain(error) from None
    if refused:
        raise _explain(smtplib.SMTPRecipientsRefused(refused))


def _open(server: MailServer) -> smtplib.SMTP:
    own_name = server.sender.rpartition("@")[2] or "localhost"
    if server.security is Security.TLS:
        context = ssl.create_default_context()
        connection: smtplib.SMTP = smtplib.SMTP_SSL(
            server.host, server.port, own_name, timeout=server.seconds, context=context
        )
    else:
        connection = smtplib.SMTP(server.host, server.port, own_name, timeout=server.seconds)
    try:
        if server.security is Security.STARTTLS:
            connection.starttls(context=ssl.create_default_context())
        if server.user:
            connection.login(server.user, server.password)
    except BaseException:
        connection.close()
        raise
    return connection


def _explain(error: Exception) -> CannotDeliver:
    """Say what an error means, without a word of what the server said, which may hold addresses."""
    match error:
        case smtplib.SMTPRecipientsRefused():
            codes = [code for code, _ in error.recipients.values()]
            return _of_codes(codes, Reason.ADDRESS_REFUSED)
        case smtplib.SMTPAuthenticationError():
            return CannotDeliver(Reason.SIGN_IN_REFUSED, permanent=False)
        case smtplib.SMTPSenderRefused():
            return CannotDeliver(Reason.SENDER_REFUSED, permanent=False)
        case smtplib.SMTPDataError():
            return _of_codes([error.smtp_code], Reason.CONTENT_REFUSED)
        case smtplib.SMTPNotSupportedError() | ssl.SSLError():
            return CannotDeliver(Reason.NOT_SECURE, permanent=False)
        case ValueError() if not isinstance(error, OSError):
            return CannotDeliver(Reason.ADDRESS_UNUSABLE, permanent=True)
    return CannotDeliver(Reason.UNREACHABLE, permanent=False)


def _of_codes(codes: list[int], reason: Reason) -> CannotDeliver:
    """A code from 500 is for good; one below it means that the server will take it later."""
    is_for_good = bool(codes) and all(code >= 500 for code in codes)
    return CannotDeliver(reason if is_for_good else Reason.PUT_OFF, permanent=is_for_good)

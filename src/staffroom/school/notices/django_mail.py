"""How does mail that Django itself sends, such as for a new password, go through the school's server?"""

from __future__ import annotations

from collections.abc import Sequence

from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend

from staffroom.notifiers.mail_server import connected, hand_over
from staffroom.notifiers.message import MailServer
from staffroom.notifiers.notifier import CannotDeliver
from staffroom.school.notices.ways import outgoing


class SchoolMail(BaseEmailBackend):
    """Hands mail to the school's server, from the school's address; EMAIL_BACKEND names it.

    Where mail is not set up or does not go, nothing is raised: the page that asks for a new password answers
    everybody alike, and the doctor and the page of the post say what is the matter.
    """

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        """Send mails and return how many were taken."""
        server = outgoing().mail
        return sum(_send(server, mail) for mail in email_messages) if server else 0


def _send(server: MailServer, mail: EmailMessage) -> bool:
    mail.from_email = server.sender
    try:
        letter = mail.message()
        with connected(server) as connection:
            hand_over(connection, letter, server.sender, mail.recipients())
    except CannotDeliver:
        return False
    return True

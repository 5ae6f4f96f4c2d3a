"""What does a mail look like? Plain text, and the same as a simple page."""

from __future__ import annotations

from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from html import escape

from staffroom.notifiers.message import MailServer, Message

# A mail cannot load a style sheet, so what little it needs stands in the page.
PAGE = """<!doctype html>
<html lang="{language}"><head><meta charset="utf-8"><title>{subject}</title>
<meta name="viewport" content="width=device-width, initial-scale=1"></head>
<body style="font-family: arial, sans-serif; font-size: 1.1em; line-height: 1.5; max-width: 40em">
<h1 style="font-size: 1.3em">{subject}</h1>
{paragraphs}
</body></html>
"""


def write_letter(message: Message, server: MailServer) -> EmailMessage:
    """Write a mail. Its Message-ID is the same in every try, so that a mail box can leave out a repeat."""
    letter = EmailMessage(policy=SMTP)
    letter["From"] = Address(one_line(server.sender_name or message.school), addr_spec=server.sender)
    letter["To"] = message.to
    letter["Subject"] = one_line(message.subject)
    letter["Date"] = format_datetime(message.written_at)
    letter["Message-ID"] = f"<{message.ref}@{server.sender.rpartition('@')[2]}>"
    letter["Auto-Submitted"] = "auto-generated"
    letter["Content-Language"] = message.language
    letter.set_content(write_text(message))
    letter.add_alternative(write_page(message), subtype="html")
    return letter


def write_text(message: Message) -> str:
    """Write a message as plain text."""
    link = f"{message.link_words}\n{message.link}".strip() if message.link else ""
    closing = f"-- \n{message.closing}" if message.closing else ""
    return "\n\n".join(part for part in (message.body.strip(), link, closing) if part) + "\n"


def write_page(message: Message) -> str:
    """Write a message as a page: one heading, paragraphs, and a link that says where it leads."""
    paragraphs = [_paragraph(part) for part in message.body.strip().split("\n\n") if part.strip()]
    if message.link:
        address, words = escape(message.link), escape(message.link_words or message.link)
        paragraphs.append(f'<p><a href="{address}">{words}</a></p>')
    if message.closing:
        paragraphs.append(f'<hr><p style="font-size: 0.9em">{escape(message.closing)}</p>')
    subject, language = escape(one_line(message.subject)), escape(message.language)
    return PAGE.format(language=language, subject=subject, paragraphs="\n".join(paragraphs))


def _paragraph(text: str) -> str:
    return "<p>" + "<br>\n".join(escape(line) for line in text.strip().splitlines()) + "</p>"


def one_line(text: str) -> str:
    """Return a text without line ends, which a header must not have."""
    return " ".join(text.split())

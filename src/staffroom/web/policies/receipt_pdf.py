"""How is the PDF of an acknowledgement drawn?

Tagged for people who have it read to them (PDF/UA), with the signed statement attached, so that the one
file is enough to check it.
"""

from __future__ import annotations

import json
from pathlib import Path

from django.contrib.staticfiles import finders
from django.template.loader import render_to_string
from weasyprint import CSS, HTML, Attachment
from weasyprint.text.fonts import FontConfiguration

from staffroom.school.people.queries import school_name
from staffroom.school.policies.models import Acknowledgement
from staffroom.school.policies.signing import signed_statement, statement_of
from staffroom.vault.signatures import fingerprint, write_statement
from staffroom.web.policies.shown_text import show_text
from staffroom.web.policies.states import STATES

STYLE = "staffroom/receipt.css"
STATEMENT = "acknowledgement.json"
LANGUAGE = "en-GB"


class NothingElseIsLoadedError(ValueError):
    """The page of a PDF asked for a file that is not part of Staffroom."""


def draw_receipt(answer: Acknowledgement) -> bytes:
    """Return the PDF of one acknowledgement: who, what, when, the words, and how to check the signature."""
    version = answer.asked.campaign.version
    written = render_to_string(
        "policies/receipt.html",
        {
            "answer": answer,
            "said": STATES[answer.answer],
            "version": version,
            "policy": version.policy,
            "text": show_text(version),
            "school_name": school_name(),
            "statement": write_statement(statement_of(answer)).decode(),
            "fingerprint": fingerprint(answer.key),
            "language": LANGUAGE,
        },
    )
    signed = json.dumps(signed_statement(answer), indent=2, ensure_ascii=False)
    attached = Attachment(string=signed, name=STATEMENT, description="The signed statement")
    fonts = FontConfiguration()
    style = CSS(filename=_find_style(), font_config=fonts, url_fetcher=_fetch)
    drawn = HTML(string=written, url_fetcher=_fetch).write_pdf(
        stylesheets=[style],
        font_config=fonts,
        attachments=[attached],
        pdf_variant="pdf/ua-1",
        pdf_tags=True,
    )
    assert isinstance(drawn, bytes)
    return drawn


def _find_style() -> str:
    found = finders.find(STYLE)
    assert isinstance(found, str)
    return found


def _fetch(address: str) -> dict[str, object]:
    """Give a file of our own static folder, such as a typeface, and nothing from anywhere else."""
    folder = Path(_find_style()).parents[1].resolve()
    path = Path(address.removeprefix("file://")).resolve()
    if not address.startswith("file://") or not path.is_relative_to(folder):
        raise NothingElseIsLoadedError("Only files of Staffroom itself are loaded.")
    return {"string": path.read_bytes()}

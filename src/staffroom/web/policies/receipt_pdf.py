"""How is the PDF of an acknowledgement drawn?

It has the signed statement attached, so that the one file is enough to check it.
"""

from __future__ import annotations

import json

from django.template.loader import render_to_string

from staffroom.school.people.queries import school_name
from staffroom.school.policies.models import Acknowledgement
from staffroom.school.policies.signing import signed_statement, statement_of
from staffroom.vault.signatures import fingerprint, write_statement
from staffroom.web.pdf import draw_pdf
from staffroom.web.policies.shown_text import show_text
from staffroom.web.policies.states import STATES

STYLE = "staffroom/receipt.css"
STATEMENT = "acknowledgement.json"
LANGUAGE = "en-GB"


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
    attached = (STATEMENT, "The signed statement", signed)
    return draw_pdf(written, style=STYLE, attached=(attached,))

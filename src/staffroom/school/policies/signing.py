"""What does the server sign of an acknowledgement, and is a signed statement one of ours?"""

from __future__ import annotations

from datetime import UTC
from pathlib import Path

from django.conf import settings

from staffroom.school.policies.models import Acknowledgement
from staffroom.vault import signatures
from staffroom.vault.signatures import Statement

FORM = "staffroom-acknowledgement-1"


def folder() -> Path:
    """Return the school's folder, in which the key is."""
    return Path(settings.FOLDER)


def statement_of(answer: Acknowledgement) -> dict[str, str]:
    """Return what is signed: references, the hash of the words, the answer, the time. No name."""
    version = answer.asked.campaign.version
    return {
        "form": FORM,
        "acknowledgement": answer.ref,
        "policy": version.policy.ref,
        "version": version.ref,
        "number": version.number,
        "text_sha256": answer.text_hash,
        "person": answer.person.ref,
        "answer": answer.answer,
        "at": answer.at.astimezone(UTC).isoformat(),
        "recorded_by": answer.recorded_by.ref if answer.recorded_by else "",
        "scan_sha256": answer.scan,
    }


def sign_answer(answer: Acknowledgement) -> None:
    """Put the server's signature and its public key on an acknowledgement that is not stored yet."""
    answer.key = signatures.public_key(folder())
    answer.signature = signatures.sign(statement_of(answer), folder())


def signed_statement(answer: Acknowledgement) -> dict[str, object]:
    """Return the document that the person keeps: the statement, its signature and the key."""
    return {"statement": statement_of(answer), "signature": answer.signature, "key": answer.key}


def is_ours(statement: Statement, signature: str) -> bool:
    """Say whether this server signed a statement."""
    return signatures.is_signed(statement, signature, signatures.known_key(folder()))

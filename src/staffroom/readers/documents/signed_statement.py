"""Which signed statement is in a file: JSON, or a PDF that has it attached?"""

from __future__ import annotations

import io
import json
from dataclasses import dataclass
from typing import Final

from staffroom.readers.documents.pdf import BROKEN

LARGEST: Final = 10_000_000  # bytes
ATTACHED: Final = "acknowledgement.json"
NONE_HERE: Final = (
    "No signed statement was found in this file. Give the PDF or the JSON file as it was saved."
)


class NoStatementError(ValueError):
    """A file holds no signed statement; the message is one sentence for the person who gave it."""


@dataclass(frozen=True, slots=True)
class Signed:
    """A statement, its signature, and the public key that it says it was signed with."""

    statement: dict[str, str]
    signature: str
    key: str


def read_signed(content: bytes) -> Signed:
    """Read the signed statement of a file. Raises NoStatementError for one that has none."""
    if len(content) > LARGEST:
        raise NoStatementError("This file is too large to be a statement.")
    if content.startswith(b"%PDF-"):
        content = _attached(content)
    try:
        return _signed(json.loads(content))
    except (ValueError, RecursionError):
        raise NoStatementError(NONE_HERE) from None


def _attached(content: bytes) -> bytes:
    from pypdf import PdfReader  # slow to import
    from pypdf.errors import PyPdfError

    try:
        found = PdfReader(io.BytesIO(content)).attachments.get(ATTACHED, [])
        return bytes(found[0]) if found else b""
    except (PyPdfError, *BROKEN):
        raise NoStatementError(NONE_HERE) from None


def _signed(document: object) -> Signed:
    if not isinstance(document, dict):
        raise NoStatementError(NONE_HERE)
    statement, signature, key = document.get("statement"), document.get("signature"), document.get("key")
    is_signed = isinstance(signature, str) and isinstance(key, str)
    if not is_signed or not isinstance(statement, dict) or not all(map(_is_text, statement.values())):
        raise NoStatementError(NONE_HERE)
    return Signed(dict(statement), str(signature), str(key))


def _is_text(value: object) -> bool:
    return isinstance(value, str)

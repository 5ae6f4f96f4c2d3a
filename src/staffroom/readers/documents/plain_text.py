"""What does a plain text file say?"""

from __future__ import annotations

import codecs
import re

from staffroom.readers.documents.document import Document, UnreadableDocumentError
from staffroom.readers.documents.lines import plain_line, read_lines

MARKS_OF_ORDER = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b\x1c-\x1f\x7f]")


def read_plain_text(content: bytes) -> Document:
    """Read a text file. Raises UnreadableDocumentError for one that holds no text."""
    return read_lines(decode(content), plain_line)


def decode(content: bytes) -> str:
    """Decode a text file: by its byte order mark, else as UTF-8, else as Windows-1252.

    Windows-1252 is what older Windows programs write in Britain. Raises UnreadableDocumentError for bytes
    that are no text.
    """
    for mark, encoding in MARKS_OF_ORDER:
        if content.startswith(mark):
            return _checked(content.decode(encoding, errors="replace"))
    try:
        return _checked(content.decode("utf-8"))
    except UnicodeDecodeError:
        return _checked(content.decode("cp1252", errors="replace"))


def _checked(text: str) -> str:
    if CONTROL.search(text):
        raise UnreadableDocumentError("This file is not text. Save the policy as .txt, .docx, .pdf or .md.")
    return text

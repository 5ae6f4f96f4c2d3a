"""Which reader reads this document?"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePath

from staffroom.readers.documents.document import (
    LARGEST_FILE,
    LONGEST_TEXT,
    Document,
    UnreadableDocumentError,
)
from staffroom.readers.documents.markdown import read_markdown
from staffroom.readers.documents.pdf import read_pdf
from staffroom.readers.documents.plain_text import read_plain_text
from staffroom.readers.documents.word import read_word

READERS: dict[str, Callable[[bytes], Document]] = {
    ".txt": read_plain_text,
    ".text": read_plain_text,
    ".docx": read_word,
    ".pdf": read_pdf,
    ".md": read_markdown,
    ".markdown": read_markdown,
}


def read_document(content: bytes, name: str) -> Document:
    """Read a document by the ending of its name.

    Raises UnreadableDocumentError, with one sentence for the person who gave it, for every file that is
    not what its name says.
    """
    if len(content) > LARGEST_FILE:
        raise UnreadableDocumentError("This file is over 5 MB, which no policy is. Save the policy alone.")
    if not content.strip():
        raise UnreadableDocumentError("This file is empty. Give the file with the words of the policy.")
    reader = READERS.get(PurePath(name).suffix.lower())
    if reader is None:
        raise UnreadableDocumentError(
            "Files of this kind cannot be read. Save the policy as .txt, .docx, .pdf or .md."
        )
    document = reader(content)
    if not document.paragraphs:
        raise UnreadableDocumentError("This file holds no words. Give the file with the words of the policy.")
    if len(document.text) > LONGEST_TEXT:
        raise UnreadableDocumentError(
            "This file holds more than 2 million characters, which no policy does. Save the policy alone."
        )
    return document

"""What does a Word document (.docx) say?"""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from io import BytesIO
from xml.etree.ElementTree import ParseError, XMLParser
from zipfile import BadZipFile, ZipFile

from staffroom.readers.documents.document import Document, UnreadableDocumentError
from staffroom.readers.documents.word_body import DeclaredDoctypeError, WordBody

MAGIC = b"PK\x03\x04"
OLD_MAGIC = bytes.fromhex("d0cf11e0a1b11ae1")  # the container of Word 97, and of a .docx with a password
BODY = "word/document.xml"
LARGEST_BODY = 10_000_000  # bytes, unpacked
CHUNK = 65_536
# RuntimeError is what zipfile says of a member with a password, NotImplementedError of a strange compression.
BROKEN = (BadZipFile, KeyError, ParseError, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError)

NOT_WORD = "This file is named .docx but is no Word document. Save it again as .docx from its own program."
OLD = "This Word document has a password or an old format. Save it as .docx without a password."
TOO_LARGE = "This Word document unpacks to more than 10 MB of text, which no policy has. Save it alone."
DECLARES = "This Word document declares a document type, as Word never does. Save it again from Word."


def read_word(content: bytes) -> Document:
    """Read the body of a Word document; headers, footers and notes are not of the body.

    Nothing is unpacked to disk. Raises UnreadableDocumentError for what is no Word document, for one that
    unpacks to more than 10 MB, and for one that declares a document type (and so could declare entities).
    """
    if content.startswith(OLD_MAGIC):
        raise UnreadableDocumentError(OLD)
    if not content.startswith(MAGIC):
        raise UnreadableDocumentError(NOT_WORD)
    body = WordBody()
    parser = XMLParser(target=body)  # noqa: S314  # the target refuses document types, and so entities
    try:
        for chunk in _unpack(content):
            parser.feed(chunk)
        parser.close()
    except DeclaredDoctypeError:
        raise UnreadableDocumentError(DECLARES) from None
    except BROKEN:
        raise UnreadableDocumentError(NOT_WORD) from None
    return Document(tuple(body.paragraphs))


def _unpack(content: bytes) -> Iterable[bytes]:
    """Yield the body in pieces. What the archive promises is believed only where it promises too much."""
    unpacked = 0
    with ZipFile(BytesIO(content)) as archive, archive.open(BODY) as member:
        if archive.getinfo(BODY).file_size > LARGEST_BODY:
            raise UnreadableDocumentError(TOO_LARGE)
        while chunk := member.read(CHUNK):
            unpacked += len(chunk)
            if unpacked > LARGEST_BODY:
                raise UnreadableDocumentError(TOO_LARGE)
            yield chunk

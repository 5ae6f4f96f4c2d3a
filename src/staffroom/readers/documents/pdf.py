"""What does a PDF say?"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import TYPE_CHECKING

from staffroom.policy.control import read_row
from staffroom.policy.paragraph import Kind, Paragraph
from staffroom.readers.documents.document import Document, UnreadableDocumentError
from staffroom.readers.documents.pages import take_text
from staffroom.readers.documents.printed_lines import PrintedLine, join_lines

if TYPE_CHECKING:
    from pypdf import PageObject

MAGIC = b"%PDF-"
MOST_PAGES = 100
MOST_DRAWING = 2_000_000  # bytes of drawing commands, unpacked; a page of a policy has some 30,000
LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
COLUMN = re.compile(r" {3,}")
# What pypdf lets through from a file that is broken in a way that it does not expect.
BROKEN = (
    ValueError, TypeError, LookupError, AttributeError, ArithmeticError, RuntimeError, AssertionError,
    OSError, EOFError, MemoryError, struct.error, zlib.error,
)  # fmt: skip

NOT_PDF = "This file is named .pdf but is no PDF. Open it in its own program and save it again as .pdf."
BROKEN_PDF = "This PDF is damaged and cannot be read. Save it again from the program that made it."
LOCKED = "This PDF is protected by a password. Save a copy without one."
TOO_LONG = f"This PDF has more than {MOST_PAGES} pages, which no one policy has. Save the policy alone."
TOO_LARGE = "This PDF draws more than any text does. Save the policy without drawings."
PICTURES = "This PDF holds pictures of pages and no text. Use the file that it was made from."


def read_pdf(content: bytes) -> Document:
    """Read the text of a PDF: wrapped lines are joined, headers, footers and page numbers left out.

    Raises UnreadableDocumentError for what is no PDF, is damaged, has a password or no text, or is too large.
    """
    if MAGIC not in content[:1024]:  # the PDF reference allows other bytes before the mark
        raise UnreadableDocumentError(NOT_PDF)
    from pypdf.errors import DependencyError, PyPdfError  # slow to import

    try:
        pages = _read_pages(content)
    except UnreadableDocumentError:
        raise
    except DependencyError:  # an encryption that pypdf reads only with a compiled library
        raise UnreadableDocumentError(LOCKED) from None
    except (PyPdfError, *BROKEN):
        raise UnreadableDocumentError(BROKEN_PDF) from None
    lines, left_out = take_text(pages)
    paragraphs = tuple(_paragraphs(lines))
    if not paragraphs:
        raise UnreadableDocumentError(PICTURES)
    return Document(paragraphs, left_out=left_out)


def _read_pages(content: bytes) -> list[list[PrintedLine]]:
    from pypdf import PdfReader

    reader = PdfReader(BytesIO(content))
    if reader.is_encrypted and not reader.decrypt(""):
        raise UnreadableDocumentError(LOCKED)
    if len(reader.pages) > MOST_PAGES:
        raise UnreadableDocumentError(TOO_LONG)
    pages, drawing = [], 0
    for page in reader.pages:
        drawing += _drawing(page)
        if drawing > MOST_DRAWING:
            raise UnreadableDocumentError(TOO_LARGE)
        pages.append(_read_page(page))
    return pages


def _read_page(page: PageObject) -> list[PrintedLine]:
    """Read a page both ways that pypdf has: "layout" knows gaps and columns, "plain" knows spaces.

    Layout mode does not look into form objects; a page that is made of them is read in plain mode alone.
    """
    plain = page.extract_text().splitlines()
    laid_out = page.extract_text(extraction_mode="layout").splitlines()
    spaced = {_squeeze(line): _tidy(line) for line in plain}
    lines = [_print(line, spaced) for line in laid_out]
    return lines if any(line.text for line in lines) else [PrintedLine(_tidy(line)) for line in plain]


def _drawing(page: PageObject) -> int:
    """Return the size of the drawing commands of a page, unpacked, in bytes."""
    contents = page.get_contents()
    return 0 if contents is None else len(contents.get_data())


def _print(line: str, spaced: dict[str, str]) -> PrintedLine:
    words = line.strip()
    columns = [_tidy(column) for column in COLUMN.split(words)]
    row = "\t".join(columns)
    is_row = len(columns) == 2 and read_row(row) is not None
    text = row if is_row else spaced.get(_squeeze(words)) or _tidy(words)
    return PrintedLine(text, len(line) - len(line.lstrip()))


def _tidy(line: str) -> str:
    """Make each run of white space one space, write ligatures out, and drop what no printer prints."""
    letters = (LIGATURES.get(letter, letter) for letter in " ".join(line.split()))
    return "".join(letter for letter in letters if letter.isprintable())


def _squeeze(line: str) -> str:
    return "".join(line.split())


def _paragraphs(lines: Sequence[PrintedLine]) -> Iterable[Paragraph]:
    for place, text in enumerate(join_lines(lines)):
        yield Paragraph(text, Kind.ROW if "\t" in text else Kind.PLAIN, "\n" if place else "")

"""Documents made for the tests, as programs write them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from html import escape
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from staffroom.readers.documents.document import Document, UnreadableDocumentError

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
LINE = 76  # characters of a printed line
PAGE = 48  # lines of a page


def word_paragraph(text: str, style: str = "", *, is_item: bool = False) -> str:
    """Return a paragraph as Word writes one."""
    properties = f'<w:pStyle w:val="{style}"/>' if style else ""
    if is_item:
        properties += '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    runs = "<w:r><w:tab/></w:r>".join(
        f'<w:r><w:t xml:space="preserve">{escape(part)}</w:t></w:r>' for part in text.split("\t")
    )
    return f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>"


def word_table(rows: Iterable[Sequence[str]]) -> str:
    """Return a table as Word writes one."""
    cells = ("".join(f"<w:tc><w:tcPr/>{word_paragraph(cell)}</w:tc>" for cell in row) for row in rows)
    return "<w:tbl><w:tblPr/>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>"


def word_document(body: str, *, head: str = HEAD, name: str = "word/document.xml") -> bytes:
    """Return a .docx file of a body."""
    document = f'{head}<w:document xmlns:w="{NAMESPACE}"><w:body>{body}</w:body></w:document>'
    return zipped({"[Content_Types].xml": "<Types/>", name: document})


def zipped(files: dict[str, str]) -> bytes:
    """Return an archive of some files."""
    kept = BytesIO()
    with ZipFile(kept, "w", ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return kept.getvalue()


def pdf_document(lines: Iterable[str], *, header: str = "", footer: str = "", password: str = "") -> bytes:
    """Return a PDF of lines, wrapped and divided into pages as a printer would; an empty line is a gap.

    A line with a tab is a row of two columns. `footer` may hold {page}.
    """
    from fpdf import FPDF

    pdf = FPDF()
    pdf.set_auto_page_break(False)
    pdf.set_font("Helvetica", size=11)  # a font of every PDF program: no font file is needed
    printed = [part for line in lines for part in _printed(line)]
    for number, start in enumerate(range(0, len(printed), PAGE), 1):
        pdf.add_page()
        if header:
            pdf.text(20, 10, header)
        for place, line in enumerate(printed[start : start + PAGE]):
            for column, part in enumerate(line.split("\t")):
                if part:
                    pdf.text(20 + 80 * column, 20 + 5.2 * place, part)
        if footer:
            pdf.text(20, 290, footer.format(page=number))
    if password:
        pdf.set_encryption(owner_password="owner", user_password=password)
    return bytes(pdf.output())


def read_or_refuse(reader: Callable[[bytes], Document], content: bytes) -> Document | str:
    """Return a document, or the sentence with which it was refused."""
    try:
        return reader(content)
    except UnreadableDocumentError as reason:
        return str(reason)


def plain(text: str) -> str:
    """Return a text with the letters that the fonts of every PDF program have."""
    return text.replace("–", "-").replace("’", "'")


def _printed(line: str) -> list[str]:
    """Wrap a line as a printer does; a row is not wrapped."""
    if "\t" in line:
        return [line]
    words, wrapped = line.split(" "), [""]
    for word in words:
        if wrapped[-1] and len(wrapped[-1]) + 1 + len(word) > LINE:
            wrapped.append(word)
        else:
            wrapped[-1] = f"{wrapped[-1]} {word}".strip()
    return wrapped

"""Is the text of a PDF read as it was before it was printed?"""

from __future__ import annotations

import pytest

from readers.documents.made_documents import pdf_document, read_or_refuse
from staffroom.readers.documents.document import UnreadableDocumentError
from staffroom.readers.documents.pdf import LOCKED, NOT_PDF, read_pdf

LONG = (
    "Staff must ask the Headteacher before they speak for the school anywhere online, and should wait "
    "a day before they post anything that touches pupils, families or colleagues. They may ask for advice."
)
OTHER = (
    "The school respects the right to rest, and nobody is expected to answer messages in the evening or at "
    "the weekend unless a child may be in danger. That is all."
)


def texts(content: bytes) -> list[str]:
    return [one.text for one in read_pdf(content).paragraphs]


def test_the_printed_lines_of_a_paragraph_are_joined():
    assert texts(pdf_document(["General", "", LONG, "", OTHER])) == ["General", LONG, OTHER]


def test_a_heading_close_above_its_text_is_a_paragraph_of_its_own():
    assert texts(pdf_document(["General", LONG])) == ["General", LONG]


def test_rows_of_two_columns_are_kept_apart():
    read = texts(pdf_document(["Version\t3.1", "Approved by\tBoard of trustees", "", LONG]))
    assert read == ["Version\t3.1", "Approved by\tBoard of trustees", LONG]


def test_list_items_begin_a_paragraph():
    items = ["- think about who might see what you are about to write there, and whether you want them to",
             "- wait a day", "- ask"]  # fmt: skip
    assert texts(pdf_document([LONG, "", *items])) == [LONG, *items]


def test_a_hyphen_at_the_end_of_a_line_belongs_to_its_word():
    line = "This sentence was made to break at the hyphen which stands in the word e-"
    assert texts(pdf_document([line, "safety and then to go on."])) == [f"{line}safety and then to go on."]


def test_a_paragraph_goes_on_over_the_edge_of_a_page_without_header_and_footer():
    names = ("Ada", "Bea", "Cid", "Dot", "Eve", "Fay", "Gus", "Hal", "Ida", "Jon", "Kit", "Lou", "Mae", "Ned")
    many = [
        line
        for name in names * 3
        for line in ((f"{name} and all who ask {name} must wait, " * 6) + "so.", "")
    ]
    content = pdf_document(many, header="Anytown Academy", footer="Page {page} of 3")
    document = read_pdf(content)
    assert [one.text for one in document.paragraphs] == [line for line in many if line]
    assert document.left_out >= 4


def test_a_line_that_only_one_page_has_at_its_edge_is_text():
    assert texts(pdf_document([LONG, "", "Signed by the chair"])) == [LONG, "Signed by the chair"]
    assert read_pdf(pdf_document([LONG])).left_out == 0


def test_a_draft_with_an_empty_line_between_all_lines_is_joined():
    words = LONG.split()
    lines = [" ".join(words[begin : begin + 9]) for begin in range(0, len(words), 9)]
    longest = max(map(len, lines))
    full = [line for line in lines if len(line) > 0.8 * longest]
    spaced = [part for line in full[:4] * 2 for part in (line, "")]
    assert len(texts(pdf_document(spaced))) < len(full[:4] * 2)


def test_no_character_of_the_read_text_is_lost():
    document = read_pdf(pdf_document([LONG, "", OTHER]))
    assert document.text == f"{LONG}\n{OTHER}"


@pytest.mark.parametrize("content", [b"just words", b"PK\x03\x04", b"\x00" * 2000])
def test_what_is_no_pdf_is_one_sentence(content: bytes):
    with pytest.raises(UnreadableDocumentError) as refused:
        read_pdf(content)
    assert str(refused.value) == NOT_PDF


def test_a_pdf_with_a_password_is_one_sentence():
    with pytest.raises(UnreadableDocumentError) as refused:
        read_pdf(pdf_document([LONG], password="secret"))
    assert str(refused.value) == LOCKED


def test_a_pdf_of_pictures_is_one_sentence():
    with pytest.raises(UnreadableDocumentError, match="pictures of pages"):
        read_pdf(pdf_document([""]))


def test_a_pdf_of_too_many_pages_is_one_sentence():
    with pytest.raises(UnreadableDocumentError, match="more than 100 pages"):
        read_pdf(pdf_document(["Ask.", ""] * 2500))


def test_a_pdf_that_draws_more_than_any_text_is_one_sentence():
    with pytest.raises(UnreadableDocumentError, match="draws more than any text"):
        read_pdf(pdf_document(["Staff\t" + "must ask " * 6_000] * 40))


@pytest.mark.parametrize("cut", [20, 200, 600, -10, -200])
def test_a_cut_pdf_is_read_or_one_sentence(cut: int):
    read = read_or_refuse(read_pdf, pdf_document([LONG])[:cut])
    assert read.endswith(".") if isinstance(read, str) else read.paragraphs


@pytest.mark.parametrize("seed", range(40))
def test_a_damaged_pdf_is_read_or_one_sentence(seed: int):
    content = bytearray(pdf_document([LONG, "", OTHER]))
    for step in range(30):
        content[(seed * 7919 + step * 104729) % len(content)] = (seed * 31 + step * 17) % 256
    read = read_or_refuse(read_pdf, bytes(content))
    assert read.endswith(".") if isinstance(read, str) else read.paragraphs

"""Is the body of a Word document read?"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from readers.documents.made_documents import (
    HEAD,
    word_document,
    word_paragraph,
    word_table,
    zipped,
)
from staffroom.policy.paragraph import Kind
from staffroom.readers.documents.document import UnreadableDocumentError
from staffroom.readers.documents.word import read_word

TEXTS = some.text(alphabet="Aa1 .&<>'–é", min_size=1, max_size=30).filter(
    lambda text: any(map(str.isalnum, text))
)


def kinds(body: str) -> list[tuple[str, Kind]]:
    return [(one.text, one.kind) for one in read_word(word_document(body)).paragraphs]


def test_paragraphs_headings_and_list_items_are_told_apart():
    body = (
        word_paragraph("Policy", "Title")
        + word_paragraph("General", "Heading1")
        + word_paragraph("Staff must ask & wait.")
        + word_paragraph("Think first", is_item=True)
        + word_paragraph("Then wait", "ListBullet")
        + word_paragraph("- Then ask", is_item=True)
        + word_paragraph("   ")
    )
    assert kinds(body) == [
        ("Policy", Kind.HEADING),
        ("General", Kind.HEADING),
        ("Staff must ask & wait.", Kind.PLAIN),
        ("- Think first", Kind.ITEM),
        ("- Then wait", Kind.ITEM),
        ("- Then ask", Kind.ITEM),
    ]


def test_a_table_is_read_row_by_row():
    body = word_table([("Version", "3"), ("Owner", "Bursar")])
    assert kinds(body) == [("Version\t3", Kind.ROW), ("Owner\tBursar", Kind.ROW)]


def test_a_table_that_only_lays_out_the_page_is_read_as_paragraphs():
    cell = "<w:tc>" + word_paragraph("General", "Heading1") + word_paragraph("Staff must ask.") + "</w:tc>"
    side = "<w:tc>" + word_paragraph("Notes") + "</w:tc>"
    assert kinds(f"<w:tbl><w:tr>{cell}{side}</w:tr></w:tbl>") == [
        ("General", Kind.HEADING),
        ("Staff must ask.", Kind.PLAIN),
        ("Notes", Kind.PLAIN),
    ]


def test_a_sentence_in_many_runs_is_one_sentence():
    runs = (
        "<w:p><w:r><w:t>Staff </w:t></w:r><w:r><w:rPr/><w:t>must</w:t></w:r><w:r><w:t> ask.</w:t></w:r></w:p>"
    )
    assert kinds(runs) == [("Staff must ask.", Kind.PLAIN)]


def test_what_was_struck_out_is_not_read_and_what_was_put_in_is():
    body = (
        "<w:p><w:del><w:r><w:delText>may</w:delText></w:r></w:del>"
        "<w:moveFrom><w:r><w:t>gone</w:t></w:r></w:moveFrom>"
        "<w:ins><w:r><w:t>Staff must</w:t></w:r></w:ins><w:r><w:t> ask.</w:t></w:r></w:p>"
    )
    assert kinds(body) == [("Staff must ask.", Kind.PLAIN)]


def test_a_text_box_is_read_once():
    space = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    box = word_paragraph("In a box.")
    body = (
        f'<w:p><mc:AlternateContent xmlns:mc="{space}"><mc:Choice>{box}</mc:Choice>'
        f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent><w:r><w:t>Beside it.</w:t></w:r></w:p>"
    )
    assert kinds(body) == [("In a box.", Kind.PLAIN), ("Beside it.", Kind.PLAIN)]


def test_a_typed_line_break_divides():
    body = "<w:p><w:r><w:t>Version: 3</w:t><w:br/><w:t>Owner: Bursar</w:t></w:r></w:p>"
    assert [text for text, _ in kinds(body)] == ["Version: 3", "Owner: Bursar"]


def test_tab_stops_are_no_tabs():
    stops = '<w:pPr><w:tabs><w:tab w:val="left" w:pos="720"/></w:tabs></w:pPr>'
    body = f"<w:p>{stops}<w:r><w:t>Ask.</w:t></w:r></w:p>"
    assert kinds(body) == [("Ask.", Kind.PLAIN)]


@given(some.lists(TEXTS, min_size=1, max_size=8))
def test_every_paragraph_is_read_in_order(texts: list[str]):
    document = read_word(word_document("".join(word_paragraph(text) for text in texts)))
    assert [one.text for one in document.paragraphs] == [text.strip() for text in texts]
    assert document.text == "\n".join(text.strip() for text in texts)


BOMB = '<?xml version="1.0"?><!DOCTYPE b [<!ENTITY a "ha"><!ENTITY c "&a;&a;&a;&a;&a;&a;&a;&a;">]>'


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"just words", "is no Word document"),
        (b"PK\x03\x04 and then nothing of the kind", "is no Word document"),
        (zipped({"xl/workbook.xml": "<x/>"}), "is no Word document"),
        (zipped({"word/document.xml": "<open>"}), "is no Word document"),
        (zipped({"word/document.xml": ""}), "is no Word document"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600, "password or an old format"),
        (word_document(word_paragraph("&c;"), head=BOMB), "document type"),
        (word_document(word_paragraph("a" * 11_000_000)), "more than 10 MB"),
        (word_document(word_paragraph("Ask."))[:-300], "is no Word document"),
    ],
)
def test_what_is_no_good_word_document_is_one_sentence(content: bytes, says: str):
    with pytest.raises(UnreadableDocumentError, match=says):
        read_word(content)


def test_an_external_entity_is_not_fetched():
    head = '<?xml version="1.0"?><!DOCTYPE b [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
    with pytest.raises(UnreadableDocumentError, match="document type"):
        read_word(word_document("<w:p><w:r><w:t>&x;</w:t></w:r></w:p>", head=head))


def test_a_body_nested_without_end_is_read_or_refused():
    nested = "<w:p>" * 50_000 + "<w:r><w:t>Ask.</w:t></w:r>" + "</w:p>" * 50_000
    assert kinds(nested) == [("Ask.", Kind.PLAIN)]


def test_the_head_of_a_document_is_that_of_word():
    assert read_word(word_document(word_paragraph("Ask."), head=HEAD)).text == "Ask."

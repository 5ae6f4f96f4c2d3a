"""Is every document read by its reader, and every other file refused with one sentence?"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from readers.documents.made_documents import (
    pdf_document,
    plain,
    read_or_refuse,
    word_document,
    word_paragraph,
)
from staffroom.readers.documents.document import LARGEST_FILE, UnreadableDocumentError
from staffroom.readers.documents.opening import READERS, read_document

SENTENCE = "Staff must ask – and wait."
ONE_SENTENCE = (
    (b"", "a.txt", "This file is empty."),
    (b" \n\n ", "a.txt", "This file is empty."),
    (b"--- ...", "a.txt", "This file holds no words."),
    (b"\x00\x01\x02", "a.txt", "This file is not text."),
    (b"%PDF-1.7 \x00", "a.txt", "This file is not text."),
    (b"Words.", "a.pdf", "This file is named .pdf but is no PDF."),
    (b"Words.", "a.docx", "This file is named .docx but is no Word document."),
    (b"Words.", "a.doc", "Files of this kind cannot be read."),
    (b"Words.", "a", "Files of this kind cannot be read."),
    (b"a" * (LARGEST_FILE + 1), "a.txt", "This file is over 5 MB"),
    (b"Words " * 500_000, "a.txt", "This file holds more than 2 million characters"),
)


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (SENTENCE.encode(), "policy.txt"),
        (SENTENCE.encode(), "Policy.MD"),
        (word_document(word_paragraph(SENTENCE)), "policy.docx"),
        (pdf_document([plain(SENTENCE)]), "policy.pdf"),
    ],
)
def test_a_document_is_read_by_the_ending_of_its_name(content: bytes, name: str):
    document = read_document(content, name)
    assert plain(document.text) == plain(SENTENCE)


@pytest.mark.parametrize(("content", "name", "says"), ONE_SENTENCE)
def test_a_file_that_cannot_be_read_is_one_sentence_that_says_what_to_do(
    content: bytes, name: str, says: str
):
    with pytest.raises(UnreadableDocumentError) as refused:
        read_document(content, name)
    assert str(refused.value).startswith(says)
    assert str(refused.value).count("\n") == 0


@given(some.binary(max_size=400), some.sampled_from(sorted(READERS)))
def test_any_bytes_under_any_name_are_a_document_or_one_sentence(content: bytes, ending: str):
    magic = {".pdf": b"%PDF-1.7\n", ".docx": b"PK\x03\x04"}.get(ending, b"")
    for given_bytes in (content, magic + content):
        read = read_or_refuse(lambda given: read_document(given, f"policy{ending}"), given_bytes)
        assert read.endswith(".") if isinstance(read, str) else read.paragraphs

"""Is the signed statement of a file read, and anything else refused in a sentence?"""

from __future__ import annotations

import json
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as some

from readers.documents.made_documents import pdf_document
from staffroom.readers.documents.signed_statement import LARGEST, NoStatementError, Signed, read_signed

texts = some.text(max_size=30)


@given(some.dictionaries(texts, texts, max_size=6), texts, texts)
def test_a_statement_comes_out_as_it_was_written(statement, signature, key):
    document = {"statement": statement, "signature": signature, "key": key}
    assert read_signed(json.dumps(document).encode()) == Signed(statement, signature, key)


@given(some.binary(max_size=300))
def test_no_bytes_break_it(content):
    with suppress(NoStatementError):
        assert isinstance(read_signed(content), Signed)


@given(some.binary(max_size=300))
def test_no_broken_pdf_breaks_it(content):
    with pytest.raises(NoStatementError):
        read_signed(b"%PDF-1.7\n" + content)


@pytest.mark.parametrize(
    "document",
    [
        [], 1, None, {}, {"statement": {}}, {"statement": [], "signature": "", "key": ""},
        {"statement": {"a": 1}, "signature": "", "key": ""}, {"statement": {}, "signature": 1, "key": ""},
    ],
)  # fmt: skip
def test_a_document_of_another_shape_is_no_statement(document):
    with pytest.raises(NoStatementError, match="No signed statement"):
        read_signed(json.dumps(document).encode())


def test_deeply_nested_or_huge_files_are_refused():
    for content in (b"[" * 100_000, b"0" * (LARGEST + 1)):
        with pytest.raises(NoStatementError):
            read_signed(content)


def test_a_pdf_without_an_attachment_has_none():
    with pytest.raises(NoStatementError):
        read_signed(pdf_document(["Words."]))

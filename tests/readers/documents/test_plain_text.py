"""Is a text file read as its lines were meant, and is no character lost?"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from readers.documents.made_documents import read_or_refuse
from staffroom.policy.paragraph import Kind
from staffroom.readers.documents.document import UnreadableDocumentError
from staffroom.readers.documents.plain_text import decode, read_plain_text

WRAPPED = b"""\
Social media policy

Version: 3
Owner: Bursar

General

Staff must ask the Headteacher before they speak for the
school anywhere online. They may wait a day before they
post, and should.

- First, think about who might see what you are about to
  write there.
- Then wait
"""


def texts(content: bytes) -> list[str]:
    return [one.text for one in read_plain_text(content).paragraphs]


def test_lines_that_were_wrapped_by_hand_are_one_paragraph():
    assert [" ".join(text.split()) for text in texts(WRAPPED)] == [
        "Social media policy",
        "Version: 3",
        "Owner: Bursar",
        "General",
        "Staff must ask the Headteacher before they speak for the school anywhere online. "
        "They may wait a day before they post, and should.",
        "- First, think about who might see what you are about to write there.",
        "- Then wait",
    ]


def test_lines_of_a_text_that_is_not_wrapped_are_paragraphs():
    long = "Staff must ask the Headteacher before they speak for the school. " * 4
    assert texts(f"{long}\nand then this\n- one\n- two".encode()) == [
        long.strip(),
        "and then this",
        "- one",
        "- two",
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_every_usual_encoding_is_read(encoding: str):
    assert texts("Staff ‘ask’ – first.".encode(encoding)) == ["Staff ‘ask’ – first."]


def test_the_encoding_of_older_windows_programs_is_read():
    assert texts("Staff ‘ask’ – first.".encode("cp1252")) == ["Staff ‘ask’ – first."]


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_the_line_ends_of_every_system_divide(ending: str):
    assert texts(ending.join(["One.", "", "Two."]).encode()) == ["One.", "Two."]


@given(some.text(max_size=300))
def test_no_character_is_lost(text: str):
    content = text.encode()
    try:
        expected = decode(content)
    except UnreadableDocumentError:
        return
    assert read_plain_text(content).text == expected


@given(some.binary(max_size=300))
def test_any_bytes_are_a_text_or_one_sentence(content: bytes):
    read = read_or_refuse(read_plain_text, content)
    if isinstance(read, str):
        assert read.endswith(".")
    else:
        assert all(any(map(str.isalnum, one.text)) for one in read.paragraphs)


def test_a_plain_text_says_nothing_of_kinds():
    assert {one.kind for one in read_plain_text(WRAPPED).paragraphs} == {Kind.PLAIN}

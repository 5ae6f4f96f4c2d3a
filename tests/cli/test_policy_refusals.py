"""Is every file that cannot be used refused with one sentence?"""

from __future__ import annotations

import pytest

from cli.policy_runs import run
from readers.documents.made_documents import pdf_document, word_document, word_paragraph, zipped

BOMB = '<?xml version="1.0"?><!DOCTYPE b [<!ENTITY a "ha"><!ENTITY c "&a;&a;&a;&a;&a;">]>'
HOSTILE = {
    "empty.txt": b"",
    "binary.txt": bytes(range(256)) * 20,
    "huge.txt": b"Staff must ask. " * 400_000,
    "words.pdf": b"Staff must ask.",
    "locked.pdf": lambda: pdf_document(["Staff must ask."], password="secret"),
    "cut.pdf": lambda: pdf_document(["Staff must ask."])[:300],
    "bomb.docx": word_document(word_paragraph("&c;"), head=BOMB),
    "zip.docx": zipped({"something.else": "x"}),
    "inflated.docx": word_document("<w:p/>" * 2_000_000),
    "old.doc": b"Staff must ask.",
    "many.txt": b"Staff must ask. " * 2_000,
    "endless.txt": b"staff must ask " * 20_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_file_that_cannot_be_used_is_one_sentence_and_status_two(name, tmp_path):
    content = HOSTILE[name]
    (tmp_path / name).write_bytes(content if isinstance(content, bytes) else content())
    for arguments in (("import", tmp_path / name), ("compare", tmp_path / name, "template")):
        result = run(*arguments)
        assert result.exit_code == 2
        assert isinstance(result.exception, SystemExit)
        assert result.stdout == ""
        assert result.stderr.startswith("Error: ")
        assert result.stderr.count("\n") == 1
        assert "staff must ask" not in result.stderr.lower()


@pytest.mark.parametrize(
    "arguments", [("import", "nowhere.txt"), ("compare", "nowhere.txt", "template"), ("import", "/")]
)
def test_a_file_that_is_not_there_is_said(arguments):
    result = run(*arguments)
    assert result.exit_code == 2
    assert "Traceback" not in result.output

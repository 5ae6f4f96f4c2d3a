"""Is a page drawn as a PDF, and is nothing loaded for it from anywhere but our own files?"""

from __future__ import annotations

import pytest
from django.contrib.staticfiles import finders

from staffroom.web.pdf import NothingElseIsLoadedError, draw_pdf, fetch_own

PAGE = '<html lang="en-GB"><head><title>A page</title></head><body><h1>A page</h1>{}</body></html>'


def test_a_page_becomes_a_pdf_with_its_file_attached():
    drawn = draw_pdf(PAGE.format(""), attached=(("made.json", "Made", "{}"),))
    assert drawn.startswith(b"%PDF-")
    assert b"made.json" in drawn or b"EmbeddedFile" in drawn


def test_a_style_of_our_own_is_given():
    file = finders.find("staffroom/receipt.css")
    assert fetch_own(f"file://{file}")["string"]


@pytest.mark.parametrize(
    "address",
    ["https://elsewhere.example/a.png", "file:///etc/hostname", "data:text/plain,a", "receipt.css", ""],
)
def test_nothing_else_is_loaded(address):
    with pytest.raises(NothingElseIsLoadedError):
        fetch_own(address)


def test_a_file_beside_our_folder_is_not_reached_by_steps_up():
    file = finders.find("staffroom/receipt.css")
    with pytest.raises(NothingElseIsLoadedError):
        fetch_own(f"file://{file}/../../../../settings.py")

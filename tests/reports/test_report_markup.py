"""Words become HTML, never more than that."""

from __future__ import annotations

from html import unescape

from hypothesis import given
from hypothesis import strategies as st

from staffroom.reports.markup import LONGEST, clean, details, section, table, write_text


@given(st.text(max_size=400))
def test_written_words_hold_no_markup_and_read_back_the_same(words):
    written = write_text(words)
    assert not set(written) & set("<>\"'")
    assert unescape(written) == clean(words)


@given(st.text(max_size=1_000))
def test_cleaned_words_are_bounded_and_can_all_be_seen(words):
    cleaned = clean(words)
    assert len(cleaned) <= LONGEST
    assert all(each.isprintable() or each == "\N{NO-BREAK SPACE}" for each in cleaned)


def test_endless_words_end_in_an_ellipsis():
    assert clean("x" * 10**6) == "x" * (LONGEST - 1) + "…"


def test_right_to_left_overrides_and_escapes_are_taken_out():
    assert clean("a\u202eb\x1b[31mc\x00") == "ab[31mc"


def test_a_table_names_its_columns_and_rows():
    drawn = table("Visits", ("Service", "Number"), [("A & B", "hidden")])
    assert "<caption>Visits</caption>" in drawn
    assert '<th scope="col">Number</th>' in drawn
    assert '<th scope="row">A &amp; B</th><td class="quiet">hidden</td>' in drawn


def test_a_wide_table_can_be_scrolled_with_the_keyboard():
    assert 'role="region" aria-label="Visits" tabindex="0"' in table("Visits", ("A",), [])


def test_sections_and_details_escape_their_titles():
    assert section("<b>", "inside") == "<section><h2>&lt;b&gt;</h2>inside</section>"
    assert details("<b>", "inside") == "<details><summary>&lt;b&gt;</summary>inside</details>"

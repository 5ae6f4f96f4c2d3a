"""Are the marks of Markdown understood and kept?"""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as some

from staffroom.policy.paragraph import Kind
from staffroom.readers.documents.markdown import read_markdown

WRITTEN = b"""\
# Social media policy #

| Version | 3 |
|---------|---|
| Owner | Bursar |

Our rules
---------

Staff must *ask*.

### Before you post

- Think first
* Wait a day

---

The end is near.
"""


def kinds(content: bytes) -> list[tuple[str, Kind]]:
    return [(one.text, one.kind) for one in read_markdown(content).paragraphs]


def test_headings_items_and_rows_are_told_apart():
    assert kinds(WRITTEN) == [
        ("Social media policy", Kind.HEADING),
        ("| Version | 3 |", Kind.ROW),
        ("| Owner | Bursar |", Kind.ROW),
        ("Our rules", Kind.HEADING),
        ("Staff must *ask*.", Kind.PLAIN),
        ("Before you post", Kind.HEADING),
        ("- Think first", Kind.ITEM),
        ("* Wait a day", Kind.ITEM),
        ("The end is near.", Kind.PLAIN),
    ]


def test_the_marks_are_kept_between_the_paragraphs():
    document = read_markdown(WRITTEN)
    assert document.text == WRITTEN.decode()
    assert document.paragraphs[0].before == "# "
    assert document.paragraphs[1].before.startswith(" #\n\n")


def test_a_number_sign_without_a_space_is_text():
    assert kinds(b"#staff must ask") == [("#staff must ask", Kind.PLAIN)]


def test_a_rule_after_an_empty_line_marks_no_heading():
    assert kinds(b"Staff must ask.\n\n---\n") == [("Staff must ask.", Kind.PLAIN)]


def test_a_rule_after_a_paragraph_of_two_lines_marks_no_heading():
    assert Kind.HEADING not in {kind for _, kind in kinds(b"Staff must ask.\nThey may wait.\n---\n")}


def test_a_heading_with_a_million_spaces_is_read_in_good_time():
    assert len(kinds(b"# a" + b" " * 1_000_000 + b"b #\n" + b"c" + b" #" * 500_000)) == 2


def test_a_number_sign_that_ends_a_title_without_a_space_is_of_the_title():
    assert kinds(b"# Rules for C#\n## Rules ##\t") == [
        ("Rules for C#", Kind.HEADING),
        ("Rules", Kind.HEADING),
    ]


@given(some.text(alphabet="#-=|* a1.\n\r\t", max_size=120))
def test_no_character_is_lost(text: str):
    assert read_markdown(text.encode()).text == text

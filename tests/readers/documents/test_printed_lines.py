"""Are headers and footers told from text, and wrapped lines from short ones?"""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as some

from staffroom.readers.documents.pages import take_text
from staffroom.readers.documents.printed_lines import PrintedLine, join_lines

FULL_LINE = "Staff must ask the Headteacher before they speak for us"


def lines(*texts: str, indent: int = 0) -> list[PrintedLine]:
    return [PrintedLine(text, indent if text else 0) for text in texts]


def joined(*texts: str) -> list[str]:
    return join_lines(lines(*texts))


def test_a_full_line_is_continued():
    assert joined(FULL_LINE, "Online or not.") == [f"{FULL_LINE} Online or not."]


def test_a_short_line_is_not_continued_by_a_new_sentence():
    assert joined(FULL_LINE, "They may.", "Then wait.") == [f"{FULL_LINE} They may.", "Then wait."]


def test_a_line_in_small_letters_goes_on():
    assert joined(f"{FULL_LINE}.", "", "Staff and", "others.") == [f"{FULL_LINE}.", "Staff and others."]


def test_a_full_stop_without_room_stays_with_its_sentence():
    assert joined(FULL_LINE, "online.", ".") == [f"{FULL_LINE} online. ."]


def test_items_whose_marks_are_drawn_are_told_apart_by_their_indent():
    read = join_lines(
        [
            PrintedLine(FULL_LINE + " and:"),
            PrintedLine("use care", 5),
            PrintedLine("think of those who might see it;", 5),
            PrintedLine("wait", 5),
        ]
    )
    assert read == [FULL_LINE + " and:", "use care", "think of those who might see it;", "wait"]


def test_a_title_after_a_full_sentence_is_a_paragraph():
    assert joined(FULL_LINE + ".", "Conduct", FULL_LINE + ".") == [
        FULL_LINE + ".",
        "Conduct",
        FULL_LINE + ".",
    ]


@given(
    some.lists(some.sampled_from([FULL_LINE, "Ask.", "", "and wait", "- item", "Version\t3"]), max_size=12)
)
def test_no_word_is_lost_or_moved(texts: list[str]):
    assert " ".join(joined(*texts)).split() == " ".join(texts).split()


def test_headers_and_page_numbers_are_left_out():
    pages = [lines("Anytown", f"Page {number}", "", f"Text {word}.", "End.", f"{number}/3")
             for number, word in ((1, "one"), (2, "two"), (3, "three"))]  # fmt: skip
    text, left_out = take_text(pages)
    assert [line.text for line in text if line.text.startswith("Text")] == [
        "Text one.",
        "Text two.",
        "Text three.",
    ]
    assert "Anytown" not in {line.text for line in text}
    assert left_out >= 9


def test_the_first_line_of_a_single_page_is_text():
    text, left_out = take_text([lines("Anytown", "Text.")])
    assert [line.text for line in text] == ["Anytown", "Text."]
    assert left_out == 0


def test_ruled_lines_are_left_out_and_counted():
    text, left_out = take_text([lines("Anytown", "________", "Text.", ".")])
    assert [line.text for line in text] == ["Anytown", "Text.", "."]
    assert left_out == 1


def test_empty_pages_have_no_text():
    assert take_text([[], lines("", "")]) == ([], 0)

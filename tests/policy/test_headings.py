"""Are headings told from text where a document does not mark them?"""

from __future__ import annotations

import pytest

from staffroom.policy.headings import find_headings, is_heading_shaped, is_item
from staffroom.policy.paragraph import Kind, Paragraph

HEADINGS = (
    "General",
    "Your conduct",
    "3. Monitoring",
    "2.1 Monitoring",
    "e-Safety",
    "What staff should do now",
    "RULES FOR ALL STAFF",
    "General:",
    "Security and identity theft",
)
TEXT = (
    "Staff must ask first.",
    "- General",
    "• General",
    "(To be read with others)",
    "and others",
    "It therefore asks all staff to:",
    "Think first?",
    "Staff must always ask the Headteacher",
    "Version\t4",
    "Safe; sound;",
    "A very long line that goes on and on and has far too many words for a title",
    "",
)


def headings(*texts: str, kind: Kind = Kind.PLAIN) -> list[str]:
    paragraphs = [Paragraph(text, kind) for text in texts]
    return [texts[place] for place in sorted(find_headings(paragraphs))]


@pytest.mark.parametrize("text", HEADINGS)
def test_a_short_title_has_the_shape_of_a_heading(text: str):
    assert is_heading_shaped(text)


@pytest.mark.parametrize("text", TEXT)
def test_text_has_not_the_shape_of_a_heading(text: str):
    assert not is_heading_shaped(text)


def test_what_the_document_marks_as_a_heading_is_one():
    assert headings("Staff must ask first.", kind=Kind.HEADING) == ["Staff must ask first."]


def test_a_list_item_is_never_a_heading():
    assert headings("General", "Text.", kind=Kind.ITEM) == []


def test_a_heading_has_something_beneath_it():
    assert headings("General", "Staff must ask.") == ["General"]
    assert headings("Staff must ask.", "General") == []


def test_the_front_of_a_document_may_have_many_titles():
    assert headings("School", "Policy", "For staff", "General", "Text.") == [
        "School",
        "Policy",
        "For staff",
        "General",
    ]


def test_many_short_lines_in_the_text_are_a_list_without_marks():
    lines = ("General", "All of the staff ask for:", "Care", "Thought", "Tact", "Conduct", "Text.")
    assert headings(*lines) == ["General", "Conduct"]


@pytest.mark.parametrize("mark", ["- ", "– ", "• ", "* ", "●", "o "])
def test_the_marks_of_a_list_are_known(mark: str):
    assert is_item(f"{mark}Ask first")


def test_a_word_that_begins_with_o_is_no_list_item():
    assert not is_item("only ask")
    assert not is_item("-")

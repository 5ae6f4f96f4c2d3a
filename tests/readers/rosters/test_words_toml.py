"""Are the school's own words read, and is it said what of them cannot be used?"""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from staffroom.detectors.shelf import BUILT_IN
from staffroom.readers.rosters.folder import read_school
from staffroom.readers.rosters.words_toml import ENTRIES, MOST_WORDS, read_words
from staffroom.records.school_words import SchoolWords, Strictness

WHOLE = """
names = ["Larkfield Primary School"]
short_names = ["Larkfield", " the   Fields "]
address = ["Mill Lane"]
postcode = "ZZ9 4LF"
town = "Aldermere"
domains = ["larkfield.example"]
hashtags = ["#TeamLarkfield"]
uniform = ["lark badge"]
places = ["Skylark Hall"]
systems = ["LarkNet"]
code_words = ["Operation Wren"]

[strictness]
affiliation = "strict"
confidential = "normal"
"""


def reasons(text: str | bytes, **more: object) -> list[str]:
    content = text if isinstance(text, bytes) else text.encode()
    return [problem.reason for problem in read_words(content, **more).problems]  # type: ignore[arg-type]


def test_every_word_of_the_school_can_be_written():
    found = read_words(WHOLE.encode())
    assert found.problems == ()
    assert found.words.short_names == ("Larkfield", "the Fields")
    assert found.words.town == "Aldermere"
    assert found.words.strictness == {"affiliation": Strictness.STRICT, "confidential": Strictness.NORMAL}
    assert all(getattr(found.words, one.name) for one in fields(SchoolWords))


def test_the_entries_are_the_fields_of_the_record():
    assert {one.name for one in fields(SchoolWords)} == ENTRIES


def test_a_school_without_the_file_has_no_words():
    assert read_words(b"").words == SchoolWords()
    assert reasons(b"") == []


def test_the_folder_reads_it():
    folder = read_school({"words.toml": WHOLE.encode()})
    assert folder.school.words.names == ("Larkfield Primary School",)
    assert [problem for problem in folder.problems if problem.file == "words.toml"] == []


def test_the_example_of_the_manual_is_read_without_a_problem():
    manual = (Path(__file__).parents[3] / "docs" / "reference" / "school-folder.md").read_text("utf-8")
    example = next(part for part in manual.split("```toml\n") if part.startswith("names = "))
    found = read_words(example.partition("```")[0].encode(), detectors=set(BUILT_IN))
    assert found.problems == ()
    assert all(getattr(found.words, one.name) for one in fields(SchoolWords))


def test_one_text_may_stand_for_a_list():
    assert read_words(b'names = "Larkfield"').words.names == ("Larkfield",)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("names = 3", "The entry names must be a list of texts"),
        ("names = [3]", "The entry names must be a list of texts"),
        ('names = [""]', "empty or one letter"),
        ('code_words = ["x"]', "empty or one letter"),
        ("colour = 1", "There is an entry that is not known."),
        ("strictness = 1", "strictness must be a table"),
        ('[strictness]\naffiliation = "lax"', "Known are: normal, strict."),
        ("[strictness]\naffiliation = 3", "Known are: normal, strict."),
        ("names = [", "This line is not TOML"),
        (b"\xff\xfe", "This file is not UTF-8"),
        (f"names = {['ab'] * (MOST_WORDS + 1)}", "more than 500 texts"),
    ],
)
def test_what_cannot_be_used_is_said(text, reason):
    assert reason in " ".join(reasons(text))


def test_no_school_can_have_a_detector_say_less():
    assert {one.value for one in Strictness} == {"normal", "strict"}
    assert read_words(b'[strictness]\naffiliation = "off"').words.strictness == {}


def test_a_detector_that_is_not_known_is_said_with_those_that_are():
    assert reasons('[strictness]\nweather = "strict"', detectors={"affiliation"}) == [
        "[strictness] speaks of a detector that is not known. Known are: affiliation."
    ]


def test_no_problem_repeats_what_the_file_says():
    said = reasons(
        'secret = "Operation Wren"\nnames = [1]\n[strictness]\nOperationWren = "x"', detectors={"a"}
    )
    assert "Wren" not in " ".join(said)


@given(st.binary(max_size=300))
def test_any_bytes_are_read(content):
    assert all(problem.file == "words.toml" for problem in read_words(content).problems)

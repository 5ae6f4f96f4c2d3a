"""Does the check of a draft say what it noticed, keep nothing, and end with the right status?"""

from __future__ import annotations

import json

import pytest

import staffroom
from cli.runs import run, validated
from staffroom.cli.draft_sources import LARGEST
from staffroom.records.school_words import SchoolWords

WORDS = 'short_names = ["Larkfield"]\ncode_words = ["Operation Wren"]\n'
TELLING = "I teach at Larkfield and Operation Wren is a joke"
HARMLESS = "Lovely walk by the canal"
CANARY = "zzcanaryzz"


@pytest.fixture
def folder(tmp_path):
    """A school's folder that holds its words and nothing else."""
    (tmp_path / "school").mkdir()
    (tmp_path / "school" / "words.toml").write_text(WORDS, "utf-8")
    return tmp_path / "school"


def document(*arguments: object, **more) -> dict:
    return validated("check", run("check", *arguments, "--json", **more).out)


def test_what_is_noticed_is_said_with_its_words_its_clause_why_and_a_way_out(folder):
    done = run("check", TELLING, home=folder)
    assert done.code == 1
    for said in ("must “Operation Wren”", "CON-2: ", "The school has asked", "→ Take the word out."):
        assert said in done.said
    assert "advised “Larkfield”" in done.said
    assert "your employer and a future employer would read" in done.said
    assert done.err == ""


def test_the_strongest_stands_first_and_no_line_is_wider_than_the_terminal(folder):
    out = run("check", TELLING, home=folder).out
    assert out.index("Operation Wren") < out.index("Larkfield")
    assert max(map(len, out.splitlines())) <= 80


def test_where_nothing_is_noticed_that_is_said_and_the_status_is_nought(folder):
    done = run("check", HARMLESS, home=folder)
    assert (done.code, done.err) == (0, "")
    assert "Nothing was noticed." in done.out


def test_a_file_and_standard_input_are_read_as_the_text_is(folder, tmp_path):
    file = tmp_path / "draft.txt"
    file.write_text(TELLING, "utf-8")
    given = document(TELLING, home=folder)["drafts"][0]["findings"]
    assert document("--file", file, home=folder)["drafts"][0]["findings"] == given
    assert document(home=folder, given=TELLING.encode())["drafts"][0]["findings"] == given
    assert document(home=folder, given=TELLING.encode("utf-16"))["drafts"][0]["findings"] == given


def test_several_drafts_are_told_apart_by_their_names(folder, tmp_path):
    file = tmp_path / "draft.txt"
    file.write_text(TELLING, "utf-8")
    found = document(HARMLESS, "and another", "-f", file, home=folder)
    assert [one["source"] for one in found["drafts"]] == ["text 1", "text 2", str(file)]
    shown = run("check", HARMLESS, "-f", file, home=folder).out
    assert str(file) in "".join(shown.split())  # however a narrow terminal folds it


def test_the_document_says_where_each_word_stands(folder):
    (draft,) = document(TELLING, home=folder)["drafts"]
    for finding in draft["findings"]:
        for place in finding["places"]:
            assert TELLING[place["start"] : place["end"]] == place["words"]
    assert {view["audience"] for view in draft["views"]} >= {"parent", "employer", "future employer"}


def test_a_post_for_the_school_may_name_the_school(folder):
    assert document("I teach at Larkfield", home=folder)["drafts"][0]["findings"] != []
    assert document("I teach at Larkfield", "--for-school", home=folder)["drafts"][0]["findings"] == []


def test_the_schools_words_come_from_the_folder_that_is_given(folder, tmp_path):
    done = run("check", "Operation Wren", "--school", folder, home=tmp_path)
    assert done.code == 1
    done = run("check", "Operation Wren", home=tmp_path)
    assert done.code == 0
    assert "words are not known here" not in run("check", HARMLESS, home=folder).said
    assert "are not known here" in done.said


def test_what_the_law_may_protect_is_called_a_right_and_not_a_duty(folder):
    done = run("check", "On strike tomorrow and proud of it", home=folder)
    assert done.out.startswith("your right  “On strike”")
    assert "Who might see it" not in done.out


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\x00", "It is not text"),
        (b"text\x00text", "It is not text"),
        (b"x" * (LARGEST + 1), "It is larger than 1 MB."),
        (b"  \n", "It is empty."),
        (b"\xff\xfe\x00", "It is not text"),
    ],
)
def test_what_cannot_be_read_is_one_sentence_and_status_two(content, reason, folder, tmp_path):
    file = tmp_path / "draft"
    file.write_bytes(content)
    done = run("check", "--file", file, home=folder)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(f"! {file}: {reason}")
    assert len(done.err.splitlines()) == 1
    found = document("--file", file, home=folder)
    assert (found["drafts"], found["unread"][0]["source"]) == ([], str(file))


def test_a_file_that_is_not_there_keeps_no_other_from_being_checked(folder, tmp_path):
    done = run("check", TELLING, "--file", tmp_path / "nowhere", home=folder)
    assert done.code == 2
    assert "There is no such file." in done.err
    assert "Operation Wren" in done.out


def test_a_folder_that_is_not_there_is_status_two(tmp_path):
    assert run("check", HARMLESS, "--school", tmp_path / "nowhere", home=tmp_path).code == 2


def test_what_of_the_words_cannot_be_used_is_said_and_the_rest_counts(folder):
    (folder / "words.toml").write_text(WORDS + '[strictness]\nweather = "strict"\n', "utf-8")
    done = run("check", TELLING, home=folder)
    assert done.code == 1
    assert done.err.startswith("! words.toml: [strictness] speaks of a detector that is not known.")


def test_nothing_of_a_draft_is_written_anywhere(folder, tmp_path):
    run("check", f"{CANARY} {TELLING}", home=folder, XDG_CACHE_HOME=str(tmp_path / "cache"))
    run("check", home=folder, given=CANARY.encode(), XDG_CACHE_HOME=str(tmp_path / "cache"))
    kept = [file for file in tmp_path.rglob("*") if file.is_file()]
    assert [file.name for file in kept] == ["words.toml"]
    assert CANARY not in (folder / "words.toml").read_text("utf-8")


def test_signs_that_would_steer_the_terminal_are_not_printed(folder):
    assert "\x1b" not in run("check", "Operation \x1b[31mWren", home=folder, TERM="dumb").out


def test_the_call_in_python_finds_what_the_command_finds(folder):
    given = document(TELLING, home=folder)["drafts"][0]["findings"]
    found = staffroom.check(TELLING, school=folder).findings
    assert [one["kind"] for one in given] == [finding.kind for finding in found]
    words = SchoolWords(short_names=("Larkfield",), code_words=("Operation Wren",))
    assert staffroom.check(TELLING, school=words).findings == found
    assert staffroom.check(TELLING, school=str(folder)).findings == found
    assert staffroom.check("I teach at Larkfield", school=folder, for_school=True).findings == ()
    assert staffroom.check("Operation Wren").findings == ()
    assert json.dumps(found[0].why)

"""Does `staffroom policy` say what matters, to people and to programs?"""

from __future__ import annotations

import textwrap
import tomllib
from pathlib import Path

import pytest

from cli.policy_runs import run, run_json
from policy.made_policy import CLAUSES, CONTROL, PUBLISHED, REWORDED, STRANGERS, needs_the_published_policy
from readers.documents.made_documents import (
    pdf_document,
    plain,
    word_document,
    word_paragraph,
    word_table,
)
from staffroom.policy.template import load_template

LINES = ("Anytown Academy social media policy", *CONTROL)


def written(folder: Path, *, without: str = "", more: str = "", name: str = "ours.txt") -> Path:
    lines = [*LINES]
    for section, some in REWORDED.items():
        lines += ["", section, "", *(sentence for id, sentence in some if id != without)]
    file = folder / name
    file.write_text("\n".join([*lines, "", more]), "utf-8")
    return file


# --- import -----------------------------------------------------------------------------------------------


def test_the_first_lines_are_the_title_and_the_state_of_the_review(tmp_path):
    lines = run("import", written(tmp_path), "--on", "2028-01-01").output.splitlines()
    assert lines[0] == "Anytown Academy social media policy"
    assert lines[1].startswith("Review overdue since September 2027")


def test_a_review_to_come_is_not_said_to_be_overdue(tmp_path):
    output = run("import", written(tmp_path), "--on", "2026-11-22").output
    assert "The next review is due in September 2027." in output
    assert "overdue" not in output


def test_without_a_day_the_clock_is_asked(tmp_path):
    document = run_json("import", "import", written(tmp_path))
    assert document["day"] >= "2026-01-01"


def test_unmatched_sentences_and_missing_clauses_are_shown(tmp_path):
    file = written(tmp_path, without="SEC-4", more=STRANGERS[0])
    output = " ".join(run("import", file).output.split())
    assert STRANGERS[0] in output
    assert f"SEC-4 {load_template().clause('SEC-4').text}" in output
    document = run_json("import", "import", file)
    assert "SEC-4" in [one["id"] for one in document["missing"]]
    assert [one["text"] for one in document["clauses"] if one["id"] is None] == [STRANGERS[0]]
    assert document["counts"]["unmatched"] == 1


def test_the_json_makes_the_text_again(tmp_path):
    file = written(tmp_path)
    document = run_json("import", "import", file)
    text = "".join(one["before"] + one["text"] for one in document["pieces"]) + document["after"]
    assert text == file.read_text("utf-8")
    assert document["is_rebuilt_word_for_word"] is True


def test_the_text_is_printed_again_word_for_word(tmp_path):
    file = written(tmp_path)
    assert run("import", file, "--text").stdout == file.read_text("utf-8")


def test_every_line_fits_eighty_columns(tmp_path):
    for arguments in (
        ("import", written(tmp_path)),
        ("coverage",),
        ("compare", "template", written(tmp_path)),
    ):
        assert max(map(len, run(*arguments).output.splitlines())) <= 80


def test_what_could_steer_a_terminal_is_not_printed(tmp_path):
    file = written(tmp_path, more="Staff \x9b31m must [bold]ask[/bold] \u202enow.")
    output = run("import", file).output
    assert "\x9b" not in output
    assert "\u202e" not in output
    assert "[bold]ask[/bold]" in output


def published_lines() -> list[str]:
    return PUBLISHED.read_text("utf-8").splitlines()


def as_word() -> bytes:
    lines = published_lines()
    rows = [line.split("\t") for line in lines if "\t" in line]
    first = next(place for place, line in enumerate(lines) if "\t" in line)
    body = [word_paragraph(line) for line in lines[:first]] + [word_table(rows)]
    for line in lines[first:]:
        if line.startswith("- "):
            body.append(word_paragraph(line.removeprefix("- "), "ListParagraph", is_item=True))
        elif "\t" not in line:
            body.append(word_paragraph(line, "Heading2" if 0 < len(line) < 60 else ""))
    return word_document("".join(body))


def as_markdown() -> bytes:
    return "\n".join(
        f"## {line}" if 0 < len(line) < 60 and "\t" not in line else line for line in published_lines()
    ).encode()


MADE = {
    "policy.txt": lambda: PUBLISHED.read_bytes(),
    "policy.md": as_markdown,
    "policy.docx": as_word,
    "policy.pdf": lambda: pdf_document(
        [plain(line) for line in published_lines()], footer="Page {page} of 3"
    ),
}


@needs_the_published_policy
@pytest.mark.parametrize("name", MADE)
def test_the_published_policy_is_imported_from_every_kind_of_file(name, tmp_path):
    (tmp_path / name).write_bytes(MADE[name]())
    document = run_json("import", "import", tmp_path / name, "--on", "2026-11-22")
    listed = tomllib.loads(CLAUSES.read_text("utf-8"))
    tidy = plain if name.endswith(".pdf") else str
    expected = {tidy(one["text"]): one["id"] for one in listed["clause"]}
    assert {one["text"]: one["id"] for one in document["clauses"]} == expected
    assert len(document["clauses"]) == 43
    assert document["missing"] == []
    assert {field: document["control"][field] for field in document["control"] if field != "lines"} == {
        field: listed["policy"][field]
        for field in ("version", "issued", "approved", "review_by", "approved_by", "owner")
    }
    assert document["review"]["is_overdue"] is True
    assert "Review overdue since February 2021" in document["review"]["says"]
    assert document["is_rebuilt_word_for_word"] is True


@needs_the_published_policy
def test_a_text_that_was_wrapped_by_hand_has_the_same_clauses(tmp_path):
    wrapped = "\n".join(
        line if "\t" in line else textwrap.fill(line, 76, break_on_hyphens=False)
        for line in published_lines()
    )
    (tmp_path / "wrapped.txt").write_text(wrapped, "utf-8")
    document = run_json("import", "import", tmp_path / "wrapped.txt")
    listed = tomllib.loads(CLAUSES.read_text("utf-8"))
    assert {one["text"]: one["id"] for one in document["clauses"]} == {
        one["text"]: one["id"] for one in listed["clause"]
    }
    assert run("import", tmp_path / "wrapped.txt", "--text").stdout == wrapped


# --- compare ----------------------------------------------------------------------------------------------


def test_compare_shows_added_reworded_withdrawn_and_moved(tmp_path):
    before = written(tmp_path, name="old.txt")
    text = before.read_text("utf-8").replace("Version: 2.1", "Version: 3.0")
    text = text.replace("Remember that social networks are a public forum.\n", "")
    text = text.replace("Never accept a pupil", "You should not accept a pupil")
    first = "Staff are asked to read this alongside our e-Safety and Acceptable Use policies.\n"
    after = tmp_path / "new.txt"
    after.write_text(text.replace(first, "") + f"\n{first}{STRANGERS[0]}\n", "utf-8")
    document = run_json("compare", "compare", before, after)
    assert [one["text"] for one in document["added"]] == [STRANGERS[0]]
    assert [one["id"] for one in document["withdrawn"]] == ["SEC-1"]
    assert [one["id"] for one in document["moved"]] == ["ABT-1"]
    (reworded,) = document["reworded"]
    assert (reworded["id"], reworded["force_before"], reworded["force_after"]) == (
        "CON-8",
        "must-not",
        "should-not",
    )
    assert document["control"] == [{"field": "version", "before": "2.1", "after": "3.0"}]
    output = " ".join(run("compare", before, after).output.split())
    assert "1 clause added, 1 reworded, 1 withdrawn, 1 moved" in output
    assert "[-Never-] {+You should not+} accept a pupil" in output
    assert "Force of the words: must-not before, should-not now." in output
    assert "Version 2.1 → 3.0" in output


def test_a_policy_compared_with_itself_has_not_changed(tmp_path):
    document = run_json("compare", "compare", written(tmp_path), written(tmp_path))
    changes = ("added", "withdrawn", "reworded", "moved", "control")
    assert [document[change] for change in changes] == [[], [], [], [], []]


def test_the_word_template_stands_for_the_template(tmp_path):
    document = run_json("compare", "compare", "template", written(tmp_path))
    assert document["before"] == "template"
    assert "CON-8" in [one["id"] for one in document["reworded"]]
    same = run_json("compare", "compare", "template", "template")
    assert same["unchanged"] == 43


# --- help -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("command", ["import", "coverage", "compare"])
def test_every_command_shows_an_example(command):
    result = run(command, "--help")
    assert result.exit_code == 0
    assert f"Example:  staffroom policy {command}" in result.output

"""Does `staffroom policy` say what matters, to people and to programs?"""

from __future__ import annotations

import json
import textwrap
import tomllib
from importlib.resources import files
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner, Result

from policy.made_policy import CLAUSES, CONTROL, PUBLISHED, REWORDED, STRANGERS, needs_the_published_policy
from readers.documents.made_documents import (
    pdf_document,
    plain,
    word_document,
    word_paragraph,
    word_table,
    zipped,
)
from staffroom.cli import policy_checkout
from staffroom.cli.policy import policy
from staffroom.policy.template import load_template

Json = dict[str, object]
LINES = ("Anytown Academy social media policy", *CONTROL)


def run(*arguments: str) -> Result:
    return CliRunner().invoke(policy, [str(one) for one in arguments], env={"COLUMNS": "80"})


def run_json(schema: str, *arguments: str) -> dict:
    result = run(*arguments, "--json")
    assert result.exit_code == 0, result.output
    document = json.loads(result.stdout)
    rules = json.loads(files("staffroom.cli").joinpath(f"schemas/policy-{schema}.json").read_text("utf-8"))
    jsonschema.Draft202012Validator(rules).validate(document)
    return document


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


# --- what cannot be read ----------------------------------------------------------------------------------

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


# --- coverage ---------------------------------------------------------------------------------------------


def test_coverage_names_every_clause_with_what_keeps_it():
    document = run_json("coverage", "coverage")
    assert [one["id"] for one in document["clauses"]] == [one.id for one in load_template().clauses]
    assert sum(document["counts"].values()) == 43
    assert document["counts"]["kept by nothing"] == 0
    for one in document["clauses"]:
        assert one["keepers"] or one["people"] or one["until_built"], one["id"]


def test_coverage_shows_the_keepers_and_the_proofs_of_a_kept_clause():
    document = run_json("coverage", "coverage")
    kept = next(one for one in document["clauses"] if one["id"] == "MON-2")
    assert any(name.startswith("staffroom.rules.school_day.") for name in kept["keepers"])
    assert any("::test_" in proof for proof in kept["proofs"])
    assert document["are_proofs_shown"] is True


def test_coverage_says_on_the_terminal_which_part_will_keep_a_clause():
    output = run("coverage").output
    assert output.startswith("43 clauses: ")
    assert "will be kept by the checker" in output
    assert "keeps   rules.school_day." in output


def test_outside_a_checkout_coverage_says_that_proofs_are_not_shown(tmp_path, monkeypatch):
    installed = tmp_path / "lib" / "site-packages" / "staffroom"
    installed.mkdir(parents=True)
    monkeypatch.setattr(policy_checkout.staffroom, "__file__", str(installed / "__init__.py"))
    document = run_json("coverage", "coverage")
    assert document["are_proofs_shown"] is False
    assert {one["proofs"] for one in document["clauses"]} == {None}
    assert "Proofs are shown in a source checkout only" in run("coverage").output


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
    assert "Force: must-not before, should-not now." in output
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

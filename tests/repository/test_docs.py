"""Do the documents say what is so?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import import_module
from itertools import pairwise
from pathlib import Path

import pytest

from repository.checkout import ROOT, files, needs_a_checkout, place
from staffroom.readers.logs import shelf
from staffroom.rules.thresholds import published
from staffroom.traffic.engine import question

README = ROOT / "README.md"
DECISIONS = ROOT / "docs" / "decisions"
REFERENCE = ROOT / "docs" / "reference"

LINK = re.compile(r"\[[^\]\[]*\]\(([^)\s]+)\)")
FENCED = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
SOURCES = "src|docs|benchmarks|tests|policy|records|readers|rules|traffic|reports"
NAMED_FILE = re.compile(rf"`((?:{SOURCES})/[\w./-]+\.(?:py|toml|md))`")
COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
HEADINGS = ("## Context", "## Decision", "## Consequences")


def documents() -> tuple[Path, ...]:
    return tuple(file for file in files() if file.suffix == ".md")


def links(text: str) -> Iterator[str]:
    """Yield where a document's links lead to, but for those to other sites and within itself."""
    for target in LINK.findall(FENCED.sub("", text)):
        if "://" not in target and not target.startswith(("#", "mailto:")):
            yield target.partition("#")[0]


def rows(text: str, heading: str) -> list[list[str]]:
    """Return the cells of the table whose first row begins with `heading`, without its head."""
    lines = text.splitlines()
    starts = (at for at, line in enumerate(lines) if line.startswith(f"| {heading} |"))
    start = next(at for at in starts if lines[at + 1].startswith("|---"))
    table = lines[start + 2 :]
    end = next((at for at, line in enumerate(table) if not line.startswith("|")), len(table))
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in table[:end]]


@needs_a_checkout
def test_every_link_within_the_repository_leads_somewhere():
    lost = [
        f"{place(file)}: {target}"
        for file in documents()
        for target in links(file.read_text("utf-8"))
        if not (file.parent / target).exists()
    ]
    assert lost == []


def test_links_are_found_and_those_in_examples_and_to_other_sites_are_not():
    text = "[a](b.md#c) ![d](e.png) [f](https://example.org) [g](#h)\n```\n[i](j.md)\n```\n"
    assert list(links(text)) == ["b.md", "e.png"]


@pytest.mark.parametrize("record", sorted(DECISIONS.glob("*.md")), ids=lambda record: record.stem)
def test_a_decision_record_has_a_context_a_decision_and_consequences(record):
    text = record.read_text("utf-8")
    found = [line for line in text.splitlines() if line in HEADINGS]
    assert found == list(HEADINGS)


def test_decision_records_are_numbered_one_after_the_other():
    numbers = [int(record.name[:4]) for record in sorted(DECISIONS.glob("[0-9]*.md"))]
    assert numbers
    assert all(after == before + 1 for before, after in pairwise([0, *numbers]))


def test_the_readme_begins_with_what_it_is_a_picture_and_two_commands():
    parts = [part.strip() for part in re.split(r"\n\n+", COMMENT.sub("", README.read_text("utf-8")))]
    picture = next(at for at, part in enumerate(parts) if part.startswith("!["))
    commands = next(at for at, part in enumerate(parts) if part.startswith("```"))
    assert parts[0] == "# Staffroom"
    assert parts[1].startswith("Staffroom runs a school's social networking policy")
    assert picture < commands <= picture + 2
    assert not any(part.startswith("## ") for part in parts[:commands])
    assert re.findall(r"^make \w+", parts[commands], re.MULTILINE) == ["make demo", "make test"]


def named_in_readme(program: str) -> list[tuple[str, ...]]:
    """Return the commands of a program that the README names, as lists of words without options and files."""
    text = README.read_text("utf-8")
    written = re.findall(rf"(?:^|`|/){program}((?: [a-z]+)+)", text, re.MULTILINE)
    return sorted({tuple(words.split()) for words in written})


@pytest.mark.parametrize("words", named_in_readme("staffroom"), ids=" ".join)
def test_a_command_that_the_readme_names_exists(words):
    import click

    from staffroom.cli.main import main

    command: click.Command = main
    for word in words:
        if not isinstance(command, click.Group):
            return
        found = command.get_command(click.Context(command), word)
        assert found is not None, f"There is no command staffroom {' '.join(words)}."
        command = found
    assert not isinstance(command, click.Group)


def test_the_readme_names_commands():
    assert ("logs", "read") in named_in_readme("staffroom")
    assert ("demo",) in named_in_readme("make")


@pytest.mark.parametrize("words", named_in_readme("make"), ids=" ".join)
def test_what_the_readme_says_make_can_do_it_can(words):
    makefile = (ROOT / "Makefile").read_text("utf-8")
    assert re.search(rf"^{words[0]}:", makefile, re.MULTILINE)


def test_every_published_threshold_stands_in_the_reference_as_it_is_in_the_code():
    written = rows((REFERENCE / "judgement.md").read_text("utf-8"), "name")
    assert written == [[one.name, one.value, one.meaning] for one in published()]


def test_every_log_format_stands_in_the_reference_as_it_is_in_the_code():
    written = rows((REFERENCE / "formats.md").read_text("utf-8"), "name")
    formats = [shelf.built_in(name) for name in shelf.BUILT_IN]
    expected = [[f"`{one.name}`", one.title, one.grade.name.lower().replace("_", " ")] for one in formats]
    assert [row[:3] for row in written] == expected


def test_every_grade_stands_in_the_reference():
    from staffroom.records.requests import Grade

    written = rows((REFERENCE / "formats.md").read_text("utf-8"), "grade")
    grades = sorted(Grade, reverse=True)
    assert [row[0] for row in written] == [one.name.lower().replace("_", " ") for one in grades]


def test_every_column_of_a_day_stands_in_the_reference():
    written = rows((REFERENCE / "evidence.md").read_text("utf-8"), "column")
    columns = re.findall(r'AS "?(\w+)"?', question("no_evidence"))
    assert len(columns) > 10
    assert [row[0] for row in written] == [f"`{column}`" for column in [*columns, "outcome"]]


def test_every_outcome_stands_in_the_reference():
    from staffroom.records.evidence import Outcome

    written = rows((REFERENCE / "judgement.md").read_text("utf-8"), "outcome")
    assert [row[0] for row in written] == [outcome.value for outcome in Outcome]


def glossary() -> list[list[str]]:
    text = (ROOT / "GLOSSARY.md").read_text("utf-8")
    parts = re.split(r"^## ", text, flags=re.MULTILINE)[1:]
    return [row for part in parts for row in rows(part, "word")]


@pytest.mark.parametrize("word", glossary(), ids=lambda word: word[0])
def test_a_word_of_the_glossary_is_where_it_says_in_the_code(word):
    assert exists("staffroom." + word[2].strip("`"))


def exists(dotted: str) -> bool:
    """Say whether a dotted name leads to something: a module, and then names within it."""
    parts = dotted.split(".")
    for length in range(len(parts), 0, -1):
        try:
            found: object = import_module(".".join(parts[:length]))
        except ModuleNotFoundError:
            continue
        for name in parts[length:]:
            if not hasattr(found, name) and name not in getattr(found, "__annotations__", {}):
                return False
            found = getattr(found, name, None)
        return True
    return False


def test_a_name_that_leads_nowhere_is_found():
    assert exists("staffroom.rules.visits.split_runs")
    assert not exists("staffroom.rules.visits.split_ran")
    assert not exists("staffroom.rules.guests")


def test_no_word_stands_twice_in_the_glossary():
    words = [word[0] for word in glossary()]
    assert sorted(set(words)) == sorted(words)


@pytest.mark.parametrize("name", ["CONTRIBUTING.md", "SECURITY.md", "docs/reference/judgement.md"])
def test_every_source_file_that_a_document_names_exists(name):
    named = set(NAMED_FILE.findall((ROOT / name).read_text("utf-8")))
    lost = {
        file
        for file in named
        if "your_" not in file and not (ROOT / file).exists() and not (ROOT / "src/staffroom" / file).exists()
    }
    assert named
    assert lost == set()


def test_how_to_contribute_fits_on_two_pages():
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    assert len(text.split()) <= 900

"""Does every command explain itself, and does every result come as a document too?"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator

import click
import pytest
from click.testing import CliRunner

from cli.runs import SCHEMAS, run, schema
from staffroom import __version__
from staffroom.cli.main import main

WITHOUT_A_RESULT = {("completion",), ("serve",), ("clock",)}  # a script, and what runs until it is stopped
COLUMNS = 100


def commands(
    group: click.Group, above: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    context = click.Context(group)
    for name in group.list_commands(context):
        found = group.get_command(context, name)
        assert found is not None
        yield (*above, name), found
        if isinstance(found, click.Group):
            yield from commands(found, (*above, name))


EVERY = dict(commands(main))
ENDS = {words: command for words, command in EVERY.items() if not isinstance(command, click.Group)}

each = pytest.mark.parametrize("words", [(), *EVERY], ids=" ".join)
each_end = pytest.mark.parametrize("words", ENDS, ids=" ".join)


def help_of(words: tuple[str, ...], option: str = "--help") -> str:
    result = CliRunner().invoke(main, [*words, option], env={"COLUMNS": "200"})
    assert result.exit_code == 0, result.output
    return result.output


def test_the_commands_are_those_that_the_design_names():
    assert {words[0] for words in EVERY} >= {
        *("policy", "logs", "report", "demo", "doctor", "backup", "restore", "completion"),
    }


@each
def test_help_says_what_it_does_gives_an_example_and_fits_a_hundred_columns(words):
    text = help_of(words)
    command = EVERY.get(words, main)
    assert command.help
    assert re.match(r"[A-Z][^.]*[.:]", command.help)
    examples = [line for line in text.splitlines() if line.strip().startswith("Example:")]
    assert len(examples) == 1
    assert f"staffroom {' '.join(words)}".strip() in examples[0]
    assert max(map(len, text.splitlines())) <= COLUMNS
    assert help_of(words, "-h") == text


@each_end
def test_every_option_is_documented_in_a_sentence(words):
    for parameter in ENDS[words].params:
        if isinstance(parameter, click.Option):
            assert parameter.help, parameter.name
            assert parameter.help.endswith("."), parameter.name
            assert parameter.help[0].isupper() or not parameter.help[0].isalpha(), parameter.name


@each_end
def test_every_argument_is_spoken_of(words):
    command = ENDS[words]
    for parameter in command.params:
        if isinstance(parameter, click.Argument):
            name = (parameter.metavar or parameter.human_readable_name).strip("[].")
            told = f"{command.help} {help_of(words)}"
            assert name in command.help or name.lower() in told.lower(), parameter.name


@each_end
def test_every_example_is_a_command_that_would_be_understood(words):
    example = (ENDS[words].epilog or "").removeprefix("Example:").split()
    assert example[: 1 + len(words)] == ["staffroom", *words]
    with ENDS[words].make_context(words[-1], example[1 + len(words) :], resilient_parsing=True) as context:
        given = {name for name in example if name.startswith("--")}
        known = {option for parameter in context.command.params for option in parameter.opts}
        assert given <= known


@each_end
def test_every_result_comes_as_a_document_with_a_schema(words):
    options = {option for parameter in ENDS[words].params for option in parameter.opts}
    has_schema = SCHEMAS.joinpath(f"{'-'.join(words)}.json").is_file()
    assert ("--json" in options) is has_schema is (words not in WITHOUT_A_RESULT)


@pytest.mark.parametrize("name", sorted(file.name for file in SCHEMAS.iterdir()))
def test_every_schema_is_one_and_belongs_to_a_command(name):
    words = tuple(name.removesuffix(".json").split("-"))
    assert words in ENDS
    found = schema("-".join(words))
    assert found["additionalProperties"] is False
    assert set(found["required"]) == set(found["properties"])


def test_the_release_is_printed():
    done = run("--version")
    assert done.out == f"staffroom, version {__version__}\n"


@pytest.mark.parametrize("words", [("nothing",), ("logs", "write"), ("report", "week", "--nothing")])
def test_what_is_not_understood_is_said_and_is_status_two(words):
    done = run(*words)
    assert done.code == 2
    assert done.err.startswith("Usage: ")
    assert "Error: No such " in done.err


def test_asking_for_help_loads_nothing_heavy():
    script = "import sys; from staffroom.cli.main import main; sys.exit(any(m in sys.modules for m in %r))"
    heavy = ("duckdb", "numba", "numpy", "pypdf", "holidays", "rich")
    assert subprocess.run([sys.executable, "-c", script % (heavy,)], check=False).returncode == 0

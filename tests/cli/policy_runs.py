"""Runs `staffroom policy` as a person and as a program would."""

from __future__ import annotations

import json
from importlib.resources import files

import jsonschema
from click.testing import CliRunner, Result

from staffroom.cli.policy import policy


def run(*arguments: object) -> Result:
    """Run a command on a terminal of 80 columns."""
    return CliRunner().invoke(policy, [str(one) for one in arguments], env={"COLUMNS": "80"})


def run_json(schema: str, *arguments: object) -> dict:
    """Run a command with --json, and check its document with the schema."""
    result = run(*arguments, "--json")
    assert result.exit_code == 0, result.output
    document = json.loads(result.stdout)
    rules = json.loads(files("staffroom.cli").joinpath(f"schemas/policy-{schema}.json").read_text("utf-8"))
    jsonschema.Draft202012Validator(rules).validate(document)
    return document

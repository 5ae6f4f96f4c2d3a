"""Does `staffroom policy verify` tell a genuine acknowledgement from any other file?"""

from __future__ import annotations

import json

import pytest

from cli.policy_runs import run, run_json
from staffroom.vault.signatures import public_key, sign

STATEMENT = {"person": "abc", "answer": "accepted", "at": "2026-09-14T09:00:00+00:00"}


@pytest.fixture
def school(tmp_path, monkeypatch):
    """A school's folder with a key, and a signed statement in a file."""
    home = tmp_path / "home"
    monkeypatch.setenv("STAFFROOM_HOME", str(home))
    document = {"statement": STATEMENT, "signature": sign(STATEMENT, home), "key": public_key(home)}
    file = tmp_path / "acknowledgement.json"
    file.write_text(json.dumps(document))
    return file, home


def test_a_genuine_statement_is_said_to_be_so_and_shown(school):
    done = run("verify", school[0])
    assert done.exit_code == 0
    assert "Genuine" in done.output
    assert "accepted" in done.output


def test_the_answer_comes_as_a_document_too(school):
    document = run_json("verify", "verify", school[0])
    assert document == {"is_genuine": True, "key": public_key(school[1]), "statement": STATEMENT}


def test_a_changed_statement_ends_with_one(school):
    file, _ = school
    file.write_text(file.read_text().replace("accepted", "declined"))
    done = run("verify", file)
    assert done.exit_code == 1
    assert "Not signed by this key as it is." in done.output


def test_the_key_in_the_file_itself_is_never_trusted(school, tmp_path):
    file, _ = school
    forged = {"statement": STATEMENT, "signature": sign(STATEMENT, tmp_path / "forger")}
    file.write_text(json.dumps(forged | {"key": public_key(tmp_path / "forger")}))
    assert run("verify", file).exit_code == 1


def test_a_key_can_be_given_on_a_machine_that_has_none(school, monkeypatch, tmp_path):
    file, home = school
    key = public_key(home)
    monkeypatch.setenv("STAFFROOM_HOME", str(tmp_path / "elsewhere"))
    assert run("verify", file).exit_code == 2
    assert run("verify", file, "--key", key).exit_code == 0
    assert not (tmp_path / "elsewhere").exists()


@pytest.mark.parametrize("content", [b"", b"{}", b"words", b"%PDF-1.7 broken", b'{"statement": 1}'])
def test_a_file_without_a_statement_is_refused_in_one_sentence(school, content):
    file, _ = school
    file.write_bytes(content)
    done = run("verify", file)
    assert done.exit_code == 2
    assert "No signed statement was found in this file." in done.output

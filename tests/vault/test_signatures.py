"""Does a signature hold for exactly what was signed, and is the key kept from others?"""

from __future__ import annotations

import stat
from threading import Thread

import pytest
from hypothesis import given
from hypothesis import strategies as some

from staffroom.vault.signatures import (
    KEY_FILE,
    NoKeyError,
    fingerprint,
    is_signed,
    known_key,
    public_key,
    sign,
    write_statement,
)

STATEMENT = {"person": "abc", "answer": "accepted", "at": "2026-09-14T09:00:00+00:00"}


def test_what_was_signed_is_found_signed_and_anything_else_is_not(tmp_path):
    signature, key = sign(STATEMENT, tmp_path), public_key(tmp_path)
    assert is_signed(STATEMENT, signature, key)
    for name in STATEMENT:
        assert not is_signed(STATEMENT | {name: STATEMENT[name] + "x"}, signature, key)
    assert not is_signed(STATEMENT | {"more": ""}, signature, key)


def test_the_order_of_the_statement_does_not_matter(tmp_path):
    signature = sign(STATEMENT, tmp_path)
    assert is_signed(dict(reversed(STATEMENT.items())), signature, public_key(tmp_path))


def test_another_server_s_key_did_not_sign_it(tmp_path):
    signature = sign(STATEMENT, tmp_path / "one")
    assert not is_signed(STATEMENT, signature, public_key(tmp_path / "other"))


@given(some.text(max_size=100), some.text(max_size=60))
def test_what_is_no_signature_or_no_key_is_not_signed(signature, key):
    assert not is_signed(STATEMENT, signature, key)


@given(some.dictionaries(some.text(max_size=10), some.text(max_size=20), max_size=5))
def test_two_statements_never_have_the_same_bytes_unless_they_are_the_same(statement):
    assert write_statement(statement) == write_statement(dict(sorted(statement.items())))
    assert write_statement(statement | {"x": "1"}) != write_statement(statement | {"x": "2"})


def test_the_key_can_be_read_by_its_owner_only_and_stays_the_same(tmp_path):
    first = public_key(tmp_path)
    assert stat.S_IMODE((tmp_path / KEY_FILE).stat().st_mode) == 0o600
    assert public_key(tmp_path) == first == known_key(tmp_path)


def test_no_key_is_made_to_check_with(tmp_path):
    assert known_key(tmp_path) == ""
    assert list(tmp_path.iterdir()) == []


def test_two_that_start_at_once_take_the_same_key(tmp_path):
    found: list[str] = []
    threads = [Thread(target=lambda: found.append(public_key(tmp_path))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 8
    assert len(set(found)) == 1


def test_a_file_that_is_no_key_is_said_so(tmp_path):
    (tmp_path / "keys").mkdir()
    (tmp_path / KEY_FILE).write_text("nothing")
    with pytest.raises(NoKeyError):
        sign(STATEMENT, tmp_path)


def test_a_fingerprint_can_be_read_aloud(tmp_path):
    words = fingerprint(public_key(tmp_path)).split()
    assert [len(word) for word in words] == [4, 4, 4, 4]

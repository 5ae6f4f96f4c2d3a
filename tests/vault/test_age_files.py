"""Does a sealed file open for whom it was meant, and for nobody else?"""

from __future__ import annotations

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyrage import x25519

from staffroom.vault.age_files import (
    NotSealed,
    is_sealed,
    is_sealed_by_passphrase,
    open_by,
    open_with,
    recipients_of,
    seal_by,
    seal_to,
)

PASSPHRASE = "four made words here"
KEY, OTHER = x25519.Identity.generate(), x25519.Identity.generate()
PUBLIC = str(KEY.to_public())


def sealed_to(content: bytes, *recipients: str) -> bytes:
    target = io.BytesIO()
    seal_to(recipients, io.BytesIO(content), target)
    return target.getvalue()


def opened_with(content: bytes, key: object) -> bytes:
    target = io.BytesIO()
    open_with(f"# a made key\n{key}\n", io.BytesIO(content), target)
    return target.getvalue()


@given(st.binary(max_size=300_000))
@settings(max_examples=20, deadline=None)
def test_what_is_sealed_to_a_key_opens_with_it_byte_for_byte(content):
    assert opened_with(sealed_to(content, PUBLIC), KEY) == content


def test_what_is_sealed_to_two_keys_opens_with_each():
    content = sealed_to(b"made", PUBLIC, str(OTHER.to_public()))
    assert opened_with(content, KEY) == opened_with(content, OTHER) == b"made"


def test_another_key_opens_nothing():
    with pytest.raises(NotSealed, match="does not open with this key"):
        opened_with(sealed_to(b"made", PUBLIC), OTHER)


@pytest.mark.parametrize("at", [30, 150, -1])
def test_a_byte_that_was_changed_opens_nothing(at):
    content = bytearray(sealed_to(b"made" * 100, PUBLIC))
    content[at] ^= 1
    with pytest.raises(NotSealed):
        opened_with(bytes(content), KEY)


def test_what_is_sealed_by_a_passphrase_opens_by_it_only():
    sealed, target = io.BytesIO(), io.BytesIO()
    seal_by(PASSPHRASE, io.BytesIO(b"made"), sealed)
    open_by(PASSPHRASE, io.BytesIO(sealed.getvalue()), target)
    assert target.getvalue() == b"made"
    with pytest.raises(NotSealed, match="by this passphrase"):
        open_by("another passphrase", io.BytesIO(sealed.getvalue()), io.BytesIO())


def test_a_passphrase_that_could_be_guessed_is_refused():
    with pytest.raises(NotSealed, match="at least 12 letters"):
        seal_by("short", io.BytesIO(b"made"), io.BytesIO())


@pytest.mark.parametrize("recipients", [(), ("age1nonsense",), ("",)])
def test_what_is_no_public_key_seals_nothing(recipients):
    with pytest.raises(NotSealed):
        sealed_to(b"made", *recipients)


def test_what_is_no_secret_key_opens_nothing():
    with pytest.raises(NotSealed, match="no secret key"):
        opened_with(sealed_to(b"made", PUBLIC), "nonsense")


def test_how_a_file_is_sealed_is_seen_from_its_head(tmp_path):
    by_key, by_passphrase, plain = tmp_path / "a", tmp_path / "b", tmp_path / "c"
    by_key.write_bytes(sealed_to(b"made", PUBLIC))
    with by_passphrase.open("wb") as target:
        seal_by(PASSPHRASE, io.BytesIO(b"made"), target)
    plain.write_bytes(b"\x1f\x8bmade")
    assert [is_sealed(one) for one in (by_key, by_passphrase, plain)] == [True, True, False]
    assert [is_sealed_by_passphrase(one) for one in (by_key, by_passphrase, plain)] == [False, True, False]


def test_keys_in_a_text_are_one_a_line_without_remarks():
    assert recipients_of("# ours\n\n age1a \nage1b\n") == ["age1a", "age1b"]

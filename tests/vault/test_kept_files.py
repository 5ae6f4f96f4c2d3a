"""Is a kept file the same byte for byte, and noticed where it is not?"""

from __future__ import annotations

import hashlib
import stat
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as some

from staffroom.vault.kept_files import keep_file, read_file


@given(content=some.binary(max_size=500))
def test_what_was_kept_comes_out_byte_for_byte(tmp_path_factory, content):
    folder = tmp_path_factory.mktemp("kept")
    name = keep_file(content, folder)
    assert name == hashlib.sha256(content).hexdigest()
    assert read_file(name, folder) == content


def test_the_same_bytes_are_kept_once_and_by_their_owner_only(tmp_path):
    name = keep_file(b"sheet", tmp_path)
    assert keep_file(b"sheet", tmp_path) == name
    [file] = [one for one in tmp_path.rglob("*") if one.is_file()]
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_file_that_was_changed_since_is_not_given(tmp_path):
    name = keep_file(b"sheet", tmp_path)
    [file] = [one for one in tmp_path.rglob("*") if one.is_file()]
    file.write_bytes(b"another")
    assert read_file(name, tmp_path) is None


@given(some.text(max_size=80))
def test_no_name_leads_out_of_the_folder(name):
    assert read_file(name, Path("nowhere")) is None
    assert read_file(f"../{name}", Path("nowhere")) is None

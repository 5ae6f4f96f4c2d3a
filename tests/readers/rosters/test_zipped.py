"""Does a zip that was made to do harm do none?"""

from __future__ import annotations

import io
import struct
import warnings
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readers.rosters.made_rosters import make_zip
from staffroom.readers.rosters import zipped
from staffroom.readers.rosters.problems import Complaints
from staffroom.readers.rosters.zipped import unpack

WANTED = ("users.csv", "orgs.csv")


def unpacked(content: bytes):
    complaints = Complaints("roster.zip")
    return unpack(content, WANTED, complaints), [one.reason for one in complaints.problems()]


def test_wanted_files_are_unpacked_and_others_are_not():
    files, said = unpacked(make_zip(users="a", orgs="b", secret="c"))
    assert (files, said) == ({"users.csv": b"a", "orgs.csv": b"b"}, [])


def test_files_in_a_folder_and_in_capitals_are_found():
    files, _ = unpacked(make_zip(**{"Export/USERS": "a", "__MACOSX/users": "b"}))
    assert files == {"users.csv": b"a"}


def test_a_name_that_leads_out_of_the_zip_is_a_name_and_no_path():
    files, _ = unpacked(make_zip(**{"../../etc/users": "a"}))
    assert files == {"users.csv": b"a"}


def test_a_file_that_is_there_twice_is_read_once_and_said():
    stream = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(stream, "w") as opened:
        warnings.simplefilter("ignore")
        opened.writestr("users.csv", "first")
        opened.writestr("users.csv", "second")
    files, said = unpacked(stream.getvalue())
    assert files == {"users.csv": b"first"}
    assert said == ["users.csv is in the zip twice. The first is read."]


def test_a_bomb_is_stopped_while_it_unpacks():
    files, said = unpacked(make_zip(users=b"0" * (zipped.LARGEST_FILE + 1)))
    assert files == {}
    assert said == ["users.csv is too large once unpacked, so it was not read."]


def test_a_bomb_that_lies_about_its_size_is_stopped_too():
    honest = make_zip(users=b"0" * (zipped.LARGEST_FILE + 1))
    real = struct.pack("<I", zipped.LARGEST_FILE + 1)
    assert honest.count(real) == 2
    files, said = unpacked(honest.replace(real, struct.pack("<I", 10)))
    assert files.get("users.csv", b"") in (b"", b"0" * 10)
    assert said or files


def test_many_files_that_are_large_together_are_stopped(monkeypatch):
    monkeypatch.setattr(zipped, "LARGEST_ALL", 100)
    files, said = unpacked(make_zip(users=b"0" * 60, orgs=b"0" * 60))
    assert list(files) == ["users.csv"]
    assert len(said) == 1


def test_a_zip_of_very_many_files_is_not_read():
    files, said = unpacked(make_zip(**{f"file{n}": "" for n in range(zipped.MOST_FILES + 1)}))
    assert files == {}
    assert len(said) == 1


def test_a_file_that_is_locked_is_said_to_be():
    content = bytearray(make_zip(users="secret"))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(mark) + place] |= 1
    files, said = unpacked(bytes(content))
    assert (files, said) == ({}, ["users.csv is locked with a password, so it was not read."])


def test_what_is_no_zip_is_said_to_be_none():
    assert unpacked(b"sourcedId,role")[1] == ["This is not a zip file that can be opened. Export it again."]


@given(place=st.integers(0, 400), bits=st.integers(1, 255))
def test_a_zip_with_any_byte_turned_is_read_or_said_to_be_damaged(place, bits):
    content = bytearray(make_zip(users="sourcedId,role\n" * 20, orgs="x"))
    content[place % len(content)] ^= bits
    files, said = unpacked(bytes(content))
    assert set(files) <= set(WANTED)
    assert all(reason.endswith(".") for reason in said)


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_packing_that_may_ask_for_any_memory_is_refused(method):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as opened:
        opened.writestr("users.csv", "a")
    files, said = unpacked(stream.getvalue())
    assert (files, said) == (
        {},
        ["users.csv is packed in an unusual way, so it was not read. Make the zip again."],
    )


def test_a_file_that_is_not_packed_is_read():
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as opened:
        opened.writestr("users.csv", "a")
    assert unpacked(stream.getvalue())[0] == {"users.csv": b"a"}

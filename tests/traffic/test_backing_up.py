"""Does a backup hold everything, whole, or is there none?"""

from __future__ import annotations

import os
import tarfile
from datetime import UTC, datetime
from pathlib import Path

import pytest

from staffroom.traffic import backup, bag
from staffroom.traffic.backup import NotBackedUp, back_up, find_pieces
from staffroom.traffic.restoring import restore
from traffic.made_archives import AT, FILES, contents, made_folder


@pytest.fixture
def school(tmp_path: Path) -> Path:
    return made_folder(tmp_path / "school")


def names(folder: Path) -> list[str]:
    return [piece.name for piece in find_pieces(folder)]


def test_what_is_backed_up_and_restored_is_the_same_with_its_times(school: Path, tmp_path: Path):
    moment = 1_789_376_400_123_000_000
    os.utime(school / "identities" / "dhcpd.leases", ns=(moment, moment))
    made = back_up(school, tmp_path / "b.tar.gz", made_at=AT, release="1.2")
    done = restore(tmp_path / "b.tar.gz", tmp_path / "again", over=False, at=AT)
    assert contents(tmp_path / "again") == FILES
    assert done.extent == made.extent == (sum(map(len, FILES.values())), len(FILES), AT)
    restored = (tmp_path / "again" / "identities" / "dhcpd.leases").stat().st_mtime_ns
    assert restored // 1_000_000 == moment // 1_000_000


def test_the_same_folder_at_the_same_moment_gives_the_same_files_in_the_same_order(school, tmp_path):
    for name in ("one.tar.gz", "two.tar.gz"):
        back_up(school, tmp_path / name, made_at=AT, release="1")
    with tarfile.open(tmp_path / "one.tar.gz") as one, tarfile.open(tmp_path / "two.tar.gz") as two:
        listed = one.getnames()
        assert listed == two.getnames()
    top = [name.removeprefix("staffroom-backup/") for name in listed]
    assert top[:2] == ["bagit.txt", "bag-info.txt"]
    assert top[-1] == "manifest-sha256.txt"
    assert top[2:-1] == sorted(f"data/{name}" for name in FILES)


def test_nothing_in_the_archive_says_who_made_it(school: Path, tmp_path: Path):
    back_up(school, tmp_path / "b.tar.gz", made_at=AT, release="1")
    with tarfile.open(tmp_path / "b.tar.gz") as opened:
        for info in opened.getmembers():
            assert (info.uid, info.gid, info.uname, info.gname) == (0, 0, "", "")
            assert info.mode == 0o600


def test_the_lock_and_a_half_written_state_are_left_out(school: Path):
    (school / "traffic" / "lock").touch()
    (school / "traffic" / "state.json.new").write_text("{")
    assert names(school) == sorted(FILES)


def test_what_a_link_leads_to_is_backed_up_as_what_it_is_called(school: Path, tmp_path: Path):
    outside = tmp_path / "outside"
    (outside / "deep").mkdir(parents=True)
    (outside / "deep" / "leases").write_bytes(b"lease")
    (school / "linked.csv").symlink_to(outside / "deep" / "leases")
    (school / "lists").symlink_to(outside)
    (school / "broken").symlink_to(outside / "none")
    assert set(names(school)) - set(FILES) == {"linked.csv", "lists/deep/leases"}
    back_up(school, tmp_path / "b.tar.gz", made_at=AT, release="1")
    restore(tmp_path / "b.tar.gz", tmp_path / "again", over=False, at=AT)
    assert not (tmp_path / "again" / "lists").is_symlink()
    assert (tmp_path / "again" / "lists" / "deep" / "leases").read_bytes() == b"lease"


def test_a_link_that_leads_back_does_not_go_on_for_ever(school: Path):
    (school / "identities" / "again").symlink_to(school)
    assert names(school) == sorted(FILES)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes here")
def test_a_pipe_is_passed_over(school: Path):
    os.mkfifo(school / "pipe")
    assert names(school) == sorted(FILES)


def test_a_name_that_is_no_text_is_said(school: Path):
    try:
        (school / os.fsdecode(b"\xff.csv")).touch()
    except OSError:
        pytest.skip("this disk takes no such names")
    with pytest.raises(NotBackedUp, match="is not text"):
        find_pieces(school)


class Pulled(Exception):
    """Somebody pulled the plug."""


def test_where_the_work_is_broken_off_there_is_no_archive(school: Path, tmp_path: Path, monkeypatch):
    def pull(*_: object) -> str:
        raise Pulled

    monkeypatch.setattr(bag, "write_manifest", pull)
    with pytest.raises(Pulled):
        back_up(school, tmp_path / "b.tar.gz", made_at=AT, release="1")
    assert [path.name for path in tmp_path.iterdir()] == ["school"]


@pytest.mark.parametrize("now", [b"", b"x", b"x" * 5_000])
def test_a_file_that_is_changed_meanwhile_is_said(now: bytes, school: Path, tmp_path: Path, monkeypatch):
    found = find_pieces(school)
    (school / "identities" / "dhcpd.leases").write_bytes(now)
    monkeypatch.setattr(backup, "find_pieces", lambda _: found)
    with pytest.raises(NotBackedUp, match=r"^identities/dhcpd\.leases was changed while it was backed up"):
        back_up(school, tmp_path / "b.tar.gz", made_at=AT, release="1")
    assert not list(tmp_path.glob("*b.tar.gz*"))


@pytest.mark.parametrize("limit", ["MOST_FILES", "MOST_BYTES"])
def test_what_could_not_be_restored_is_not_backed_up(limit: str, school: Path, tmp_path: Path, monkeypatch):
    monkeypatch.setattr(bag, limit, 3)
    with pytest.raises(NotBackedUp, match="too large for one backup"):
        back_up(school, tmp_path / "b.tar.gz", made_at=AT, release="1")


def test_the_moment_is_kept_to_the_second(school: Path, tmp_path: Path):
    moment = datetime(2026, 3, 29, 1, 30, 15, tzinfo=UTC)
    back_up(school, tmp_path / "b.tar.gz", made_at=moment, release="1")
    assert restore(tmp_path / "b.tar.gz", tmp_path / "a", over=False, at=AT).extent.made_at == moment

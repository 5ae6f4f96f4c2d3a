"""Can a school be put into one archive and be made again from it, exactly?"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import tarfile

import pytest

from cli.runs import run, start, validated, week_of


def contents(folder) -> dict[str, bytes]:
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in folder.rglob("*")
        if file.is_file() and file.name not in ("lock", "bank-holidays.json")
    }


@pytest.fixture(scope="module")
def archive(read_home, tmp_path_factory):
    file = tmp_path_factory.mktemp("safe") / "school.tar.gz"
    done = run("backup", "--plain", file, "--json", home=read_home)
    assert done.code == 0, done.err
    document = validated("backup", done.out)
    assert document["files"] > 10
    assert document["archive_bytes"] == file.stat().st_size
    assert document["sha256"] == hashlib.sha256(file.read_bytes()).hexdigest()
    return file


def test_a_school_that_is_restored_elsewhere_is_the_same_and_goes_on(archive, read_home, logs, tmp_path):
    home = tmp_path / "elsewhere" / "home"
    done = run("restore", archive, "--json", home=home)
    assert done.code == 0, done.err
    document = validated("restore", done.out)
    assert (document["folder"], document["moved_aside"]) == (str(home), None)
    assert contents(home) == contents(read_home)
    assert week_of(home) == week_of(read_home)
    before = contents(home)["traffic/state.json"]
    again = validated("logs-read", run("logs", "read", logs, "--json", home=home).out)
    assert {one["new"] for one in again["files"]} == {0}
    assert week_of(home) == week_of(read_home)
    assert len(contents(home)["traffic/state.json"]) == pytest.approx(len(before), rel=0.05)


def test_what_is_restored_is_its_owners_only(archive, tmp_path):
    home = tmp_path / "home"
    assert run("restore", archive, home=home).code == 0
    for path in (home, *home.rglob("*")):
        assert path.stat().st_mode & 0o777 == (0o700 if path.is_dir() else 0o600), path


def test_the_archive_is_its_owners_only_and_the_person_is_told_what_it_holds(used_home, tmp_path):
    done = run("backup", "--plain", tmp_path / "b.tar.gz", home=used_home)
    assert (tmp_path / "b.tar.gz").stat().st_mode & 0o777 == 0o600
    assert "keys and names: keep it as safe as the server" in done.said
    assert f"SHA-256 {hashlib.sha256((tmp_path / 'b.tar.gz').read_bytes()).hexdigest()}" in done.out


@pytest.mark.skipif(not shutil.which("sha256sum"), reason="sha256sum is not installed")
def test_the_archive_can_be_opened_and_checked_without_staffroom(archive, read_home, tmp_path):
    with tarfile.open(archive) as opened:
        opened.extractall(tmp_path, filter="data")
    bag = tmp_path / "staffroom-backup"
    checked = subprocess.run(
        ["sha256sum", "--check", "--strict", "--quiet", "manifest-sha256.txt"], cwd=bag, check=False
    )
    assert checked.returncode == 0
    assert contents(bag / "data") == contents(read_home)
    assert (bag / "bagit.txt").read_text().startswith("BagIt-Version: 1.0\n")


def test_a_backup_is_never_written_over_another_file(used_home, tmp_path):
    (tmp_path / "b.tar.gz").write_text("the backup of last week")
    done = run("backup", "--plain", tmp_path / "b.tar.gz", home=used_home)
    assert done.code == 1
    assert "is there already. Give the backup another name." in done.err
    assert (tmp_path / "b.tar.gz").read_text() == "the backup of last week"


@pytest.mark.parametrize("place", ["home/b.tar.gz", "home/traffic/b.tar.gz", "none/b.tar.gz"])
def test_a_place_that_will_not_do_is_said_and_nothing_is_left_there(place, used_home, tmp_path):
    before = contents(used_home)
    done = run("backup", "--plain", tmp_path / place, home=used_home)
    assert done.code == 1
    assert done.err.count("\n") == 1
    assert contents(used_home) == before
    assert not list(tmp_path.rglob("*b.tar.gz*"))


def test_there_is_nothing_to_back_up_before_there_is_a_school(tmp_path):
    (tmp_path / "file").write_text("x")
    for home in (tmp_path / "none", tmp_path / "file"):
        done = run("backup", "--plain", tmp_path / "b.tar.gz", home=home)
        assert done.code == 1
        assert "There is nothing to back up" in done.err
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_a_folder_in_use_is_left_alone_without_over(archive, used_home):
    before = contents(used_home)
    done = run("restore", archive, home=used_home)
    assert done.code == 1
    assert "is in use already." in done.err
    assert done.err.endswith("Nothing was changed.\n")
    assert contents(used_home) == before


def test_with_over_the_folder_that_was_there_is_moved_aside_and_not_deleted(archive, home, read_home):
    (home / "people.csv").write_text("person,name,accounts,standings\n")
    before = contents(home)
    done = run("restore", archive, "--over", "--json", home=home)
    assert done.code == 0, done.err
    aside = validated("restore", done.out)["moved_aside"]
    assert contents(home) == contents(read_home)
    (found,) = [path for path in home.parent.iterdir() if path.name.startswith("home.before-")]
    assert str(found) == aside
    assert contents(found) == before


def test_a_folder_that_is_being_written_is_not_restored_over(archive, home):
    process = start("logs", "read", "-", home=home)
    try:
        while not (home / "traffic" / "keys").exists():
            assert process.poll() is None
        done = run("restore", archive, "--over", home=home)
    finally:
        process.kill()
        process.communicate()
    assert done.code == 1
    assert "Another run is reading logs" in done.err
    assert [path.name for path in home.parent.iterdir()] == ["home"]


def test_an_archive_that_is_damaged_changes_nothing(archive, used_home, tmp_path):
    (tmp_path / "cut.tar.gz").write_bytes(archive.read_bytes()[:-2_000])
    (tmp_path / "other.tar.gz").write_bytes(b"PK\x03\x04 something else")
    before = contents(used_home)
    for name in ("cut.tar.gz", "other.tar.gz"):
        done = run("restore", tmp_path / name, "--over", home=used_home)
        assert done.code == 1
        assert done.err.startswith(f"Error: {name} is ")
        assert done.err.endswith("Nothing was changed.\n")
    assert contents(used_home) == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["cut.tar.gz", "home", "other.tar.gz"]

"""Is an archive from a stranger refused, in bounded time and room, with nothing written elsewhere?"""

from __future__ import annotations

import gzip
import io
import shutil
import tarfile
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from staffroom.traffic import bag, restoring, unpacking
from staffroom.traffic.bag import Extent
from staffroom.traffic.restoring import is_used, restore
from staffroom.traffic.unpacking import NotRestored, unpack
from traffic.made_archives import (
    AT,
    DIGESTS,
    FILES,
    contents,
    head,
    made_folder,
    manifest,
    member,
    payload,
    written,
)

ONE = Extent(4, 1, AT)


def refusal(tmp_path: Path, members: list[tuple[tarfile.TarInfo, bytes]]) -> str:
    """Return why an archive is refused, having looked that nothing was written beside the folder."""
    archive = written(tmp_path / "b.tar.gz", members)
    inside = tmp_path / "deep" / "into"
    inside.mkdir(parents=True)
    with pytest.raises(NotRestored) as raised:
        unpack(archive, inside)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["b.tar.gz", "deep"]
    assert [path.name for path in (tmp_path / "deep").iterdir()] == ["into"]
    return str(raised.value)


def test_a_backup_is_unpacked(tmp_path: Path):
    archive = written(tmp_path / "b.tar.gz", [*head(), *payload(), manifest()])
    (tmp_path / "into").mkdir()
    assert unpack(archive, tmp_path / "into").files == len(FILES)
    assert contents(tmp_path / "into") == FILES


def test_one_that_was_unpacked_and_packed_again_by_hand_is_taken_too(tmp_path: Path):
    folder = member("./b", type=tarfile.DIRTYPE)
    members = [folder, *head(top="./b"), *payload("./b"), manifest(top="./b"), member("./b/notes.txt", b"x")]
    archive = written(tmp_path / "b.tar.gz", members)
    (tmp_path / "into").mkdir()
    unpack(archive, tmp_path / "into")
    assert contents(tmp_path / "into") == FILES


@pytest.mark.parametrize(
    "name",
    [
        "b/data/../../evil",
        "b/data/../../../evil",
        "/etc/evil",
        "../evil",
        "..",
        "b/data/./evil",
        "b/data//evil",
        "other/data/evil",
        "evil",
        "b/data/" + "x" * 2_000,
    ],
)
def test_a_place_outside_is_refused(name: str, tmp_path: Path):
    said = refusal(tmp_path, [*head(ONE), member(name, b"evil")])
    assert said == "b.tar.gz holds a file that belongs outside its folder. Use another backup."


@pytest.mark.parametrize(
    "kind",
    [tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.CHRTYPE, tarfile.BLKTYPE, tarfile.FIFOTYPE],
)
def test_links_and_devices_are_refused(kind: bytes, tmp_path: Path):
    said = refusal(tmp_path, [*head(ONE), member("b/data/evil", type=kind, linkname="../../evil")])
    assert said == "b.tar.gz holds a link or a device, which no backup has. Use another backup."


@pytest.mark.parametrize(
    "members",
    [
        [*head(), *payload()[:-1], manifest()],
        [*head(), *payload(), manifest(DIGESTS | {"people.csv": "0" * 64})],
        [*head(), *payload(), manifest(DIGESTS | {"more.csv": "0" * 64})],
        [*head(), *payload(), manifest({})],
        [*head(), *payload(), member("b/manifest-sha256.txt", b"rubbish")],
        [*head(), *payload(), member("b/manifest-sha256.txt", b"\xff\xfe")],
        [*head(), *payload(), *payload(), manifest()],
        [*head(), *payload()[:-1], member("b/data/people.csv/inside"), manifest()],
        [member("b/bag-info.txt", b"Payload-Oxum: many"), *payload(), manifest()],
    ],
    ids=[
        "one less",
        "other bytes",
        "one more",
        "no hashes",
        "rubbish",
        "no text",
        "twice",
        "in a file",
        "no sum",
    ],
)
def test_an_archive_that_is_not_whole_is_refused(members: list, tmp_path: Path):
    assert refusal(tmp_path, members).endswith("Use another backup.")


@pytest.mark.parametrize("members", [[], head(), [*payload(), manifest()], [member("b/other", b"x")]])
def test_what_is_no_backup_is_refused(members: list, tmp_path: Path):
    said = refusal(tmp_path, members)
    assert "is not a backup" in said or "holds more than it says" in said or "damaged" in said


def test_one_that_says_it_is_huge_is_refused_at_once(tmp_path: Path):
    said = refusal(tmp_path, [*head(Extent(bag.MOST_BYTES + 1, 1, AT)), *payload()])
    assert "is larger than any backup may be" in said
    shutil.rmtree(tmp_path / "deep")
    said = refusal(tmp_path, [*head(Extent(1, bag.MOST_FILES + 1, AT)), *payload()])
    assert "is larger than any backup may be" in said


def test_one_for_which_there_is_no_room_is_refused_before_it_is_unpacked(tmp_path: Path, monkeypatch):
    usage = shutil.disk_usage(tmp_path)
    monkeypatch.setattr(unpacking.shutil, "disk_usage", lambda _: usage._replace(free=10))
    said = refusal(tmp_path, [*head(), *payload(), manifest()])
    assert said == "There is too little room on the disk for b.tar.gz. Make room, then try again."
    assert contents(tmp_path / "deep") == {}


@pytest.mark.parametrize(
    "members",
    [
        [*head(ONE), member("b/data/bomb", bytes(60 << 20))],
        [*head(ONE), *(member(f"b/data/{number}") for number in range(2_000))],
        [member("b/bag-info.txt", bytes(60 << 20))],
        [*head(ONE), member("b/notes", bytes(70 << 20))],
    ],
    ids=["one large file", "many files", "before it says how much", "beside the files"],
)
def test_more_than_the_archive_says_is_refused_without_taking_memory(members: list, tmp_path: Path):
    archive = written(tmp_path / "b.tar.gz", members)
    (tmp_path / "into").mkdir()
    del members
    tracemalloc.start()
    try:
        with pytest.raises(NotRestored, match="holds more than it says"):
            unpack(archive, tmp_path / "into")
        assert tracemalloc.get_traced_memory()[1] < 16 << 20
    finally:
        tracemalloc.stop()
    assert sum(map(len, contents(tmp_path / "into").values())) <= ONE.bytes


def header(kind: bytes, size: int) -> bytes:
    info = tarfile.TarInfo("x")
    info.type, info.size = kind, size
    return info.tobuf(tarfile.GNU_FORMAT)


@pytest.mark.parametrize(
    "plain",
    [
        header(tarfile.XHDTYPE, 200 << 20) + bytes(200 << 20),
        header(tarfile.GNUTYPE_LONGNAME, 200 << 20) + bytes(200 << 20),
        (header(tarfile.XGLTYPE, 0)) * 50_000,
        (header(tarfile.XHDTYPE, 512) + b"12 path=../e\n".ljust(512, b"\0")) * 20_000,
    ],
    ids=["large header", "large name", "headers of headers", "names of names"],
)
def test_headers_that_would_take_all_memory_are_refused(plain: bytes, tmp_path: Path):
    archive = tmp_path / "b.tar.gz"
    archive.write_bytes(gzip.compress(plain, 1))
    (tmp_path / "into").mkdir()
    tracemalloc.start()
    try:
        with pytest.raises(NotRestored):
            unpack(archive, tmp_path / "into")
        assert tracemalloc.get_traced_memory()[1] < 64 << 20
    finally:
        tracemalloc.stop()


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return written(tmp_path_factory.mktemp("good") / "b", [*head(), *payload(), manifest()]).read_bytes()


@settings(deadline=None, max_examples=80)
@given(part=st.floats(0, 1), noise=st.binary(min_size=0, max_size=30), cut=st.booleans())
def test_damage_anywhere_is_refused_or_leaves_every_file_as_it_was(
    part: float, noise: bytes, cut: bool, good: bytes, tmp_path_factory: pytest.TempPathFactory
):
    folder = tmp_path_factory.mktemp("damaged")
    at = int(part * len(good))
    whole = good[:at] + noise + (b"" if cut else good[at + len(noise) :])
    (folder / "b").write_bytes(whole)
    (folder / "into").mkdir()
    try:
        unpack(folder / "b", folder / "into")
    except NotRestored:
        pass
    else:
        assert contents(folder / "into") == FILES
    assert sorted(path.name for path in folder.iterdir()) == ["b", "into"]


@settings(deadline=None, max_examples=80)
@given(part=st.floats(0, 1), noise=st.binary(min_size=1, max_size=30))
def test_a_tar_file_that_was_tampered_with_is_refused_or_is_as_it_was(
    part: float, noise: bytes, good: bytes, tmp_path_factory: pytest.TempPathFactory
):
    plain = gzip.decompress(good)
    at = int(part * (len(plain) - len(noise)))
    folder = tmp_path_factory.mktemp("tampered")
    (folder / "b").write_bytes(gzip.compress(plain[:at] + noise + plain[at + len(noise) :], 1))
    (folder / "into").mkdir()
    try:
        unpack(folder / "b", folder / "into")
    except NotRestored:
        pass
    else:
        assert contents(folder / "into") == FILES
    assert sorted(path.name for path in folder.iterdir()) == ["b", "into"]


def test_the_old_folder_comes_back_where_the_new_one_cannot_take_its_place(tmp_path: Path, monkeypatch):
    archive = written(tmp_path / "b.tar.gz", [*head(), *payload(), manifest()])
    school = tmp_path / "school"
    school.mkdir()
    (school / "old.csv").write_text("old")
    moved = []

    def replace(source: Path, target: Path) -> None:
        moved.append(source)
        if len(moved) == 2:
            raise OSError(28, "No space left on device")
        Path(source).rename(target)

    monkeypatch.setattr(restoring.os, "replace", replace)
    with pytest.raises(OSError, match="No space left"):
        restore(archive, school, over=True, at=AT)
    assert contents(school) == {"old.csv": b"old"}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["b.tar.gz", "school"]


def test_a_folder_that_a_first_run_made_is_still_unused(tmp_path: Path):
    assert not is_used(tmp_path / "none")
    (tmp_path / "school" / "traffic").mkdir(parents=True)
    (tmp_path / "school" / "traffic" / "lock").touch()
    assert not is_used(tmp_path / "school")
    archive = written(tmp_path / "b.tar.gz", [*head(), *payload(), manifest()])
    assert restore(archive, tmp_path / "school", over=False, at=AT).aside is None
    assert contents(tmp_path / "school") == FILES
    assert is_used(tmp_path / "school")


def test_a_link_to_the_school_stays_a_link(tmp_path: Path):
    made_folder(tmp_path / "disk" / "school")
    (tmp_path / "school").symlink_to(tmp_path / "disk" / "school")
    archive = written(tmp_path / "b.tar.gz", [*head(), *payload(), manifest()])
    done = restore(archive, tmp_path / "school", over=True, at=AT)
    assert (tmp_path / "school").is_symlink()
    assert done.aside is not None
    assert done.aside.parent == tmp_path / "disk"
    assert io.BytesIO((tmp_path / "school" / "people.csv").read_bytes()).read() == FILES["people.csv"]

"""Does a name, an address or a visited page come out anywhere that it must not?

Made people with names that stand nowhere else leave lines in the logs of five formats. Everything that a run
prints, writes and keeps is then searched for them, on the compiled path and on the plain one.
"""

from __future__ import annotations

import gzip
import json
import tarfile
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import duckdb
import pytest

from cli.made_canaries import CANARIES, NAMES, native_log, other_logs, write_canary_school
from cli.runs import Done, run

SCHOOLS_OWN = {"people.csv", "pupils.csv", "devices.csv", "purposes.csv", "leases"}


@dataclass(frozen=True)
class Walk:
    """What a school has run, and where each thing came to lie."""

    home: Path
    work: Path  # the logs, and what was written beside them
    surroundings: Path  # the cache, and the folder for temporary files
    done: dict[str, Done]
    is_compiled: bool


def commands_of(home: Path, work: Path) -> dict[str, tuple[object, ...]]:
    """Return everything that a school runs, and a few things that go wrong."""
    logs, unknown = work / "logs", work / "unknown.log"
    native, damaged = logs / "access.log", work / "damaged.log.gz"
    return {
        "read": ("logs", "read", native),
        "read again": ("logs", "read", damaged, unknown),
        "read other formats": ("logs", "read", logs),
        "read as a document": ("logs", "read", work / "more", unknown, "--json"),
        "read the wrong way": ("logs", "read", unknown, "--format", "bind"),
        "read as lookups": ("logs", "read", work / "other.log", "--format", "dnsmasq", "--json"),
        "read by a bad mapping": ("logs", "read", native, "--mapping", work / "bad.toml"),
        "read nothing": ("logs", "read", work / "none.log"),
        "report": ("report", "week", "--html", work / "week.html", "--csv", work / "week.csv"),
        "report as a document": ("report", "week", "--json"),
        "report a log": ("report", "week", damaged),
        "doctor": ("doctor",),
        "doctor as a document": ("doctor", "--json"),
        "backup": ("backup", "--plain", work / "b.tar.gz", "--json"),
        "backup into the home": ("backup", "--plain", home / "b.tar.gz"),
        "restore": ("restore", work / "b.tar.gz", "--school", work / "again", "--json"),
        "restore a log": ("restore", native, "--school", work / "other"),
    }


def write_work(work: Path) -> Path:
    for folder in ("logs", "more"):
        (work / folder).mkdir(parents=True)
    text = native_log()
    (work / "logs" / "access.log").write_text(text)
    for name, content in other_logs().items():
        (work / "logs" / name).write_bytes(content)
        (work / "more" / f"{name}.gz").write_bytes(gzip.compress(content + content[-300:]))
    (work / "damaged.log.gz").write_bytes(gzip.compress(text.encode())[:-400])
    (work / "other.log").write_text("\n".join(reversed(text.splitlines())))
    (work / "unknown.log").write_text("".join(f"{name} saw zanzibarpage\n" for name in NAMES))
    (work / "bad.toml").write_text('name = "nightjar"\n[time]\ncolumns = ["zanzibarpage"]\n')
    return work


@pytest.fixture(scope="module", params=["plain", "compiled"])
def walk(request, tmp_path_factory) -> Walk:
    is_compiled = request.param == "compiled"
    around = tmp_path_factory.mktemp("around")
    home = write_canary_school(around / "home")
    work = write_work(around / "work")
    for folder in ("cache", "temporary"):
        (around / "surroundings" / folder).mkdir(parents=True)
    at = around / "surroundings"
    more = {"XDG_CACHE_HOME": str(at / "cache"), "TMPDIR": str(at / "temporary")}
    one = partial(run, home=home, STAFFROOM_PLAIN="" if is_compiled else "1", **more)
    done = {name: one(*arguments) for name, arguments in commands_of(home, work).items()}
    done["page"] = Done(0, (work / "week.html").read_text(), "")
    done["table"] = Done(0, (work / "week.csv").read_text(), "")
    return Walk(home, work, at, done, is_compiled)


def found_in(text: str) -> list[str]:
    return [canary for canary in CANARIES if canary.casefold() in text.casefold()]


def found_in_bytes(content: bytes) -> list[str]:
    lower = content.lower()
    return [canary for canary in CANARIES if canary.lower().encode() in lower]


def files_in(folder: Path) -> list[Path]:
    return [file for file in folder.rglob("*") if file.is_file()]


def test_the_canaries_were_read_and_seen(walk):
    assert {name for name, done in walk.done.items() if done.code} == {
        "read by a bad mapping", "read nothing", "report a log", "backup into the home", "restore a log",
    }  # fmt: skip
    read, others = walk.done["read"], walk.done["read other formats"]
    assert "3 lines could not be read: it has too few fields." in read.said
    assert "30 of pupils, dropped" in read.out
    assert "people.csv, row" in read.err
    assert "Facebook" in walk.done["report"].out
    for title in ("Squid, combined", "Zeek", "dnsmasq"):
        assert title in others.out
    assert others.out.count("could not be read") >= 4


def test_each_path_is_the_one_it_is_called(walk):
    doctor = walk.done["doctor"].said
    assert ("Logs are read with compiled kernels." in doctor) == walk.is_compiled
    assert any(walk.surroundings.rglob("kernels/*")) == walk.is_compiled


def test_broken_lines_are_in_the_document_as_reasons_and_numbers(walk):
    files = json.loads(walk.done["read as a document"].out)["files"]
    assert {one["format"] for one in files} >= {"squid-combined", "zeek", "zeek-json", "dnsmasq"}
    assert sum(1 for one in files if one["unreadable"] or one["problem"]) >= 3


def test_the_search_finds_every_canary_where_it_stands(walk):
    own = [file.read_bytes() for file in files_in(walk.home) if file.name in SCHOOLS_OWN]
    logs = [file.read_bytes() for file in files_in(walk.work / "logs")]
    assert found_in_bytes(b"".join(logs + own)) == CANARIES
    for log in logs:
        assert len(found_in_bytes(log)) > 15


@pytest.mark.clause("CON-1")
def test_nothing_that_is_printed_or_written_names_a_canary(walk):
    caught = {name: found_in(done.out + done.err) for name, done in walk.done.items()}
    assert {name: canaries for name, canaries in caught.items() if canaries} == {}


@pytest.mark.clause("CON-1")
def test_nothing_that_is_kept_holds_a_canary(walk):
    kept = files_in(walk.home / "traffic")
    assert {file.parent.name for file in kept} >= {"days", "prints", "keys", "traffic"}
    for file in kept:
        assert found_in_bytes(file.read_bytes()) == [], file.name
        assert found_in(file.name) == []


@pytest.mark.clause("CON-1")
def test_nothing_in_the_cache_holds_a_canary_and_no_temporary_file_remains(walk):
    for file in files_in(walk.surroundings / "cache"):
        assert found_in_bytes(file.read_bytes()) == [], file.name
    assert files_in(walk.surroundings / "temporary") == []


@pytest.mark.clause("CON-1")
def test_the_schools_own_files_are_all_that_a_run_leaves_in_the_open(walk):
    holding = {file.name for file in files_in(walk.home) if found_in_bytes(file.read_bytes())}
    assert holding == SCHOOLS_OWN


@pytest.mark.clause("CON-1")
def test_a_backup_holds_canaries_in_the_schools_own_files_alone(walk):
    holding = set()
    with tarfile.open(walk.work / "b.tar.gz") as archive:
        members = [member for member in archive if member.isfile()]
        for member in members:
            content = archive.extractfile(member)
            assert content is not None
            if found_in_bytes(content.read()):
                holding.add(Path(member.name).name)
    assert any("/days/" in member.name for member in members)
    assert holding == SCHOOLS_OWN


@pytest.mark.clause("CON-1")
def test_no_value_of_the_evidence_is_a_canary(walk):
    days = [str(file) for file in (walk.home / "traffic" / "days").iterdir()]
    with duckdb.connect(":memory:") as engine:
        rows = engine.execute("SELECT * FROM read_parquet($days)", {"days": days}).fetchall()
    assert len(rows) > 20
    assert found_in(repr(rows)) == []
    texts = {value for row in rows for value in row if isinstance(value, str)}
    assert not [text for text in texts if "/" in text or "@" in text]


def test_a_machine_named_by_its_lease_is_not_kept_by_its_address(walk):
    content = b"".join(file.read_bytes() for file in (walk.home / "traffic" / "days").iterdir())
    assert b"192.0.2" not in content

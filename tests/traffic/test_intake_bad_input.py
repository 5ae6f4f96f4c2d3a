"""Is bad input one clear sentence, with everything else still read?"""

from __future__ import annotations

import gzip
import io
import lzma
import os
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
import zstandard

from staffroom.records.progress import Silence
from staffroom.traffic.intake import Intake
from staffroom.traffic.sources import NotFound, find_sources
from traffic.made_store import CATALOGUE, NOW, SCHOOL, ledger_of, open_store, prints_of, read_into, rows_of
from traffic.made_traffic import HOUR, MONDAY, Made, a_day, squid

TEXT = squid(a_day())
MANY = squid(Made(MONDAY + 997 * number, octets=number) for number in range(20_000))
LONG_ENOUGH = MANY[: MANY.index(b"\n", 400_000) + 1]  # for a pipe to be read in many parts
EMPTY = "It is empty."
NOT_TEXT = "It is not a text log. If it is packed, Staffroom reads gzip, zstd and xz."
CUT_SHORT = "It is damaged or cut short; what came before that was read."
DAMAGED_AT_ONCE = "It is damaged from its first bytes on, or not what its ending says."


def write(path: Path, text: bytes) -> Path:
    path.write_bytes(text)
    return path


@pytest.mark.parametrize(
    ("name", "text", "problem"),
    [
        ("empty.log", b"", EMPTY),
        ("empty.log.gz", gzip.compress(b"", mtime=0), EMPTY),
        ("binary.log", bytes(range(256)) * 40, NOT_TEXT),
        ("zeros.log", bytes(5_000), NOT_TEXT),
        ("prose.log", b"Dear all,\nthere is cake.\n", "It is in no format that Staffroom knows."),
        ("one_byte.log", b"x", "It is in no format that Staffroom knows."),
        ("bad.log.gz", b"\x1f\x8b and no more gzip than that", DAMAGED_AT_ONCE),
        ("bad.log.xz", b"\xfd7zXZ\x00 and no more xz than that", DAMAGED_AT_ONCE),
        ("bad.log.zst", b"\x28\xb5\x2f\xfd\xff\xff\xff and no more", DAMAGED_AT_ONCE),
        ("stub.log.gz", gzip.compress(TEXT, mtime=0)[:12], DAMAGED_AT_ONCE),
    ],
)
def test_what_cannot_be_read_is_one_sentence_and_the_others_are_read(
    tmp_path, path_taken, name, text, problem
):
    bad, good = write(tmp_path / name, text), write(tmp_path / "good.log", TEXT)
    outcomes = {one.name: one for one in read_into(tmp_path / "home", bad, good, kernels=path_taken)}
    assert outcomes[name].problem.startswith(problem)
    assert outcomes[name].is_unread
    assert outcomes[name].problem.endswith((".", ")."))
    assert outcomes["good.log"].kept > 0


@pytest.mark.parametrize("packed", [gzip.compress, lzma.compress])
@pytest.mark.parametrize("part", [0.3, 0.999])
def test_of_a_packed_log_cut_short_all_that_came_before_is_read_and_the_rest_when_it_comes(
    homes, tmp_path, path_taken, packed, part
):
    whole = packed(MANY)
    log = write(tmp_path / "access.log.packed", whole[: int(part * len(whole))])
    outcome = read_into(homes[0], log, kernels=path_taken)[0]
    assert (outcome.problem, outcome.is_unread) == (CUT_SHORT, False)
    assert outcome.kept > 0.5 * part * 20_000
    log.write_bytes(whole)
    again = read_into(homes[0], log, kernels=path_taken)[0]
    assert (again.problem, outcome.kept + again.kept) == ("", 20_000)
    read_into(homes[1], write(tmp_path / "access.log", MANY), kernels=path_taken)
    assert rows_of(homes[0]) == rows_of(homes[1])
    assert prints_of(homes[0]) == prints_of(homes[1])


def test_a_small_packed_log_cut_short_is_read_as_far_as_it_goes(tmp_path):
    log = write(tmp_path / "access.log.gz", gzip.compress(TEXT)[:-9])
    outcome = read_into(tmp_path / "home", log)[0]
    assert (outcome.problem, outcome.kept > 10) == (CUT_SHORT, True)


@pytest.mark.parametrize(
    ("name", "text"),
    [("access.log.gz", TEXT), ("access.log", gzip.compress(TEXT, mtime=0)), ("a.zst", lzma.compress(TEXT))],
)
def test_a_wrong_ending_makes_no_difference(tmp_path, path_taken, name, text):
    outcome = read_into(tmp_path / "home", write(tmp_path / name, text), kernels=path_taken)[0]
    assert (outcome.problem, outcome.tally.lines) == ("", TEXT.count(b"\n"))


@pytest.mark.parametrize("end", [b"", b"\n"])
def test_one_line_of_twenty_megabytes_is_counted_and_passed_over(tmp_path, path_taken, end):
    log = write(tmp_path / "access.log", TEXT + b"1" * 20_000_000 + end)
    outcome = read_into(tmp_path / "home", log, kernels=path_taken)[0]
    assert dict(outcome.tally.unreadable) == {"it is longer than 8 MB": 1}
    assert outcome.tally.lines == TEXT.count(b"\n")
    with log.open("ab") as file:
        file.write(b"\n" + squid([Made(MONDAY + 9 * HOUR)]))
    again = read_into(tmp_path / "home", log, kernels=path_taken)[0]
    assert (again.kept, again.repeated) == (1, 0)


def test_a_log_that_is_one_line_of_twenty_megabytes_holds_nothing(tmp_path, path_taken):
    log = write(tmp_path / "access.log", TEXT.splitlines()[0] + b"x" * 20_000_000)
    outcome = read_into(tmp_path / "home", log, kernels=path_taken)[0]
    assert (outcome.kept, dict(outcome.tally.unreadable)) == (0, {"it is longer than 8 MB": 1})


def test_a_size_that_no_request_has_cannot_stop_the_intake(tmp_path, path_taken):
    made = [Made(MONDAY + number, octets=10**18 - 1) for number in range(50)]
    assert (
        read_into(tmp_path / "home", write(tmp_path / "a.log", squid(made)), kernels=path_taken)[0].kept == 50
    )
    assert [dict(row[:-1])["octets"] for row in rows_of(tmp_path / "home")] == [50 << 36]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_log_that_may_not_be_read_is_said_to_be_so(tmp_path):
    log = write(tmp_path / "secret.log", TEXT)
    log.chmod(0)
    assert read_into(tmp_path / "home", log)[0].problem == "It may not be read. Check who may read the file."


def test_a_log_that_vanishes_before_it_is_opened_is_one_sentence(tmp_path):
    gone, good = write(tmp_path / "gone.log", TEXT), write(tmp_path / "good.log", TEXT)
    sources = find_sources([str(gone), str(good)])
    gone.unlink()
    intake = Intake(open_store(tmp_path / "home"), SCHOOL, CATALOGUE, now=NOW, kernels=None)
    outcomes = {one.name: one for one in intake.read(sources, Silence())}
    assert outcomes["gone.log"].problem == "It could not be opened: No such file or directory."
    assert outcomes["good.log"].kept > 0


@pytest.mark.parametrize("path", ["nothing.log", "empty_folder", "nothing*.log", "x" * 5_000], ids=range(4))
def test_a_path_that_means_no_log_is_one_sentence(tmp_path, path):
    (tmp_path / "empty_folder").mkdir()
    with pytest.raises(NotFound, match=r"^There is no log at .*\. Give a file, a folder, or a pattern"):
        find_sources([str(tmp_path / path)])


@pytest.mark.parametrize("packed", [bytes, gzip.compress, zstandard.ZstdCompressor().compress])
def test_standard_input_is_read_and_known_again_line_by_line(tmp_path, path_taken, monkeypatch, packed):
    home, found = tmp_path / "home", []
    for _ in range(2):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BufferedReader(io.BytesIO(packed(TEXT)))))
        outcome = read_into(home, "-", kernels=path_taken)[0]
        found.append((outcome.name, outcome.kept, outcome.repeated, outcome.pupils))
    assert found == [("standard input", 60, 0, 3), ("standard input", 0, 60, 3)]
    read_into(home, write(tmp_path / "access.log", TEXT), kernels=path_taken)
    assert len(prints_of(home)) == 60


def test_a_real_pipe_is_read(tmp_path):
    script = textwrap.dedent("""
        import sys
        from pathlib import Path
        from traffic.made_store import read_into
        print(read_into(Path(sys.argv[1]), "-")[0].kept)
    """)
    done = subprocess.run(
        [sys.executable, "-c", script, tmp_path / "home"], input=LONG_ENOUGH, capture_output=True, check=True,
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[1])}, timeout=60,
    )  # fmt: skip
    assert int(done.stdout) == LONG_ENOUGH.count(b"\n")


@pytest.mark.skipif(
    not Path("/proc/self/status").exists(), reason="no way here to see how much memory was used"
)
def test_a_packed_log_that_unpacks_to_hundreds_of_megabytes_takes_little_memory(tmp_path):
    """A decompression bomb: 300 MB of zeros behind a few honest lines."""
    with gzip.open(tmp_path / "bomb.log.gz", "wb", compresslevel=1) as file:
        file.write(TEXT)
        for _ in range(300):
            file.write(bytes(1 << 20))
        file.write(b"\n" + squid([Made(MONDAY + 9 * HOUR)]))
    script = textwrap.dedent("""
        import sys
        from pathlib import Path
        from traffic.made_store import read_into
        home, log = map(Path, sys.argv[1:])
        found = read_into(home, log)[0]
        status = Path("/proc/self/status").read_text().splitlines()
        highest = next(line for line in status if line.startswith("VmHWM:"))
        print(found.kept, sum(found.tally.unreadable.values()), highest.split()[1])
    """)
    done = subprocess.run(
        [sys.executable, "-c", script, tmp_path / "home", tmp_path / "bomb.log.gz"],
        capture_output=True, check=True, timeout=120,
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[1])},
    )  # fmt: skip
    kept, unreadable, kilobytes = map(int, done.stdout.split())
    assert (kept, unreadable) == (61, 1)
    assert kilobytes < 250_000
    assert ledger_of(tmp_path / "home")["lines"] == TEXT.count(b"\n") + 1

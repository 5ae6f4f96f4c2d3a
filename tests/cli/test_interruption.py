"""What happens when a run is stopped with Ctrl-C, or when two runs meet?"""

from __future__ import annotations

import signal
import subprocess
import time

import pytest

from cli.runs import figures_of, run, start

STOPPED = 130
CHUNK = 8 << 20  # bytes that are read before anything of them is looked at
PADDING = (
    b"1789387200.000 10 10.30.0.9 TCP_MISS/200 100 GET http://www.example.com/ - HIER_DIRECT/203.0.113.9 -\n"
)


def feed(process: subprocess.Popen[bytes], lines: bytes) -> None:
    """Give lines to a process that must take all but the last of them before this returns."""
    assert process.stdin is not None
    process.stdin.write(lines)
    process.stdin.flush()


def stop(process: subprocess.Popen[bytes]) -> tuple[str, str]:
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=60)
    return out.decode(), err.decode()


@pytest.fixture
def all_lines(logs) -> bytes:
    return b"".join(file.read_bytes() for file in sorted(logs.iterdir()))


def test_ctrl_c_keeps_what_was_read_and_the_next_run_goes_on(logs, all_lines, home, read_home):
    process = start("logs", "read", "-", home=home)
    feed(process, all_lines)
    feed(process, PADDING * (3 * CHUNK // len(PADDING)))
    time.sleep(1)
    out, err = stop(process)
    assert process.returncode == STOPPED
    assert "Traceback" not in err
    assert "Stopped. What was read so far is kept; the next run goes on from there." in err
    assert out == ""
    assert list((home / "traffic" / "days").iterdir()), "what was read was not kept"
    assert run("logs", "read", logs, home=home).code == 0
    assert figures_of(home)["visits"] == figures_of(read_home)["visits"]


def test_ctrl_c_before_anything_was_read_leaves_a_store_that_can_be_used(logs, home, read_home):
    process = start("logs", "read", "-", home=home)
    feed(process, b"1789387200.000 10 10.30.0.9 ")
    _wait_for(home / "traffic" / "keys" / "lines.key")
    time.sleep(0.5)
    _, err = stop(process)
    assert process.returncode == STOPPED
    assert "Traceback" not in err
    assert run("logs", "read", logs, home=home).code == 0
    assert figures_of(home) == figures_of(read_home)


@pytest.mark.parametrize(
    "second", [("logs", "read", "-"), ("report", "week", "-"), ("backup", "--plain", "{}/b.tar.gz")]
)
def test_a_second_run_says_that_another_is_at_it(second, home, tmp_path):
    process = start("logs", "read", "-", home=home)
    _wait_for(home / "traffic" / "keys" / "lines.key")
    try:
        done = run(*(word.format(tmp_path) for word in second), home=home)
    finally:
        process.kill()
        process.communicate()
    assert done.code == 1
    assert "Another run is reading logs for this school. Wait until it has ended" in done.err
    assert done.out == ""


def test_a_run_that_was_killed_does_not_lock_the_school_for_ever(monday, home):
    process = start("logs", "read", "-", home=home)
    _wait_for(home / "traffic" / "keys" / "lines.key")
    process.kill()
    process.communicate()
    assert run("logs", "read", monday, home=home).code == 0


def test_a_reader_of_the_output_that_goes_away_is_no_error(read_home):
    process = start("report", "week", "--json", home=read_home)
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    assert "Traceback" not in process.stderr.read().decode()
    process.wait(timeout=60)
    process.stderr.close()


def _wait_for(path) -> None:
    for _ in range(200):
        if path.exists():
            return
        time.sleep(0.05)
    raise AssertionError(f"{path.name} was not written.")

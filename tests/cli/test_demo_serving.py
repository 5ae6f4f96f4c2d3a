"""Does `staffroom demo --serve` serve the whole made school, and end when it is told to?"""

from __future__ import annotations

import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from cli.runs import COMMAND, run, validated

pytestmark = pytest.mark.allow_hosts(["127.0.0.1"])
PATIENCE = 240.0  # seconds, on a machine with much else to do
FREE = "import socket; s = socket.socket(); s.bind(('127.0.0.1', 0)); print(s.getsockname()[1])"


def surroundings(**more: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("STAFFROOM_")}
    return kept | {"STAFFROOM_PLAIN": "1"} | more


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    """A demonstration that serves: its folder, its port, its process, and the file of what it said."""
    base = tmp_path_factory.mktemp("serving")
    folder, out = base / "demo", base / "out"
    port = subprocess.run(
        [sys.executable, "-c", FREE], capture_output=True, check=True, text=True
    ).stdout.strip()
    command = [*COMMAND, "demo", "--into", str(folder), "--lines", "1000", "--serve", "--port", port]
    unused = surroundings(DATABASE_URL="sqlite:///nowhere/at/all", STAFFROOM_ADDRESS="https://real.example")
    with out.open("wb") as written:
        process = subprocess.Popen(command, env=unused, stdout=written, stderr=subprocess.STDOUT)
        try:
            wait_for("Stop it with Ctrl-C.", process, out)
            yield folder, int(port), process, out
        finally:
            if process.poll() is None:
                process.kill()
            process.wait(timeout=30)


def wait_for(words: str, process, out: Path) -> None:
    deadline = time.monotonic() + PATIENCE
    while words not in out.read_text():
        assert process.poll() is None, out.read_text()
        assert time.monotonic() < deadline, out.read_text()
        time.sleep(0.2)


def get(port: int, path: str) -> tuple[int, str]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("GET", path)
    answered = connection.getresponse()
    return answered.status, answered.read().decode()


def test_it_reports_fills_prints_the_sign_ins_serves_and_ends(served):
    folder, port, process, out = served
    status, page = get(port, "/sign-in/")
    assert status == 200
    assert "Hollybank School" in page
    assert "This is a demonstration." in page
    said = out.read_text()
    for words in ("How far from the truth?", "Bringing the policy into force.", "The password of all is:",
                  "Headteacher", "Volunteer", "hollybank.example", f"http://localhost:{port}"):  # fmt: skip
        assert words in said, words
    assert '"event"' not in said
    log = folder / "office" / "servers.log"
    assert str(log) in said
    assert '"event"' in log.read_text()
    assert (folder / "office" / "office.sqlite3").is_file()
    process.send_signal(signal.SIGTERM)
    assert process.wait(timeout=60) == 0
    assert out.read_text().rstrip().endswith("Stopped.")
    looked_over = run("doctor", "--school", folder / "office")
    assert looked_over.code == 0, looked_over.said


def test_the_office_can_be_filled_without_being_served_and_made_afresh(tmp_path):
    folder = tmp_path / "demo"
    arguments = ("demo", "--into", folder, "--lines", "1000", "--office", "--json")
    first, again = run(*arguments, home=tmp_path), run(*arguments, home=tmp_path)
    assert first.code == again.code == 0, first.err + again.err
    made = validated("demo", again.out)["office"]
    assert made == json.loads(first.out)["office"]
    assert all(one["email"].endswith(".example") for one in made["sign_ins"])


def test_a_port_that_is_taken_is_said_before_anything_is_made(tmp_path):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        done = run("demo", "--into", tmp_path / "x", "--serve", "--port", str(taken.getsockname()[1]))
    assert done.code == 1
    assert "Choose another with --port." in done.err
    assert not (tmp_path / "x").exists()


def test_one_document_cannot_be_printed_while_it_is_served(tmp_path):
    done = run("demo", "--into", tmp_path / "x", "--serve", "--json")
    assert done.code == 2
    assert not (tmp_path / "x").exists()

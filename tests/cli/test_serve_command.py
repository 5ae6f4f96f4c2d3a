"""Does one command run all that a small school needs, keep it running, and end it all together?"""

from __future__ import annotations

import http.client
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from cli.runs import COMMAND, run
from school.made_office import own_database, python

pytestmark = [
    pytest.mark.allow_hosts(["127.0.0.1"]),
    pytest.mark.skipif(
        not Path("/proc/self/task").exists(), reason="It looks for processes as Linux has them."
    ),
]

PATIENCE = 60.0
FREE = "import socket; s = socket.socket(); s.bind(('127.0.0.1', 0)); print(s.getsockname()[1])"


class Served:
    """A running `staffroom serve`, and what it has said so far."""

    def __init__(self, environment: dict[str, str], folder: Path, *more: str) -> None:
        self.port = int(subprocess.run([sys.executable, "-c", FREE], capture_output=True, check=True).stdout)
        self.environment = environment
        self.out, self.err = folder / "out", folder / "err"
        command = [*COMMAND, "serve", "--port", str(self.port), *more]
        with self.out.open("wb") as out, self.err.open("wb") as err:
            self.process = subprocess.Popen(command, env=environment, stdout=out, stderr=err)

    @property
    def said(self) -> str:
        return self.out.read_text()

    def wait_for(self, words: str) -> None:
        self._wait(lambda: words in self.said, words)

    def wait_for_line(self, event: str) -> None:
        self._wait(lambda: event in self.err.read_text(), event)

    def _wait(self, is_so, what: str) -> None:
        deadline = time.monotonic() + PATIENCE
        while not is_so():
            assert self.process.poll() is None, self.err.read_text()
            assert time.monotonic() < deadline, f"{what!r} was not said: {self.said} {self.err.read_text()}"
            time.sleep(0.1)

    def children(self) -> dict[int, str]:
        """Return what runs below it, by number: the command of each."""
        pid = self.process.pid
        numbers = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
        commands = {int(one): Path(f"/proc/{one}/cmdline").read_text().replace("\0", " ") for one in numbers}
        return {number: command for number, command in commands.items() if command}

    def child(self, word: str) -> int:
        (found,) = [number for number, command in self.children().items() if word in command]
        return found

    def get(self, path: str) -> tuple[int, str]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        connection.request("GET", path)
        answered = connection.getresponse()
        return answered.status, answered.read().decode()

    def end(self, number: int) -> int:
        if self.process.poll() is None:
            self.process.send_signal(number)
        return self.process.wait(timeout=PATIENCE)


def begin(folder: Path, environment: dict[str, str], *more: str) -> Served:
    served = Served(environment, folder, *more)
    served.wait_for("Stop it with Ctrl-C.")
    return served


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    home = tmp_path_factory.mktemp("serve") / "home"
    home.parent.mkdir(exist_ok=True)
    with own_database(home) as environment:
        yield environment | {"STAFFROOM_LOG": "json"}


@pytest.fixture
def served(office, tmp_path):
    one = begin(tmp_path, office)
    yield one
    one.end(signal.SIGTERM)


def test_one_command_answers_pages_keeps_time_and_ends_everything_together(office, served):
    assert f"Staffroom is at http://127.0.0.1:{served.port}\n" in served.said
    status, page = served.get("/sign-in/")
    assert (status, "<h1" in page) == (200, True)
    assert served.get("/healthz")[1].startswith("ok\n")
    served.wait_for_line("clock begun")
    children = served.children()
    assert len(children) == 3
    assert served.end(signal.SIGTERM) == 0
    assert served.said.endswith("Stopping.\nStopped.\n")
    assert "clock ended" in served.err.read_text()
    assert not [number for number in children if Path(f"/proc/{number}").exists()]
    script = (
        "import django; django.setup();"
        "from staffroom.school.clock.models import *;"
        "print(Run.objects.filter(ended_at=None).count(), Keeper.objects.get().holder == '')"
    )
    assert python("-c", script, environment=office) == "0 True\n"


def test_what_dies_is_started_again_and_said(served):
    dead = served.child("staffroom.jobs")
    os.kill(dead, signal.SIGKILL)
    served.wait_for("The clock stopped, and will start again in 1 s.")
    deadline = time.monotonic() + PATIENCE
    while not any("staffroom.jobs" in one for number, one in served.children().items() if number != dead):
        assert time.monotonic() < deadline
        time.sleep(0.1)
    os.kill(served.child("gunicorn"), signal.SIGKILL)
    served.wait_for("The web pages stopped, and will start again in 1 s.")


def test_ctrl_c_ends_everything_too(served):
    assert served.end(signal.SIGINT) == 0
    assert served.said.endswith("Stopping.\nStopped.\n")
    assert "Traceback" not in served.said + served.err.read_text()


def test_no_line_of_the_log_of_a_real_server_holds_what_a_stranger_sent(served):
    canaries = ("/nightjar/?q=nightjar", "/notices/nightjar/", "/static/nightjar.css")
    for path in canaries:
        served.get(path)
    for request in (
        b"NIGHTJAR / HTTP/1.1\r\nHost: nightjar.example\r\n\r\n",
        b"nightjar\r\n\r\n",
        b"GET / x\r\n\r\n",
    ):
        connection = http.client.HTTPConnection("127.0.0.1", served.port, timeout=30)
        connection.connect()
        connection.sock.sendall(request)
        connection.sock.recv(100)
        connection.close()
    served.end(signal.SIGTERM)
    log = served.err.read_text()
    assert log.count('"event": "answered"') >= 3
    assert "nightjar" not in (log + served.said).lower()
    assert all(json.loads(line) for line in log.splitlines())


def test_a_port_that_is_taken_is_said_before_anything_is_done(office, served):
    done = run("serve", "--port", served.port, home=Path(office["STAFFROOM_HOME"]))
    assert done.code == 1
    assert f"Port {served.port} at 127.0.0.1 cannot be used" in done.err


def test_everywhere_is_no_address_that_people_can_be_told(tmp_path):
    done = run("serve", "--address", "0.0.0.0", home=tmp_path / "home")
    assert done.code == 1
    assert "Say where people find Staffroom first" in done.err
    assert not (tmp_path / "home").exists()


def test_a_database_that_cannot_be_made_ready_is_one_sentence(tmp_path):
    (tmp_path / "office.sqlite3").write_text("this is no database")
    port = (
        subprocess.run([sys.executable, "-c", FREE], capture_output=True, check=True).stdout.decode().strip()
    )
    done = run("serve", "--port", port, home=tmp_path)
    assert done.code == 1
    assert "The database could not be made ready." in done.err


def test_a_clock_of_its_own_waits_while_another_works_and_takes_over(office, served, tmp_path):
    served.wait_for_line("clock begun")
    with (tmp_path / "clock").open("wb") as err:
        alone = subprocess.Popen([*COMMAND, "clock"], env=office, stderr=err)
    try:
        time.sleep(3)
        assert "clock begun" not in (tmp_path / "clock").read_text()
        served.end(signal.SIGTERM)
        deadline = time.monotonic() + PATIENCE
        while "clock begun" not in (tmp_path / "clock").read_text():
            assert alone.poll() is None
            assert time.monotonic() < deadline
            time.sleep(0.2)
    finally:
        alone.terminate()
        assert alone.wait(timeout=PATIENCE) == 0
    assert "clock ended" in (tmp_path / "clock").read_text()

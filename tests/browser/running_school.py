"""The real product, running for a browser: gunicorn on a free port, in a folder of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

TESTS = Path(__file__).parents[1]
SECONDS_TO_START = 60
FREE_PORT = "import socket; s = socket.socket(); s.bind(('127.0.0.1', 0)); print(s.getsockname()[1])"


@dataclass(frozen=True)
class RunningSchool:
    """A school that answers at `address`; `sessions` are those of its people, by post.

    The address says localhost, because a passkey is made for a name and never for a number.
    """

    address: str
    environment: dict[str, str]
    sessions: dict[str, str] = field(default_factory=dict)

    def run(self, module: str, *arguments: str) -> Any:
        """Run a module inside the school, such as "browser.made_school", and return the JSON it prints."""
        command = [sys.executable, "-m", module, *arguments]
        done = subprocess.run(command, env=self.environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout) if done.stdout.strip() else None


@contextmanager
def running(folder: Path, *, made_by: str = "", **settings: str) -> Iterator[RunningSchool]:
    """Migrate a school in a folder, let a module make its people, and serve it until the block ends."""
    port = subprocess.run([sys.executable, "-c", FREE_PORT], capture_output=True, text=True, check=True)
    address = f"http://localhost:{port.stdout.strip()}"
    school = RunningSchool(address, _environment(folder, address) | settings)
    school.run("django", "migrate", "--verbosity", "0")
    sessions = school.run(made_by) if made_by else {}
    with _serving(school, folder, port.stdout.strip()):
        yield RunningSchool(address, school.environment, sessions)


def _environment(folder: Path, address: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("STAFFROOM_")}
    kept.pop("DATABASE_URL", None)
    return kept | {
        "STAFFROOM_HOME": str(folder),
        "STAFFROOM_ADDRESS": address,
        "DJANGO_SETTINGS_MODULE": "staffroom.config.settings",
        "PYTHONPATH": str(TESTS),
    }


@contextmanager
def _serving(school: RunningSchool, folder: Path, port: str) -> Iterator[None]:
    command = [sys.executable, "-m", "gunicorn", "--bind", f"127.0.0.1:{port}", "--threads", "4"]
    log = folder / "server.log"
    with log.open("w") as written:
        server = subprocess.Popen(
            [*command, "staffroom.config.wsgi"], env=school.environment, stdout=written, stderr=written
        )
        try:
            _wait_for(f"http://127.0.0.1:{port}/healthz", server, log)
            yield
        finally:
            server.terminate()
            server.wait(timeout=30)


def _wait_for(address: str, server: subprocess.Popen[bytes], log: Path) -> None:
    for _ in range(SECONDS_TO_START * 10):
        assert server.poll() is None, log.read_text("utf-8")
        try:
            with urllib.request.urlopen(address, timeout=20):
                return
        except OSError:  # not there yet, or slow
            time.sleep(0.1)
    raise AssertionError(f"The school did not start: {log.read_text('utf-8')}")

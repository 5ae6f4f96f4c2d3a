"""How are several processes started, watched, started again and stopped together?"""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import Final

LOOKS: Final = 0.2  # seconds between two looks
FIRST_PAUSE: Final = 1.0
LONGEST_PAUSE: Final = 30.0
STEADY: Final = 60.0  # seconds after which a process counts as running well
PATIENCE: Final = 25.0  # seconds that all processes together have to end


@dataclass(frozen=True, slots=True)
class Child:
    """A process to run: what people call it, and what Python is to run."""

    name: str
    arguments: list[str]


class Family:
    """Runs some processes; one that dies is started again after a pause that grows."""

    def __init__(
        self,
        children: list[Child],
        environment: Mapping[str, str],
        *,
        say: Callable[[str], None],
        log: Path | None = None,
    ) -> None:
        """Bring them together. `log` is a file for what they print, None to let them print it."""
        self._environment = environment
        self._say = say
        self._members = [_Member(child, log) for child in children]

    def start(self) -> None:
        """Start them all."""
        for member in self._members:
            member.start(self._environment)

    def watch(self, stopping: threading.Event) -> None:
        """Start again whatever dies, until `stopping` is set."""
        while not stopping.wait(LOOKS):
            for member in self._members:
                said = member.look(self._environment, time.monotonic())
                if said:
                    self._say(said)

    def stop(self) -> None:
        """Ask them all to end, and end those that do not within their time."""
        deadline = time.monotonic() + PATIENCE
        for member in self._members:
            member.ask_to_end()
        for member in self._members:
            member.see_ended(max(0.1, deadline - time.monotonic()))


class _Member:
    def __init__(self, child: Child, log: Path | None) -> None:
        self._child = child
        self._log = log
        self._process: subprocess.Popen[bytes] | None = None
        self._begun = 0.0
        self._pause = FIRST_PAUSE
        self._again_at: float | None = None

    def start(self, environment: Mapping[str, str]) -> None:
        self._begun = time.monotonic()
        self._again_at = None
        command = [sys.executable, *self._child.arguments]
        with self._log.open("ab") if self._log else nullcontext() as log:
            self._process = subprocess.Popen(
                command, env=dict(environment), stdin=subprocess.DEVNULL, stdout=log, stderr=log
            )

    def look(self, environment: Mapping[str, str], at: float) -> str:
        """Notice a death, or the end of the pause after one; return what there is to say of it."""
        if self._again_at is not None:
            if at >= self._again_at:
                self.start(environment)
            return ""
        if self._process is None or self._process.poll() is None:
            return ""
        if at - self._begun > STEADY:
            self._pause = FIRST_PAUSE
        pause, self._pause = self._pause, min(2 * self._pause, LONGEST_PAUSE)
        self._again_at = at + pause
        return f"{self._child.name} stopped, and will start again in {pause:.0f} s."

    def ask_to_end(self) -> None:
        if self._process is not None and self._process.poll() is None:
            self._process.terminate()

    def see_ended(self, patience: float) -> None:
        if self._process is None:
            return
        try:
            self._process.wait(patience)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

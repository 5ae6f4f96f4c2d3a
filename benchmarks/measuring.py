"""How is a whole process measured: wall clock, processor time and peak memory?"""

from __future__ import annotations

import os
import statistics
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Measured:
    """One command's figures; the medians of its runs."""

    name: str
    wall: float
    cpu: float
    memory_mb: float
    runs: int
    note: str = ""


def measure(
    name: str,
    command: Sequence[str],
    *,
    runs: int = 1,
    before: Sequence[Sequence[str]] = (),
    environment: dict[str, str] | None = None,
    seconds: int = 1800,
    note: str = "",
) -> Measured | None:
    """Run a command some times and return its medians; None where it is not installed or does not end."""
    figures = []
    for _ in range(runs):
        for each in before:
            subprocess.run(each, check=False, capture_output=True)
        try:
            figures.append(_run(command, environment, seconds))
        except FileNotFoundError:
            return None
        except subprocess.TimeoutExpired:
            return Measured(name, seconds, seconds, 0, 1, "stopped, unfinished")
    wall, cpu, memory = (statistics.median(column) for column in zip(*figures, strict=True))
    return Measured(name, wall, cpu, memory, runs, note)


def median_of(rows: Sequence[Measured]) -> Measured:
    """Make one row of the runs of one command: the median of each figure; the slowest run's note."""
    wall, cpu, memory = (
        statistics.median(column)
        for column in zip(*((row.wall, row.cpu, row.memory_mb) for row in rows), strict=True)
    )
    slowest = max(rows, key=lambda row: row.wall)  # the one that says so if it was stopped
    return Measured(rows[0].name, wall, cpu, memory, sum(row.runs for row in rows), slowest.note)


def _run(
    command: Sequence[str], environment: dict[str, str] | None, seconds: int
) -> tuple[float, float, float]:
    """Run a command to its end; the operating system says what it and its children used."""
    begun = time.monotonic()
    process = subprocess.Popen(
        list(command),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, **(environment or {})},
    )
    while True:
        ended, _, usage = os.wait4(process.pid, os.WNOHANG)
        if ended:
            break
        if time.monotonic() - begun > seconds:
            process.kill()
            os.wait4(process.pid, 0)
            raise subprocess.TimeoutExpired(command, seconds)
        time.sleep(0.002)
    process.returncode = 0
    return time.monotonic() - begun, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def machine() -> str:
    """Describe the machine in a line."""
    model = "unknown processor"
    info = Path("/proc/cpuinfo")
    if info.is_file():
        names = [
            line.split(":", 1)[1].strip() for line in info.read_text().splitlines() if "model name" in line
        ]
        model = names[0] if names else model
    return f"{os.cpu_count()} cores, {model}"

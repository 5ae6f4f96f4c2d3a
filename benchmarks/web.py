"""How long do fifty people wait for pages of a large school, on SQLite and on PostgreSQL?

The school has 10,000 people and five years of acknowledgements, notices, evidence and audit lines. It is made
once, under build/. The pages are answered as `staffroom serve` has them answered, by gunicorn with eight
threads in one process, and in two; without the clock and the worker, which wait most of the time. First the
clients think for some seconds between pages, as people do; then they do not, which shows how much can be
answered. The clients share the machine with what they measure.
"""

from __future__ import annotations

import argparse
import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from crowd import Client, Page, Waited, open_pages, percentiles
from measuring import machine

HERE = Path(__file__).parent
ROOT = HERE.parent
HOME = ROOT / "build" / "large-school"
THREADS = 8  # as `staffroom serve` begins with
SECONDS_TO_START = 60
THINKS = 5.0  # seconds
DATABASES = ("SQLite", "PostgreSQL")


def main() -> None:
    """Measure both databases, each with one process and with two, and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--databases", nargs="+", default=DATABASES, choices=DATABASES)
    parser.add_argument("--workers", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--here", choices=DATABASES, help="measure the database of this environment")
    asked = parser.parse_args()
    if asked.here:
        measure(asked.here, asked.workers, asked.rounds)
        return
    print(f"{machine()}; load when it began: {os.getloadavg()[0]:.1f}\n", flush=True)
    for database in asked.databases:
        _run(database, asked.workers, asked.rounds)


def _run(database: str, workers: list[int], rounds: int) -> None:
    command = [sys.executable, __file__, "--here", database, "--rounds", str(rounds), "--workers"]
    command += map(str, workers)
    if database == "PostgreSQL":
        command = [sys.executable, str(ROOT / "tests" / "with_postgresql.py"), *command]
    surroundings = os.environ | {"STAFFROOM_HOME": str(HOME), "POSTGRESQL_FSYNC": "on"}
    surroundings.pop("DATABASE_URL", None)
    subprocess.run(command, check=True, env=surroundings, cwd=HERE)


def measure(database: str, workers: list[int], rounds: int) -> None:
    """Make the school where it is not there, and print what was waited."""
    HOME.mkdir(parents=True, exist_ok=True)
    for program in ("-m staffroom.config.first_run", "large_school.py"):
        subprocess.run([sys.executable, *program.split()], check=True, stdout=subprocess.DEVNULL, cwd=HERE)
    made = subprocess.run(
        [sys.executable, "large_clients.py"], check=True, capture_output=True, text=True, cwd=HERE
    ).stdout
    found = json.loads(made)
    clients = [Client(**one) for one in found["clients"]]
    pages = [Page(**one) for one in found["pages"]]
    for number in workers:
        for thinks in (THINKS, 0.0):
            _measure_one(database, number, thinks, clients, pages, rounds)


def _measure_one(
    database: str, workers: int, thinks: float, clients: list[Client], pages: list[Page], rounds: int
) -> None:
    with _server(workers) as port:
        _refuse_failures(open_pages(port, clients[: THREADS * workers], pages, rounds=2))  # and warm up
        waited = open_pages(port, clients, pages, rounds=rounds, thinks=thinks)
    pause = f"{thinks:.0f} s between pages" if thinks else "no time between pages"
    processes = "one process" if workers == 1 else f"{workers} processes"
    print(f"{database}, {processes}, {len(clients)} clients, {pause}; load {os.getloadavg()[0]:.1f}\n")
    write_table(waited, pages)


def _refuse_failures(waited: Waited) -> None:
    """End where pages are not answered: a refusal is quick, and its figures would say nothing."""
    failed = [name for name, number in waited.failed.items() if number]
    if failed:
        raise SystemExit(
            f"Not answered: {', '.join(failed)}. If the made school is an old one, delete {HOME}."
        )


def write_table(waited: Waited, pages: list[Page]) -> None:
    """Print a row for each page, and one for all."""
    print("| page | p50 ms | p95 ms | p99 ms | pages | failed | pages a second |")
    print("|---|--:|--:|--:|--:|--:|--:|")
    rows = [(one.name, waited.by_page[one.name], waited.failed[one.name]) for one in pages]
    for name, figures, failed in [*rows, ("all", waited.every(), sum(waited.failed.values()))]:
        p50, p95, p99 = percentiles(figures)
        rate = len(figures) / waited.seconds
        print(f"| {name} | {p50:.0f} | {p95:.0f} | {p99:.0f} | {len(figures)} | {failed} | {rate:.1f} |")
    print(flush=True)


@contextmanager
def _server(workers: int) -> Iterator[int]:
    """Answer pages until the block ends, as `staffroom serve` does; give the port."""
    port = _free_port()
    surroundings = os.environ | {"DJANGO_SETTINGS_MODULE": "staffroom.config.settings"}
    command = [sys.executable, "-m", "gunicorn", "--bind", f"127.0.0.1:{port}", "--workers", str(workers)]
    command += ["--threads", str(THREADS), "--no-control-socket", "--log-level", "critical"]
    command += ["--timeout", "120", "--graceful-timeout", "15", "staffroom.config.wsgi"]
    with open(os.devnull, "w") as nowhere:
        server = subprocess.Popen(command, env=surroundings, stdout=nowhere, stderr=nowhere)
    try:
        _wait_for(port)
        yield port
    finally:
        server.terminate()
        server.wait(30)


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def _wait_for(port: int) -> None:
    for _ in range(SECONDS_TO_START * 10):
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise TimeoutError("The server did not answer.")


if __name__ == "__main__":
    main()

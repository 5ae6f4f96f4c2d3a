"""The commands that run the web application, and what happens by the clock."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Final

import click

from staffroom.cli.children import Child, Family
from staffroom.cli.home import HOME, Home, find_home, school_option

SETTINGS: Final = "staffroom.config.settings"
ADDRESS: Final = "STAFFROOM_ADDRESS"
EVERYWHERE: Final = ("0.0.0.0", "::", "*")  # noqa: S104  looked for, not listened on
LOOKS: Final = 0.1  # seconds between two looks whether pages are answered


@click.command(
    short_help="Run the web application, with all that belongs to it.",
    epilog="Example: staffroom serve --port 8000",
)
@click.option("--address", default="127.0.0.1", show_default=True, help="The address to listen at.")
@click.option(
    "--port", default=8000, show_default=True, type=click.IntRange(1, 65_535), help="The port to listen at."
)
@click.option(
    "--threads", default=8, show_default=True, type=click.IntRange(1, 64), help="How many pages at once."
)
@school_option
def serve(address: str, port: int, threads: int, school: Path | None) -> None:
    """Run the web application, the clock and the worker for a small school, until Ctrl-C or SIGTERM.

    The database is brought up to date first. What stops by itself is started again. Larger schools run the
    three apart: docs/running.md shows how.
    """
    environment = surroundings(find_home(school), address, port)
    refuse_taken(address, port)
    run_office(environment, address, port, threads=threads, greet=_say_where)


def run_office(
    environment: dict[str, str],
    address: str,
    port: int,
    *,
    threads: int,
    greet: Callable[[str, str], None],
    log: Path | None = None,
) -> None:
    """Run an office until Ctrl-C or SIGTERM.

    `greet` is called once pages are answered, with the address and the link to the first steps, "" when they
    are done. `log` is a file for what the processes print, None to let them print it.
    """
    stopping = _stopping()
    click.echo("Staffroom is getting ready.")
    link = _prepare(environment)
    family = Family(_children(address, port, threads), environment, say=click.echo, log=log)
    family.start()
    try:
        if _wait_for_pages(address, port, stopping):
            greet(environment[ADDRESS], link)
        family.watch(stopping)
    finally:
        click.echo("Stopping.")
        family.stop()
    click.echo("Stopped.")


@click.command(
    short_help="Run only what happens by the clock.",
    epilog="Example: staffroom clock",
)
@school_option
def clock(school: Path | None) -> None:
    """Do what happens by the clock, such as delivering notices, until Ctrl-C or SIGTERM.

    `staffroom serve` has a clock of its own. Of several clocks of one school, one works and the others wait.
    """
    environment = os.environ | {HOME: str(find_home(school).folder), "DJANGO_SETTINGS_MODULE": SETTINGS}
    os.execve(sys.executable, [sys.executable, "-m", "staffroom.jobs"], environment)  # noqa: S606


def surroundings(home: Home, address: str, port: int) -> dict[str, str]:
    """Return the environment of the processes that are run.

    STAFFROOM_ADDRESS says where people find Staffroom; without it, that is where it listens.
    """
    if address in EVERYWHERE and not os.environ.get(ADDRESS):
        raise click.ClickException(
            f"Say where people find Staffroom first, such as {ADDRESS}=https://staffroom.school.example"
        )
    host = f"[{address}]" if ":" in address else address
    return os.environ | {
        HOME: str(home.folder.resolve()),
        "DJANGO_SETTINGS_MODULE": SETTINGS,
        ADDRESS: os.environ.get(ADDRESS) or f"http://{host}:{port}",
    }


def _children(address: str, port: int, threads: int) -> list[Child]:
    host = f"[{address}]" if ":" in address else address
    # Gunicorn itself would write addresses of people into its log, so it says only why it ends.
    pages = ["gunicorn", "--bind", f"{host}:{port}", "--workers", "1", "--threads", str(threads)]
    pages += ["--no-control-socket", "--log-level", "critical", "--timeout", "120"]
    pages += ["--graceful-timeout", "15"]
    work = ["django", "db_worker", "--interval", "2", "--no-startup-delay", "--verbosity", "0"]
    return [
        Child("The web pages", ["-m", *pages, "staffroom.config.wsgi"]),
        Child("The clock", ["-m", "staffroom.jobs"]),
        Child("The worker", ["-m", *work]),
    ]


def refuse_taken(address: str, port: int) -> None:
    """Say in one sentence that a port is taken; nothing where it is free."""
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as one:
        one.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            one.bind((address, port))
        except OSError as error:
            sentence = (
                f"Port {port} at {address} cannot be used: {error.strerror}. Choose another with --port."
            )
            raise click.ClickException(sentence) from error


def _stopping() -> threading.Event:
    stopping = threading.Event()
    stop: Callable[..., None] = lambda *_: stopping.set()  # noqa: E731
    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)
    return stopping


def _prepare(environment: dict[str, str]) -> str:
    """Bring the database up to date, and return the link to the first steps while they are not finished."""
    done = subprocess.run(
        [sys.executable, "-m", "staffroom.config.first_run"],
        env=environment, stdout=subprocess.PIPE, text=True, check=False,
    )  # fmt: skip
    if done.returncode != 0:
        raise click.ClickException(
            "The database could not be made ready. Look it over with: staffroom doctor"
        )
    link: str = json.loads(done.stdout)["set_up"]
    return link


def _wait_for_pages(address: str, port: int, stopping: threading.Event) -> bool:
    target = ("127.0.0.1" if address in EVERYWHERE else address, port)
    while not stopping.wait(LOOKS):
        try:
            with socket.create_connection(target, timeout=1):
                return True
        except OSError:
            continue
    return False


def _say_where(address: str, link: str) -> None:
    click.echo(f"Staffroom is at {address}")
    if link:
        click.echo(f"Begin here; the link works once: {address}{link}")
    click.echo("Stop it with Ctrl-C.")

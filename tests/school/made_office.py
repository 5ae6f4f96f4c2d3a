"""An office of its own, in a database of its own, for what several processes do at once."""

from __future__ import annotations

import os
import secrets
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg


def is_on_postgresql() -> bool:
    return os.environ.get("DATABASE_URL", "").startswith("postgres")


@contextmanager
def own_database(folder: Path) -> Iterator[dict[str, str]]:
    """Give the environment of an empty office: SQLite in the folder, or a new database of PostgreSQL."""
    environment = {
        "PATH": os.environ["PATH"],
        "LANG": "C.UTF-8",
        "HOME": str(folder),
        "STAFFROOM_HOME": str(folder),
        "DJANGO_SETTINGS_MODULE": "staffroom.config.settings",
        "STAFFROOM_PLAIN": "1",
        "PYTHONPATH": str(Path(__file__).parents[1]),
    }
    if not is_on_postgresql():
        yield environment
        return
    server = os.environ["DATABASE_URL"]
    name = f"office_{secrets.token_hex(4)}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
        try:
            yield environment | {"DATABASE_URL": urlunsplit(urlsplit(server)._replace(path=f"/{name}"))}
        finally:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


@contextmanager
def own_office(folder: Path) -> Iterator[dict[str, str]]:
    """Give the environment of an office whose tables are made."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    with own_database(folder) as environment:
        python("-m", "django", "migrate", "--verbosity", "0", environment=environment)
        yield environment


def python(*arguments: str, environment: dict[str, str]) -> str:
    """Run Python to its end, and return what it printed."""
    done = subprocess.run(
        [sys.executable, *arguments],
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def start_python(*arguments: str, environment: dict[str, str]) -> subprocess.Popen[str]:
    """Start Python and leave it running."""
    pipe = subprocess.PIPE
    return subprocess.Popen(
        [sys.executable, *arguments], env=environment, stdin=pipe, stdout=pipe, stderr=pipe, text=True
    )

"""How is DuckDB started, and where do its questions stand?"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib.resources import files

import duckdb

from staffroom.traffic.state import Unusable

DAMAGED = (duckdb.OperationalError, duckdb.DataError, duckdb.InternalError, duckdb.InvalidInputException)
CANNOT_BE_USED = "The evidence in the store cannot be read or written. Look it over with: staffroom doctor"


@contextmanager
def open_engine(*, threads: int = 2) -> Iterator[duckdb.DuckDBPyConnection]:
    """Give a connection of its own to an engine in memory that cannot reach the network or load anything.

    Its tables and views have to be temporary ones: those go with the connection.
    Raises Unusable where a file of evidence is damaged or gone, or the disk does not do its part.
    """
    try:
        with _engine(threads, os.getpid()).cursor() as connection:
            yield connection
    except DAMAGED as error:
        _engine.cache_clear()  # an engine that met a fault of its own answers nothing any more
        raise Unusable(CANNOT_BE_USED) from error


@cache
def _engine(threads: int, process: int) -> duckdb.DuckDBPyConnection:
    """Start an engine once for a process, for that takes longer than most questions do."""
    config = {
        "threads": threads,
        "memory_limit": "200MB",
        "temp_directory": "",  # what does not fit is an error, never a file somewhere on the disk
        "autoinstall_known_extensions": False,
        "autoload_known_extensions": False,
        "python_enable_replacements": False,
    }
    return duckdb.connect(":memory:", config=config)


@cache
def question(name: str) -> str:
    """Return the text of `sql/<name>.sql`."""
    return (files("staffroom.traffic") / "sql" / f"{name}.sql").read_text("utf-8")


def quoted(path: str) -> str:
    """Return a path as it stands between single quotes in SQL."""
    return path.replace("'", "''")

"""How is DuckDB started, and where do its questions stand?"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import duckdb


def open_engine(*, threads: int = 2) -> duckdb.DuckDBPyConnection:
    """Start an engine in memory that cannot reach the network or load anything."""
    return duckdb.connect(
        ":memory:",
        config={
            "threads": threads,
            "memory_limit": "200MB",
            "autoinstall_known_extensions": False,
            "autoload_known_extensions": False,
            "python_enable_replacements": False,
        },
    )


@cache
def question(name: str) -> str:
    """Return the text of `sql/<name>.sql`."""
    return (files("staffroom.traffic") / "sql" / f"{name}.sql").read_text("utf-8")


def quoted(path: str) -> str:
    """Return a path as it stands between single quotes in SQL."""
    return path.replace("'", "''")

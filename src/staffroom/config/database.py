"""Which database does the office use, and how is it opened?"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import dj_database_url

SQLITE = "office.sqlite3"
KEPT_OPEN = 60  # seconds; opening a database anew for every page costs more than most pages do

# WAL lets pages be read while something is written; FULL survives a power cut. Recursive triggers make
# INSERT OR REPLACE fire the triggers that keep the audit log append-only.
PRAGMAS = (
    "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; "
    "PRAGMA recursive_triggers = ON;"
)


def describe_database(environment: Mapping[str, str], folder: Path) -> dict[str, Any]:
    """Describe the database to Django: DATABASE_URL where it is given, else SQLite in the folder."""
    address = environment.get("DATABASE_URL", "")
    if address:
        described: dict[str, Any] = dict(
            dj_database_url.parse(address, conn_max_age=KEPT_OPEN, conn_health_checks=True)
        )
        if described["ENGINE"] != "django.db.backends.sqlite3":
            return described
        name = described["NAME"]
    else:
        name = str(folder / SQLITE)
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": name,
        "CONN_MAX_AGE": KEPT_OPEN,
        "OPTIONS": {"transaction_mode": "IMMEDIATE", "timeout": 20, "init_command": PRAGMAS},
    }

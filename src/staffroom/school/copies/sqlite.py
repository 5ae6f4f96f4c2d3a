"""How is an SQLite database copied while it is in use?"""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

from django.db import connection


def copy_database(target: Path) -> Path:
    """Copy the database as it is at one moment, by SQLite's own way of doing so, into a new file."""
    os.close(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    connection.ensure_connection()
    copied = sqlite3.connect(target)
    try:
        connection.connection.backup(copied)
        copied.execute("PRAGMA journal_mode = DELETE")  # so that the copy is one file
    finally:
        copied.close()
    return target

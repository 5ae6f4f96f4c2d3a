"""What happens every Monday morning?"""

from __future__ import annotations

from datetime import datetime
from typing import Final

from django.db import connection

from staffroom.jobs.job import Job


def tidy_database(at: datetime) -> int:
    """Let SQLite renew what it knows of its tables; PostgreSQL does so by itself."""
    if connection.vendor != "sqlite":
        return 0
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA optimize")
    return 1


JOBS: Final = (Job("tidy the database", tidy_database),)

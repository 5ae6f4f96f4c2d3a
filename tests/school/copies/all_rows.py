"""Prints every row of every table of an office, for a test that compares two offices."""

from __future__ import annotations

import sys

import django

django.setup()

from django.db import connection  # noqa: E402

with connection.cursor() as cursor:
    for table in sorted(connection.introspection.table_names(cursor)):
        cursor.execute(f"SELECT * FROM {table}")
        for row in sorted(map(repr, cursor.fetchall())):
            sys.stdout.write(f"{table} {row}\n")

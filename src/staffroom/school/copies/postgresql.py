"""How are the tables of PostgreSQL copied, and made again, without any program but Staffroom?

Each table is one file of the tar file, as COPY writes it; `manifest.json` says which migrations made the
tables and which columns each has. All are read in one transaction, so they belong together.
"""

from __future__ import annotations

import json
import os
import tarfile
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from django.core.management import call_command
from django.core.management.color import no_style
from django.db import connection, transaction
from django.db.migrations.recorder import MigrationRecorder
from psycopg import sql

MANIFEST: Final = "manifest.json"
FORMAT: Final = 1
PART: Final = 1 << 18  # bytes
MIGRATIONS: Final = "django_migrations"


class TablesUnusable(Exception):
    """The copy cannot be made into tables here; the sentence says why."""


def copy_tables(target: Path) -> Path:
    """Copy every table, as they are at one moment, into a new tar file."""
    handle = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file, tarfile.open(fileobj=file, mode="w") as tar, _at_one_moment():
        tables = {table: _columns(table) for table in sorted(connection.introspection.table_names())}
        _add_text(tar, MANIFEST, json.dumps({"format": FORMAT, "migrations": _applied(), "tables": tables}))
        for table, columns in tables.items():
            _add_table(tar, table, columns)
    return target


@contextmanager
def tables_made_again(source: Path) -> Iterator[None]:
    """Make the tables and fill them; all of it counts once the span ends well, or there is an empty database.

    The tables are made as they were when they were copied; a newer Staffroom brings them up to date when it
    is started. Raises TablesUnusable where the database is in use already.
    """
    if connection.introspection.table_names():
        raise TablesUnusable("The database has tables already. Give DATABASE_URL of an empty one.")
    with tarfile.open(source) as tar, transaction.atomic():
        manifest = json.loads(_read(tar, MANIFEST))
        if manifest["format"] != FORMAT:
            raise TablesUnusable("The copy was made by a newer Staffroom. Install that first.")
        _make_tables(manifest["migrations"])
        _fill(tar, manifest["tables"])
        yield


@contextmanager
def _at_one_moment() -> Iterator[None]:
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        yield


def _columns(table: str) -> list[str]:
    with connection.cursor() as cursor:
        described = connection.introspection.get_table_description(cursor, table)
    return [column.name for column in described]


def _applied() -> list[list[str]]:
    return sorted(list(key) for key in MigrationRecorder(connection).applied_migrations())


def _copy(table: str, columns: Sequence[str], direction: str) -> sql.Composed:
    names = sql.SQL(", ").join(map(sql.Identifier, columns))
    return sql.SQL("COPY {} ({}) " + direction).format(sql.Identifier(table), names)


def _add_table(tar: tarfile.TarFile, table: str, columns: list[str]) -> None:
    """Add a table by way of a file of its own, for a tar file wants to know how much comes."""
    with tempfile.TemporaryFile() as file:
        with connection.cursor() as cursor, cursor.copy(_copy(table, columns, "TO STDOUT")) as copied:
            for part in copied:
                file.write(part)
        member = tarfile.TarInfo(f"{table}.copy")
        member.size = file.tell()
        file.seek(0)
        tar.addfile(member, file)


def _add_text(tar: tarfile.TarFile, name: str, text: str) -> None:
    with tempfile.TemporaryFile() as file:
        member = tarfile.TarInfo(name)
        member.size = file.write(text.encode("utf-8"))
        file.seek(0)
        tar.addfile(member, file)


def _read(tar: tarfile.TarFile, name: str) -> bytes:
    opened = tar.extractfile(name)
    if opened is None:
        raise TablesUnusable("The copy is not whole. Use another backup.")
    return opened.read()


def _make_tables(migrations: list[list[str]]) -> None:
    """Make the tables as the migrations of the copy made them, and no further."""
    from django.db.migrations.loader import MigrationLoader

    known = MigrationLoader(connection).disk_migrations
    wanted = [(app, name) for app, name in migrations]
    if unknown := [key for key in wanted if key not in known]:
        raise TablesUnusable(f"The copy was made by a newer Staffroom ({unknown[0][0]}). Install that first.")
    for app, name in _last_of_each(wanted):
        call_command("migrate", app, name, verbosity=0, interactive=False)


def _last_of_each(wanted: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return for each app the migrations after which no other of the copy's comes."""
    from django.db.migrations.loader import MigrationLoader

    graph = MigrationLoader(connection).graph
    chosen = set(wanted)
    return [
        key
        for key in wanted
        if not any(child.key in chosen and child.key[0] == key[0] for child in graph.node_map[key].children)
    ]


def _fill(tar: tarfile.TarFile, tables: dict[str, list[str]]) -> None:
    there = set(connection.introspection.table_names())
    if missing := sorted(set(tables) - there):
        raise TablesUnusable(f"There is no table {missing[0]} here. Install the release that made the copy.")
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")  # migrations leave some immediate
        for table in tables:  # what migrations themselves have put in
            cursor.execute(sql.SQL("SELECT EXISTS (SELECT 1 FROM {})").format(sql.Identifier(table)))
            row: Any = cursor.fetchone()
            if row[0]:
                cursor.execute(sql.SQL("DELETE FROM {}").format(sql.Identifier(table)))
        for table, columns in tables.items():
            _fill_table(cursor, tar, table, columns)
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # whatever does not fit together is found here
        for statement in _sequences(tables):
            cursor.execute(statement)


def _fill_table(cursor: Any, tar: tarfile.TarFile, table: str, columns: list[str]) -> None:  # noqa: ANN401
    source = tar.extractfile(f"{table}.copy")
    if source is None:
        raise TablesUnusable("The copy is not whole. Use another backup.")
    with cursor.copy(_copy(table, columns, "FROM STDIN")) as copied:
        while part := source.read(PART):
            copied.write(part)


def _sequences(tables: dict[str, list[str]]) -> list[str]:
    """Return what sets each counter behind the rows that there are."""
    from django.apps import apps

    models = apps.get_models(include_auto_created=True)
    ours = [model for model in models if model._meta.db_table in tables]
    statements = list(connection.ops.sequence_reset_sql(no_style(), ours))
    if MIGRATIONS in tables:
        statements.append(
            f"SELECT setval(pg_get_serial_sequence('{MIGRATIONS}', 'id'),"  # noqa: S608  our own table
            f" (SELECT max(id) FROM {MIGRATIONS}))"
        )
    return statements

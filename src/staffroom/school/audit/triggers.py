"""Which triggers keep a table append-only, in each database?

SQLite's INSERT OR REPLACE deletes a row without firing a DELETE trigger unless recursive triggers are on, so
an INSERT of a number that is there is refused as well. PostgreSQL's TRUNCATE fires no row trigger, so
it has one of its own.
"""

from __future__ import annotations

from collections.abc import Callable

from django.db.backends.base.schema import BaseDatabaseSchemaEditor

Change = Callable[[object, BaseDatabaseSchemaEditor], None]


def keep_append_only(table: str) -> tuple[Change, Change]:
    """Return what puts the triggers on a table and what takes them off, for a migration's RunPython."""

    def put(apps: object, editor: BaseDatabaseSchemaEditor) -> None:
        for statement in _written(table, editor.connection.vendor):
            editor.execute(statement)

    def take(apps: object, editor: BaseDatabaseSchemaEditor) -> None:
        for statement in _taken_back(table, editor.connection.vendor):
            editor.execute(statement)

    return put, take


def _written(table: str, vendor: str) -> list[str]:
    if vendor == "postgresql":
        return [
            f"CREATE FUNCTION {table}_only_grows() RETURNS trigger LANGUAGE plpgsql AS "
            f"$$ BEGIN RAISE EXCEPTION '{table} only grows'; END $$",
            f"CREATE TRIGGER {table}_no_change BEFORE UPDATE OR DELETE ON {table} "
            f"FOR EACH ROW EXECUTE FUNCTION {table}_only_grows()",
            f"CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table} "
            f"FOR EACH STATEMENT EXECUTE FUNCTION {table}_only_grows()",
        ]
    refuse = f"BEGIN SELECT RAISE(ABORT, '{table} only grows'); END"
    return [
        f"CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table} {refuse}",
        f"CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table} {refuse}",
        f"CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table} "  # noqa: S608  our own table
        f"WHEN EXISTS (SELECT 1 FROM {table} WHERE id = NEW.id) {refuse}",
    ]


def _taken_back(table: str, vendor: str) -> list[str]:
    if vendor == "postgresql":
        return [
            f"DROP TRIGGER {table}_no_change ON {table}",
            f"DROP TRIGGER {table}_no_truncate ON {table}",
            f"DROP FUNCTION {table}_only_grows()",
        ]
    return [f"DROP TRIGGER {table}_no_{what}" for what in ("update", "delete", "replace")]

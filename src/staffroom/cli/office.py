"""How does a command reach the office? Only those that need it do: Django takes a while to load."""

from __future__ import annotations

import os

import click

from staffroom.cli.home import HOME, Home

NOT_SET_UP = "This school's office is not set up on this machine yet. Start Staffroom once, then try again."


def open_office(home: Home) -> None:
    """Load Django for a school's folder. Raises ClickException where no office has been set up in it."""
    if not os.environ.get("DATABASE_URL") and not (home.folder / "office.sqlite3").is_file():
        raise click.ClickException(NOT_SET_UP)
    os.environ[HOME] = str(home.folder)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "staffroom.config.settings")
    import django

    django.setup()
    _look_at_tables()


def _look_at_tables() -> None:
    """Say in a sentence that tables are missing, or that the database does not answer."""
    from django.db import DatabaseError, connection
    from django.db.migrations.executor import MigrationExecutor

    try:
        executor = MigrationExecutor(connection)
        is_behind = bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))
    except DatabaseError as error:
        raise click.ClickException("The office's database does not answer. Look whether it runs.") from error
    if is_behind:
        raise click.ClickException(NOT_SET_UP)

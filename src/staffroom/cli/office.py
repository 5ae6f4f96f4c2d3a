"""How does a command reach the office? Only those that need it do: Django takes a while to load."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

import click

from staffroom.cli.home import HOME, Home
from staffroom.traffic.backup import NotBackedUp
from staffroom.traffic.unpacking import NotRestored

SETTINGS: Final = "staffroom.config.settings"
DATABASE: Final = "office.sqlite3"
RUNNING: Final = timedelta(minutes=1)
NOT_SET_UP: Final = (
    "This school's office is not set up on this machine yet. Start Staffroom once, then try again."
)


def is_office_there(home: Home) -> bool:
    """Say whether the office has a database; it is not looked whether that answers."""
    return bool(os.environ.get("DATABASE_URL")) or (home.folder / DATABASE).exists()


def open_office(home: Home) -> None:
    """Make the office's models usable, for a command that signs nothing and changes no key."""
    import django

    os.environ[HOME] = str(home.folder.resolve())
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
    os.environ.setdefault("STAFFROOM_SECRET", "this command signs nothing")
    django.setup()


def open_ready_office(home: Home) -> None:
    """Make the office usable. Raises ClickException where none has been set up in the folder."""
    if not is_office_there(home):
        raise click.ClickException(NOT_SET_UP)
    open_office(home)
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


@contextmanager
def office_copied(home: Home) -> Iterator[dict[str, Path]]:
    """Give a copy of the office, by its name in a backup; it goes at the end."""
    if not is_office_there(home):
        yield {}
        return
    open_office(home)
    from django.db import Error

    from staffroom.school.copies.copy import copy_office

    folder = home.folder.resolve()
    with tempfile.TemporaryDirectory(
        prefix=f".{folder.name}-", suffix=".copying", dir=folder.parent
    ) as beside:
        try:
            copies = copy_office(Path(beside))
        except Error as error:
            sentence = "The database of the office cannot be read. See: staffroom doctor"
            raise NotBackedUp(sentence) from error
        yield copies


@contextmanager
def office_made_again(home: Home, unpacked: Path) -> Iterator[None]:
    """Give the span in which the office of a backup is made again; NotRestored where that cannot be."""
    from staffroom.school.copies.postgresql import TablesUnusable

    if not os.environ.get("DATABASE_URL") and not (unpacked / "office.tables.tar").exists():
        yield  # SQLite in the school's folder, or no office at all
        return
    open_office(home)
    from staffroom.school.copies.copy import TABLES_FILE, NotCopied, made_again

    try:
        with made_again(unpacked):
            (unpacked / TABLES_FILE).unlink(missing_ok=True)
            yield
    except (NotCopied, TablesUnusable) as error:
        raise NotRestored(str(error)) from error


def is_running(home: Home, at: datetime) -> bool:
    """Say whether a clock of this school was heard just now."""
    if not is_office_there(home):
        return False
    open_office(home)
    from django.db import Error

    from staffroom.school.clock.keeping import last_beat

    try:
        beat = last_beat()
    except Error:
        return False
    return beat is not None and at - beat < RUNNING

"""Is the office in order: its database, its clock, its mail, its secrets?"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Final

from staffroom.cli.check import Check, count, ok, to_do, wrong
from staffroom.cli.home import Home
from staffroom.cli.office import is_office_there, open_office

QUIET: Final = timedelta(minutes=2)
ANYBODY_ELSE: Final = stat.S_IRWXG | stat.S_IRWXO
START: Final = "Start it with: staffroom serve"


def check_office(home: Home, now: datetime) -> Iterator[Check]:
    """Go through the office. `now` is aware; nothing is changed and nobody is named."""
    if not is_office_there(home):
        yield to_do("Database", "The web application has not been started yet.", START)
        return
    open_office(home)
    from django.db import Error, connection

    try:
        connection.ensure_connection()
    except Error:
        yield wrong("Database", "The database does not answer.", "See whether it runs, and DATABASE_URL.")
        return
    yield ok("Database", f"{'SQLite' if connection.vendor == 'sqlite' else 'PostgreSQL'} answers.")
    missing = _missing_migrations()
    yield _tables(missing)
    yield _secrets(home)
    if not missing:
        yield _clock(now)
        yield _runs(now)
        yield _mail()
        yield _post(now)
        yield _factors()


def _missing_migrations() -> int:
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    return len(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def _tables(missing: int) -> Check:
    if missing:
        says = f"{count(missing, 'change')} of the tables still to be made."
        return to_do("Tables", says, "It is made when Staffroom is started: staffroom serve")
    return ok("Tables", "They are as this release of Staffroom needs them.")


def _clock(now: datetime) -> Check:
    from staffroom.school.clock.keeping import last_beat

    beat = last_beat()
    if beat is None:
        return to_do("Clock", "It has never run, so nothing is delivered.", START)
    if now - beat > QUIET:
        says = f"It was last heard on {beat.astimezone(now.tzinfo):%d %B %Y at %H:%M}."
        return to_do("Clock", says, START)
    return ok("Clock", "It runs.")


def _runs(now: datetime) -> Check:
    from staffroom.school.clock.queries import broken_runs

    broken = sorted({run.job for run in broken_runs(since=now - timedelta(days=7))})
    if broken:
        says = f"{count(len(broken), 'job')} broke off in the last week: {', '.join(broken)}."
        return to_do("Jobs", says, "The log says with which kind of error; look for: job broke off")
    return ok("Jobs", "None broke off in the last week.")


def _mail() -> Check:
    from staffroom.notifiers.mail_server import fault_of_server
    from staffroom.school.notices.queries.post import mail_settings
    from staffroom.school.notices.secrets import MAIL_PASSWORD, read_secret
    from staffroom.school.notices.ways import mail_server

    kept = mail_settings()
    if kept is None:
        return to_do("Mail", "It is not set up, so nobody is told anything.", "Set it up in the web pages.")
    server = mail_server(kept, read_secret(MAIL_PASSWORD))
    if fault := fault_of_server(server):
        return wrong("Mail", fault, "Put it right in the web pages.")
    if server.user and not server.password:
        return wrong("Mail", "The password of the mail server is gone.", "Set it in the web pages.")
    return ok("Mail", "It is set up; the web pages send you a test.")


def _post(now: datetime) -> Check:
    from staffroom.school.notices.queries.post import is_stuck, post_now

    post = post_now()
    says = f"{count(post.waiting, 'notice')} waiting, {post.refused:,} refused."
    if is_stuck(at=now):
        return to_do("Notices", f"{says} One has waited for over an hour.", "The web pages say why.")
    return ok("Notices", says)


def _factors() -> Check:
    from staffroom.school.people.queries.second_factors import count_factors, has_key

    title, put_back = "Codes", "Put keys/second-factors back from a backup; a passkey works meanwhile."
    found = count_factors()
    if found.closed:
        which = "is not the right one" if has_key() else "is gone"
        says = f"{count(found.closed, 'secret')} of codes cannot be opened: the key {which}."
        return wrong(title, says, put_back)
    if found.plain:
        says = f"{count(found.plain, 'secret')} of codes not sealed yet."
        return to_do(title, says, "It is done by the clock within an hour: staffroom serve")
    return ok(title, f"{count(found.opened, 'secret')} of apps and recovery codes sealed.")


def _secrets(home: Home) -> Check:
    folder = home.folder / "keys"
    if os.name != "posix" or not folder.is_dir():
        return ok("Secrets", "None are kept in the school's folder.")
    secrets = [one for one in folder.iterdir() if one.suffix != ".pub"]  # a public key is for everybody
    open_to_others = [one for one in (folder, *secrets) if one.stat().st_mode & ANYBODY_ELSE]
    if open_to_others:
        says = "Others than the owner may read the secrets of the office."
        return wrong("Secrets", says, f"Keep them to their owner: chmod -R go-rwx '{folder}'")
    return ok("Secrets", "Only their owner may read them.")

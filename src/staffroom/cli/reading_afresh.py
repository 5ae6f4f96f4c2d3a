"""How does a command read logs again, in the place of what was kept of their days?"""

from __future__ import annotations

from collections.abc import Sequence

import click

from staffroom.cli.home import Home
from staffroom.cli.reading_logs import describe, open_store, read_logs
from staffroom.readers.logs.reader import LogFormat
from staffroom.traffic.afresh import Exchange, compare, store_beside, take_over
from staffroom.traffic.reading import Outcome
from staffroom.traffic.school_folder import OpenedSchool, open_school

UNCHANGED = "Nothing was changed."


def read_afresh(
    home: Home, paths: Sequence[str], *, format: LogFormat | None, quiet: bool, is_agreed: bool
) -> tuple[OpenedSchool, list[Outcome], int]:
    """Read logs afresh, once a person agreed; return also how many days were exchanged.

    Where a log cannot be read to its end, or nobody agrees, nothing is changed.
    """
    if quiet and not is_agreed:
        raise click.UsageError("With --json nothing is asked. Give --yes as well to read logs afresh.")
    opened = open_school(home.folder)
    store = open_store(home, opened)
    with store_beside(store, opened.school.calendar) as beside:
        _, outcomes = read_logs(home, paths, format=format, quiet=quiet, store=beside, stopped=UNCHANGED)
        _refuse_unread(outcomes)
        exchange = compare(store, beside)
        if exchange.days and not is_agreed:
            _ask(exchange)
        take_over(store, beside, exchange.days)
    return opened, outcomes, len(exchange.days)


def _refuse_unread(outcomes: list[Outcome]) -> None:
    unread = [outcome for outcome in outcomes if outcome.problem]
    for outcome in unread:
        click.echo("\n".join(describe(outcome)), err=True)
    if unread:
        raise click.ClickException(f"Logs that cannot be read to their end are not read afresh. {UNCHANGED}")


def _ask(exchange: Exchange) -> None:
    try:
        is_agreed = click.confirm(question(exchange), default=False, err=True)
    except click.Abort:  # nobody is there to answer
        click.echo(err=True)
        is_agreed = False
    if not is_agreed:
        click.echo(UNCHANGED, err=True)
        raise SystemExit(1)


def question(exchange: Exchange) -> str:
    """Say in plain words what will be forgotten, and ask."""
    first, last = exchange.days[0], exchange.days[-1]
    span = f"{first:%-d %B %Y}" if first == last else f"{first:%-d %B %Y} to {last:%-d %B %Y}"
    days = "1 day" if len(exchange.days) == 1 else f"{len(exchange.days)} days"
    asked = f"The evidence of {days} ({span}) will be forgotten, and what these logs say put in its place."
    if exchange.lost:
        lines = "1 line" if exchange.lost == 1 else f"{exchange.lost:,} lines"
        asked += (
            f"\nOf these days, {lines} kept would go and not come back: other logs said them, or they are of"
            " somebody who is now known as a pupil. If there are other logs of these days, name all at once."
        )
    return f"{asked}\nGo on?"

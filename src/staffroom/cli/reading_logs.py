"""How do the commands read logs, and what do they say of it?"""

from __future__ import annotations

import time
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from staffroom.cli.home import Home
from staffroom.cli.progress import shown_progress
from staffroom.readers.logs import shelf
from staffroom.readers.logs.reader import LogFormat
from staffroom.readers.rosters.problems import Problem
from staffroom.rules.retention import expired
from staffroom.traffic import machine
from staffroom.traffic.intake import Intake
from staffroom.traffic.keys import KeyUnusable
from staffroom.traffic.reading import Outcome
from staffroom.traffic.school_folder import OpenedSchool, open_school
from staffroom.traffic.sources import NotFound, find_sources
from staffroom.traffic.state import Unusable
from staffroom.traffic.store import Store

STOPPED = "What was read so far is kept; the next run goes on from there."
PREPARING = "Preparing the fast reader for this machine. This is done once and takes some ten seconds."


def find_format(name: str | None, mapping: Path | None) -> LogFormat | None:
    """Return the format that a person asked for; None leaves it to the file."""
    if mapping is not None:
        return _mapped(mapping)
    if name is None:
        return None
    found = shelf.format_named(name)
    if found is None:
        known = ", ".join(sorted(one.name for one in shelf.all_formats()))
        raise click.ClickException(f"There is no format called {name}. There are: {known}.")
    return found


def _mapped(mapping: Path) -> LogFormat:
    import tomllib

    from staffroom.readers.logs.formats.columns import for_mapping

    try:
        return for_mapping(tomllib.loads(mapping.read_text("utf-8")))
    except (OSError, UnicodeDecodeError) as error:
        raise click.ClickException(f"The mapping file {mapping} cannot be read.") from error
    except ValueError as error:
        raise click.ClickException(f"The mapping file {mapping.name} is not right: {error}") from error


def open_store(home: Home, opened: OpenedSchool) -> Store:
    """Open the school's store of evidence, or say in a sentence why not."""
    try:
        return Store(home.traffic, opened.school.calendar)
    except (Unusable, KeyUnusable) as error:
        raise click.ClickException(str(error)) from error


def read_logs(
    home: Home,
    paths: Sequence[str],
    *,
    format: LogFormat | None = None,
    quiet: bool = False,
    store: Store | None = None,
    stopped: str = STOPPED,
) -> tuple[OpenedSchool, list[Outcome]]:
    """Read logs into the school's store, or another one; a sentence and exit 1 where that cannot begin.

    `stopped` is what is said where a person breaks it off.
    """
    opened = open_school(home.folder)
    try:
        sources = find_sources(paths)
        store = store or open_store(home, opened)
        if not quiet and home.kernels is not None and not machine.is_prepared(home.kernels):
            click.echo(PREPARING, err=True)
        intake = Intake(
            store, opened.school, opened.catalogue, now=int(time.time() * 1000), kernels=home.kernels
        )
        with shown_progress(quiet=quiet) as progress:
            return opened, list(intake.read(sources, progress, format=format))
    except (NotFound, Unusable, KeyUnusable) as error:
        raise click.ClickException(str(error)) from error
    except KeyboardInterrupt:
        click.echo(f"\nStopped. {stopped}", err=True)
        raise SystemExit(130) from None
    except OSError as error:
        reason = error.strerror or "the disk did not answer"
        raise click.ClickException(f"The store {home.traffic} cannot be written: {reason}.") from error


def forget_expired(home: Home, opened: OpenedSchool, today: date) -> tuple[date, ...]:
    """Delete the days that were kept long enough, and the bookmarks of logs gone as long; return the days."""
    store = open_store(home, opened)
    days = [date.fromisoformat(day) for day in store.state.days]
    gone = expired(days, today=today, keep_days=opened.school.settings.keep_days)
    if gone:
        store.forget(gone, today=today)
    store.forget_unseen(today=today, keep_days=opened.school.settings.keep_days)
    return gone


def describe(outcome: Outcome) -> list[str]:
    """Say in plain sentences what came of one log."""
    if outcome.is_unread:
        return [f"{outcome.name}: {outcome.problem}"]
    if outcome.is_nothing_new:
        return [f"{outcome.name}: nothing new since it was last read."]
    tally = outcome.tally
    lines = [f"{outcome.name} ({outcome.title})"]
    lines.append(f"  {_lines(tally.lines)}, {tally.listed:,} about a listed service{_kept(outcome)}.")
    for reason, count in sorted(tally.unreadable.items()):
        lines.append(f"  {_lines(count)} could not be read: {reason}.")
    if outcome.is_unfinished:
        lines.append("  Its last line has no end yet; it will be read next time.")
    if outcome.problem:
        lines.append(f"  {outcome.problem}")
    return lines


def _kept(outcome: Outcome) -> str:
    """Say what became of the lines about a listed service."""
    if not outcome.tally.listed:
        return ""
    parts = [f"{outcome.kept:,} new"]
    parts += [f"{outcome.repeated:,} read before"] if outcome.repeated else []
    parts += [f"{outcome.pupils:,} of pupils, dropped"] if outcome.pupils else []
    return f": {', '.join(parts)}"


def _lines(count: int) -> str:
    return "1 line" if count == 1 else f"{count:,} lines"


def describe_problem(problem: Problem) -> str:
    """Say where in the school's folder something could not be used, and why."""
    place = f"{problem.file}, row {problem.row}" if problem.row else problem.file
    return f"{place}: {problem.reason}"

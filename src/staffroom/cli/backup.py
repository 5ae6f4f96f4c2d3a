"""The commands that put the school's folder into one archive, and back."""

from __future__ import annotations

import json
from contextlib import nullcontext
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import click

from staffroom import __version__
from staffroom.cli.home import Home, find_home, json_option, school_option
from staffroom.cli.office import is_running, office_copied, office_made_again
from staffroom.cli.sealing import choose_seal, opened, opening_options, sealing_options
from staffroom.traffic.backup import Backup, NotBackedUp, back_up
from staffroom.traffic.bag import CONTENTS
from staffroom.traffic.restoring import Restored, is_used
from staffroom.traffic.restoring import restore as put_back
from staffroom.traffic.sealing import Seal
from staffroom.traffic.unpacking import NotRestored
from staffroom.vault.age_files import NotSealed

# What SQLite keeps beside its file while it is open; the copy of the database stands for all of it.
LEFT_OUT = tuple(f"office.sqlite3-{what}" for what in ("wal", "shm", "journal"))
ARCHIVE = click.Path(path_type=Path, dir_okay=False)
KEEP_SAFE = (
    "It holds secret keys and names: keep it as safe as the server itself, and away from it.\n"
    "What has reached the end of its time is deleted here, but not there: delete old backups."
)


@click.command(
    short_help="Put the whole school into one sealed file.",
    epilog="Example: staffroom backup --passphrase-file secret.txt /media/safe/staffroom-2026-11-22.age",
)
@click.argument("file", type=ARCHIVE)
@sealing_options
@school_option
@json_option
def backup(
    file: Path,
    recipients: tuple[str, ...],
    passphrase_file: Path | None,
    plain: bool,
    school: Path | None,
    as_json: bool,
) -> None:
    """Put the school's folder, all that is kept in it, and the office's database into one file.

    FILE is new, and only you may read it: sealed in the age format, and within that a gzipped tar file with
    the SHA-256 of every file in it. It can be opened with age, tar and sha256sum, without Staffroom. It is
    written whole or not at all, and may be made while Staffroom runs.
    """
    home = find_home(school)
    seal = choose_seal(recipients, passphrase_file, plain=plain)
    if not home.folder.is_dir() or not is_used(home.folder):
        sentence = f"There is nothing to back up in {home.folder}. Give the school's folder with --school."
        raise click.ClickException(sentence)
    try:
        made = _back_up(home, file, seal)
    except (NotBackedUp, NotSealed) as error:
        raise click.ClickException(str(error)) from error
    except OSError as error:
        raise _disk_error("The backup could not be written", error) from error
    if as_json:
        click.echo(json.dumps(_backup_document(file, made, is_sealed=seal is not None), indent=2))
    else:
        click.echo(f"Backed up {_extent(made.extent.files, made.extent.bytes)} to {file}.")
        click.echo(f"SHA-256 {made.sha256}")
        click.echo(KEEP_SAFE)


def _back_up(home: Home, file: Path, seal: Seal | None) -> Backup:
    """Copy the office first, so that every file that it speaks of is there when the folder is read."""
    with home.locked(), office_copied(home) as copies:
        return back_up(
            home.folder,
            file,
            made_at=datetime.now(UTC),
            release=__version__,
            stand_ins=copies,
            left_out=LEFT_OUT,
            seal=seal,
        )


@click.command(
    short_help="Make the whole school again from such a file.",
    epilog="Example: staffroom restore --passphrase-file secret.txt /media/safe/staffroom-2026-11-22.age",
)
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False, exists=True))
@opening_options
@school_option
@click.option("--over", is_flag=True, help="Move the folder that is there aside first; nothing is deleted.")
@json_option
def restore(
    file: Path,
    key_file: Path | None,
    passphrase_file: Path | None,
    school: Path | None,
    over: bool,
    as_json: bool,
) -> None:
    """Make the school's folder and the office's database again from a FILE of `staffroom backup`.

    Every file is checked against its SHA-256 before anything is touched. Without --over, the school's
    folder must be empty; a database of PostgreSQL, which DATABASE_URL names, must always be empty.
    """
    home = find_home(school)
    try:
        _refuse_running(home)
        with opened(file, home.folder.resolve(), key_file, passphrase_file) as plain:
            done = _restore(home, plain, over=over)
    except (NotRestored, NotSealed) as error:
        raise click.ClickException(f"{error} Nothing was changed.") from error
    except OSError as error:
        raise _disk_error("The backup could not be restored", error) from error
    if as_json:
        click.echo(json.dumps(_restore_document(file, home.folder, done), indent=2))
    else:
        _say_restored(home.folder, done)


def _restore(home: Home, plain: Path, *, over: bool) -> Restored:
    with home.locked() if over and home.folder.is_dir() else nullcontext():
        around = partial(office_made_again, home)
        return put_back(plain, home.folder, over=over, at=datetime.now(UTC), around=around)


def _refuse_running(home: Home) -> None:
    if is_running(home, datetime.now(UTC)):
        raise NotRestored("Staffroom is running for this school. Stop it first, and wait for a minute.")


def _say_restored(folder: Path, done: Restored) -> None:
    extent = done.extent
    as_of = f"{extent.made_at:%d %B %Y, %H:%M %Z}"
    click.echo(f"Restored {_extent(extent.files, extent.bytes)} to {folder}, as of {as_of}.")
    if done.aside:
        click.echo(
            f"The folder that was there before is now {done.aside}. Delete it once you do not need it."
        )
    click.echo("Look it over with: staffroom doctor")


def _backup_document(file: Path, made: Backup, *, is_sealed: bool) -> dict[str, object]:
    return {
        "file": str(file),
        "made_at": made.extent.made_at.isoformat(timespec="seconds"),
        "files": made.extent.files,
        "bytes": made.extent.bytes,
        "archive_bytes": made.size,
        "sha256": made.sha256,
        "contents": CONTENTS,
        "is_sealed": is_sealed,
    }


def _restore_document(file: Path, folder: Path, done: Restored) -> dict[str, object]:
    return {
        "file": str(file),
        "made_at": done.extent.made_at.isoformat(timespec="seconds"),
        "files": done.extent.files,
        "bytes": done.extent.bytes,
        "folder": str(folder),
        "moved_aside": str(done.aside) if done.aside else None,
    }


def _disk_error(what: str, error: OSError) -> click.ClickException:
    return click.ClickException(f"{what}: {error.strerror or 'the disk did not answer'}.")


def _extent(files: int, size: int) -> str:
    return f"{'1 file' if files == 1 else f'{files:,} files'}, {size_in_words(size)},"


def size_in_words(size: int) -> str:
    """Write a number of bytes as a person does."""
    if size < 1_000:
        return f"{size} bytes"
    for unit, factor in (("kB", 1_000), ("MB", 1_000_000)):
        if size < factor * 1_000:
            return f"{size / factor:.1f} {unit}"
    return f"{size / 1_000_000_000:.1f} GB"

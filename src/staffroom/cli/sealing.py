"""How does somebody say to whom a backup is sealed, and what opens it?"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any, Final

import click

from staffroom.traffic.sealing import Seal
from staffroom.traffic.unpacking import NotRestored
from staffroom.vault import age_files
from staffroom.vault.age_files import NotSealed

FILE: Final = click.Path(path_type=Path, dir_okay=False, exists=True)
NOBODY: Final = (
    "Say to whom the backup is sealed: --to with a public key of age, or --passphrase-file. "
    "--plain leaves it open to whoever finds it."
)


def sealing_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options that say to whom a file is sealed."""
    options = (
        click.option("--to", "recipients", multiple=True, help="Seal it to this public key of age (age1…)."),
        click.option("--passphrase-file", type=FILE, help="Seal it by the first line of this file."),
        click.option("--plain", is_flag=True, help="Do not seal it; whoever finds it can read it."),
    )
    for option in reversed(options):
        command = option(command)
    return command


def opening_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options that say what opens a sealed file."""
    options = (
        click.option("--key-file", type=FILE, help="The file with the secret key of age that opens it."),
        click.option("--passphrase-file", type=FILE, help="The passphrase is the first line of this file."),
    )
    for option in reversed(options):
        command = option(command)
    return command


def choose_seal(recipients: tuple[str, ...], passphrase_file: Path | None, *, plain: bool) -> Seal | None:
    """Return how a backup is sealed; None for not at all. Without a word, somebody at a screen is asked."""
    if sum([bool(recipients), passphrase_file is not None, plain]) > 1:
        raise click.UsageError("Choose one of --to, --passphrase-file and --plain.")
    if plain:
        return None
    if recipients:
        return partial(age_files.seal_to, recipients)
    if passphrase_file is None and not sys.stdin.isatty():
        raise click.UsageError(NOBODY)
    return partial(age_files.seal_by, _passphrase(passphrase_file, is_new=True))


@contextmanager
def opened(
    archive: Path, beside: Path, key_file: Path | None, passphrase_file: Path | None
) -> Iterator[Path]:
    """Give a backup in its plain form: the file itself, or one beside a folder that goes at the end."""
    if not age_files.is_sealed(archive):
        yield archive
        return
    plain = beside.with_name(f".{beside.name}.opened-backup")
    try:
        _open(archive, plain, key_file, passphrase_file)
        yield plain
    finally:
        plain.unlink(missing_ok=True)


def _open(archive: Path, plain: Path, key_file: Path | None, passphrase_file: Path | None) -> None:
    beside = plain.parent
    beside.mkdir(parents=True, exist_ok=True)
    plain.unlink(missing_ok=True)
    plain.touch(mode=0o600, exist_ok=False)
    try:
        with archive.open("rb") as source, plain.open("wb") as target:
            if age_files.is_sealed_by_passphrase(archive):
                age_files.open_by(_passphrase(passphrase_file, is_new=False), source, target)
            elif key_file is None:
                raise NotSealed("It is sealed to a key. Give the file of the secret key with --key-file.")
            else:
                age_files.open_with(key_file.read_text("utf-8"), source, target)
    except NotSealed as error:
        raise NotRestored(f"{archive.name} cannot be opened. {error}") from error


def _passphrase(file: Path | None, *, is_new: bool) -> str:
    if file is not None:
        return file.read_text("utf-8").partition("\n")[0].rstrip("\r")
    if not sys.stdin.isatty():
        raise NotSealed("Give the passphrase with --passphrase-file.")
    asked: str = click.prompt("Passphrase", hide_input=True, confirmation_prompt=is_new, err=True)
    return asked

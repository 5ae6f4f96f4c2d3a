"""How is the made school's whole office filled and served, within the demonstration's folder?"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Final

import click

from staffroom.cli.home import Home
from staffroom.cli.serve import ADDRESS, refuse_taken, run_office, surroundings

OFFICE: Final = "office"  # within the demonstration's folder; its evidence is apart from the commands' own
LISTENS_AT: Final = "127.0.0.1"
FOUND_AT: Final = "localhost"  # a passkey belongs to a name, never to an IP address
LOG: Final = "servers.log"
THREADS: Final = 8
DEMONSTRATION: Final = "STAFFROOM_DEMONSTRATION"
NOT_OURS: Final = ("DATABASE_URL", ADDRESS, "STAFFROOM_METRICS", "STAFFROOM_SECRET")


@dataclass(frozen=True, slots=True)
class SignIns:
    """With what one signs in: the password of all, and of each a role, an address, and where to look."""

    password: str
    rows: Sequence[dict[str, str]]

    def to_document(self) -> dict[str, object]:
        """Return what --json prints of them."""
        return {"password": self.password, "sign_ins": list(self.rows)}


def refuse_taken_port(port: int) -> None:
    """Say at once that a port is taken, and not when everything has been made."""
    refuse_taken(LISTENS_AT, port)


def fill_office(folder: Path, *, seed: int, week: date, port: int, quiet: bool) -> SignIns:
    """Fill an empty office with the made school, and return the sign-ins."""
    home = folder / OFFICE
    home.mkdir(parents=True, mode=0o700)
    shutil.copy(folder / "school.toml", home)  # which networks are whose, only the files of the folder tell
    shutil.copytree(folder / "identities", home / "identities")
    if not quiet:
        click.echo("\nFilling the school's office, as its people would have:")
    logs, now = str((folder / "logs").resolve()), datetime.now(UTC).isoformat()
    done = subprocess.run(
        [sys.executable, "-m", "staffroom.demonstration.office", str(seed), week.isoformat(), logs, now],
        env=_environment(home, port), stdout=subprocess.PIPE, text=True, check=False,
        stderr=subprocess.DEVNULL if quiet else None,
    )  # fmt: skip
    if done.returncode != 0:
        raise click.ClickException("The office could not be filled. Look this machine over: staffroom doctor")
    made = json.loads(done.stdout)
    return SignIns(made["password"], made["sign_ins"])


def serve_office(folder: Path, *, port: int, sign_ins: SignIns) -> None:
    """Serve the filled office on this machine until Ctrl-C or SIGTERM, with the sign-ins printed."""

    log = folder / OFFICE / LOG

    def greet(address: str, _: str) -> None:
        show_sign_ins(sign_ins)
        click.echo(f"\nThe whole school is at {address}")
        click.echo(f"What its servers log is in {log}")
        click.echo("Everybody in it is made up. Only this machine can reach it. Stop it with Ctrl-C.")

    run_office(_environment(folder / OFFICE, port), LISTENS_AT, port, threads=THREADS, greet=greet, log=log)


def show_sign_ins(sign_ins: SignIns) -> None:
    """Print a table of who can sign in, and what to look at first."""
    click.echo(f"\nSign in as anybody of these. The password of all is: {sign_ins.password}\n")
    widest = max(len(row["email"]) for row in sign_ins.rows)
    for row in sign_ins.rows:
        click.echo(f"  {row['email']:<{widest}}  {row['role']}")
        click.echo(f"  {'':<{widest}}    {row['look_at']}")


def _environment(home: Path, port: int) -> dict[str, str]:
    """Return the surroundings of a demonstration: nothing of a real school's is used or reached."""
    made = surroundings(Home(home), LISTENS_AT, port)
    kept = {name: value for name, value in made.items() if name not in NOT_OURS}
    return kept | {ADDRESS: f"http://{FOUND_AT}:{port}", DEMONSTRATION: "1"}

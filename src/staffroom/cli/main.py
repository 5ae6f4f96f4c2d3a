"""Which commands are there? Each is loaded only when it is used."""

from __future__ import annotations

import errno
import gc
from importlib import import_module
from typing import Final

import click

from staffroom import __version__
from staffroom.traffic.keys import KeyUnusable
from staffroom.traffic.state import Unusable

COMMANDS: Final = {
    "people": ("staffroom.cli.people", "people"),
    "policy": ("staffroom.cli.policy", "policy"),
    "logs": ("staffroom.cli.logs", "logs"),
    "report": ("staffroom.cli.report", "report"),
    "check": ("staffroom.cli.draft", "check"),
    "demo": ("staffroom.cli.demo", "demo"),
    "serve": ("staffroom.cli.serve", "serve"),
    "clock": ("staffroom.cli.serve", "clock"),
    "doctor": ("staffroom.cli.doctor", "doctor"),
    "backup": ("staffroom.cli.backup", "backup"),
    "restore": ("staffroom.cli.backup", "restore"),
    "completion": ("staffroom.cli.completion", "completion"),
}

# A command makes many objects that live to its end; Python's usual 700 between two searches for rubbish
# would look all of them through again and again.
OBJECTS_BETWEEN_SEARCHES: Final = 100_000
INTERRUPTED: Final = 130  # what shells say of a command that Ctrl-C ended


class Commands(click.Group):
    """The commands, by name, in the order in which a school meets them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Name the commands."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load one command."""
        if cmd_name not in COMMANDS:
            return None
        module, name = COMMANDS[cmd_name]
        found: click.Command = getattr(import_module(module), name)
        return found

    def invoke(self, ctx: click.Context) -> object:
        """Run a command; a store or disk that refuses is one sentence, and Ctrl-C is status 130."""
        gc.set_threshold(OBJECTS_BETWEEN_SEARCHES)
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            click.echo("\nStopped.", err=True)
            raise SystemExit(INTERRUPTED) from None
        except (Unusable, KeyUnusable) as error:
            raise click.ClickException(str(error)) from error
        except OSError as error:
            if error.errno == errno.EPIPE:
                raise  # whoever read the output has gone; click ends quietly
            place = f"{error.filename}: " if error.filename else ""
            reason = error.strerror or "the disk did not answer"
            raise click.ClickException(f"{place}{reason}. Check the path, and who may use it.") from error


@click.group(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Example: staffroom demo",
)
@click.version_option(__version__, prog_name="staffroom")
def main() -> None:
    """Run a school's social networking policy for its staff."""


if __name__ == "__main__":
    main()

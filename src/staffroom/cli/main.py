"""Which commands are there? Each is loaded only when it is used."""

from __future__ import annotations

from importlib import import_module
from typing import Final

import click

from staffroom import __version__

COMMANDS: Final = {
    "policy": ("staffroom.cli.policy", "policy"),
    "logs": ("staffroom.cli.logs", "logs"),
    "report": ("staffroom.cli.report", "report"),
    "demo": ("staffroom.cli.demo", "demo"),
    "doctor": ("staffroom.cli.doctor", "doctor"),
    "backup": ("staffroom.cli.backup", "backup"),
    "restore": ("staffroom.cli.backup", "restore"),
}


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

"""How does a shell complete what somebody types after `staffroom`?"""

from __future__ import annotations

from typing import Final

import click
from click.shell_completion import CompletionItem, ShellComplete, get_completion_class

INSTALL: Final = {
    "bash": (
        "Bash 4.4 or later. Put this into a file, and read it in ~/.bashrc:",
        "  staffroom completion bash > ~/.staffroom-complete.bash",
        "  echo '. ~/.staffroom-complete.bash' >> ~/.bashrc",
    ),
    "zsh": (
        "Put this into a file, and read it in ~/.zshrc, after compinit:",
        "  staffroom completion zsh > ~/.staffroom-complete.zsh",
        "  echo '. ~/.staffroom-complete.zsh' >> ~/.zshrc",
    ),
    "fish": (
        "Put this where fish looks for completions:",
        "  staffroom completion fish > ~/.config/fish/completions/staffroom.fish",
    ),
}


@click.command(epilog="Example: staffroom completion bash")
@click.argument("shell", type=click.Choice(list(INSTALL)))
@click.pass_context
def completion(context: click.Context, shell: str) -> None:
    """Print the script that completes commands in a shell.

    SHELL is bash, zsh or fish. The first lines of the script say where to put it.
    """
    lines = [f"# {line}" for line in INSTALL[shell]]
    click.echo("\n".join([*lines, "", script(context.find_root().command, shell)]))


def script(command: click.Command, shell: str) -> str:
    """Return the script of click for a shell. KeyError for a shell that it does not know."""
    kind = get_completion_class(shell)
    if kind is None:
        raise KeyError(shell)
    made = kind(command, {}, "staffroom", "_STAFFROOM_COMPLETE")
    return ShellComplete.source(made).strip()  # the class's own asks bash for its release first


def complete_formats(context: click.Context, parameter: click.Parameter, typed: str) -> list[CompletionItem]:
    """Name the log formats that begin with what was typed."""
    from staffroom.readers.logs import shelf

    found = sorted(shelf.all_formats(), key=lambda one: one.name)
    return [CompletionItem(one.name, help=one.title) for one in found if one.name.startswith(typed)]


def complete_files(context: click.Context, parameter: click.Parameter, typed: str) -> list[CompletionItem]:
    """Let the shell name files and folders."""
    return [CompletionItem(typed, type="file")]

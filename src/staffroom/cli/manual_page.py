"""What does the manual say of one command? It is taken from the command's own help."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from dataclasses import dataclass

import click

EXAMPLE = "Example:"


@dataclass(frozen=True, slots=True)
class ManualPage:
    """One command: its words ("staffroom", "logs", "read"), what it does, what it takes, what it holds.

    `purpose` is the first sentence of the help, without its full stop; `options` and `commands` are
    pairs of how something is written and what it means.
    """

    words: tuple[str, ...]
    purpose: str
    usage: str
    description: tuple[str, ...]
    options: tuple[tuple[str, str], ...]
    commands: tuple[tuple[str, str], ...]
    example: str

    @property
    def name(self) -> str:
        """The name of its page: staffroom-logs-read."""
        return "-".join(self.words)


def pages(
    command: click.Command, words: tuple[str, ...] = ("staffroom",), above: click.Context | None = None
) -> Iterator[ManualPage]:
    """Go through a command and all that are below it."""
    context = click.Context(command, parent=above, info_name=words[-1], **command.context_settings)
    below = _below(command, context)
    yield _page(command, context, words, below)
    for name, one in below:
        yield from pages(one, (*words, name), context)


def _below(command: click.Command, context: click.Context) -> list[tuple[str, click.Command]]:
    if not isinstance(command, click.Group):
        return []
    found = [(name, command.get_command(context, name)) for name in command.list_commands(context)]
    return [(name, one) for name, one in found if one is not None]


def _page(
    command: click.Command,
    context: click.Context,
    words: tuple[str, ...],
    below: list[tuple[str, click.Command]],
) -> ManualPage:
    paragraphs = _paragraphs(command)
    records = (parameter.get_help_record(context) for parameter in command.get_params(context))
    return ManualPage(
        words=words,
        purpose=_first_sentence(paragraphs[0]) if paragraphs else "",
        usage=" ".join(command.collect_usage_pieces(context)),
        description=tuple(paragraphs),
        options=tuple(record for record in records if record is not None and record[1]),
        commands=tuple((name, _first_sentence(_first_paragraph(one))) for name, one in below),
        example=(command.epilog or "").removeprefix(EXAMPLE).strip(),
    )


def _paragraphs(command: click.Command) -> list[str]:
    text = inspect.cleandoc(command.help or "").partition("\f")[0]
    return [" ".join(paragraph.split()) for paragraph in text.split("\n\n") if paragraph.strip()]


def _first_paragraph(command: click.Command) -> str:
    return next(iter(_paragraphs(command)), "")


def _first_sentence(paragraph: str) -> str:
    return paragraph.partition(". ")[0].removesuffix(".")

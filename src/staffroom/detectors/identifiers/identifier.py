"""What does a file of this folder give?"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from staffroom.detectors.plain_text import PlainText
from staffroom.records.findings import Span


class Identifier(NamedTuple):
    """Where an identifier stands, in one place or two; one that is not `sure` may well be something else."""

    spans: tuple[Span, ...]
    sure: bool = True


Find = Callable[[PlainText], Iterator[Identifier]]

"""What must a detector be able to do, and what must it never do?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple, Protocol

from staffroom.detectors.plain_text import PlainText
from staffroom.records.drafts import Draft
from staffroom.records.findings import Kind, Notice
from staffroom.records.name_sketch import NameSketch
from staffroom.records.school_words import SchoolWords


class Ground(NamedTuple):
    """What a detector may know of the school; `names` is None where its roster is not known."""

    words: SchoolWords = SchoolWords()
    names: NameSketch | None = None


class Detector(Protocol):
    """One worry. It is given the text made plain, and says what it notices, in places of that text.

    It never raises, whatever the text; its time grows in proportion to the text's length, and no regular
    expression of its may go back over what it has read (a test attacks each). It remembers nothing.
    """

    @property
    def name(self) -> str:
        """Name it in a word or two, with hyphens, such as "personal-data"."""
        ...

    @property
    def title(self) -> str:
        """Say what it looks for, for people."""
        ...

    @property
    def kinds(self) -> Mapping[str, Kind]:
        """List what it can notice."""
        ...

    def notice(self, text: PlainText, draft: Draft, ground: Ground) -> Iterator[Notice]:
        """Give what it notices; spans are places of `text.plain`."""
        ...

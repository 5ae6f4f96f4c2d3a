"""Which lines of a text make which paragraph, so that no character is lost?"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from staffroom.policy.paragraph import Kind, Paragraph
from staffroom.readers.documents.document import Document
from staffroom.readers.documents.wrapping import is_continued, width_of


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a text: where its words begin and end in the text, and what its marks say it is.

    A line without words (`begin == end`) only divides. `is_open` says that the next line may continue it.
    """

    begin: int
    end: int
    kind: Kind = Kind.PLAIN
    is_open: bool = True


def read_lines(text: str, recognise: Callable[[str, int], Line]) -> Document:
    """Gather lines into paragraphs. `recognise` says of each line (and its offset) what it is."""
    lines = [recognise(line, offset) for line, offset in _with_offsets(text)]
    width = width_of([text[line.begin : line.end] for line in lines])
    paragraphs, done = [], 0
    for begin, end, kind in _gather(text, lines, width):
        paragraphs.append(Paragraph(text[begin:end], kind, text[done:begin]))
        done = end
    return Document(tuple(paragraphs), text[done:])


def plain_line(line: str, offset: int) -> Line:
    """Recognise a line without marks; one without a letter or digit has no words."""
    words = line.strip()
    if not any(map(str.isalnum, words)):
        return Line(offset, offset)
    begin = offset + line.index(words)
    return Line(begin, begin + len(words))


def _with_offsets(text: str) -> Iterator[tuple[str, int]]:
    offset = 0
    for line in text.splitlines(keepends=True):
        yield line, offset
        offset += len(line)


def _gather(text: str, lines: Sequence[Line], width: int) -> Iterable[tuple[int, int, Kind]]:
    gathered: list[tuple[int, int, Kind]] = []
    last: Line | None = None
    for line in lines:
        if line.begin == line.end:
            last = None
            continue
        if last and _is_one(text, last, line, width):
            begin, _, kind = gathered[-1]
            gathered[-1] = (begin, line.end, kind)
        else:
            gathered.append((line.begin, line.end, line.kind))
        last = line
    return gathered


def _is_one(text: str, last: Line, line: Line, width: int) -> bool:
    if not last.is_open or line.kind is not Kind.PLAIN:
        return False
    return is_continued(text[last.begin : last.end], text[line.begin : line.end], width)

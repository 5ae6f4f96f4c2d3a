"""What does a Markdown file say?"""

from __future__ import annotations

import re

from staffroom.policy.headings import is_item
from staffroom.policy.paragraph import Kind
from staffroom.readers.documents.document import Document
from staffroom.readers.documents.lines import Line, plain_line, read_lines
from staffroom.readers.documents.plain_text import decode

# CommonMark 0.31: a heading has up to three spaces, one to six number signs, and a space.
HEADING = re.compile(r" {0,3}#{1,6}[ \t]+(?=\S)")
UNDERLINE = re.compile(r" {0,3}(?:=+|-+)[ \t]*$")


def read_markdown(content: bytes) -> Document:
    """Read a Markdown file; its marks for headings stand between the paragraphs and are not lost.

    Raises UnreadableDocumentError for a file that holds no text.
    """
    text = decode(content)
    underlined = _underlined(text)

    def recognise(line: str, offset: int) -> Line:
        return _marked_line(line, offset, is_underlined=offset in underlined)

    return read_lines(text, recognise)


def _marked_line(line: str, offset: int, *, is_underlined: bool) -> Line:
    plain = plain_line(line, offset)
    if plain.begin == plain.end:
        return plain
    if marked := HEADING.match(line):
        title = _without_closing_signs(line[marked.end() :].rstrip())
        begin = offset + marked.end()
        return Line(begin, begin + len(title), Kind.HEADING, is_open=False)
    if is_underlined:
        return Line(plain.begin, plain.end, Kind.HEADING, is_open=False)
    words = line.strip()
    if words.startswith("|"):
        return Line(plain.begin, plain.end, Kind.ROW, is_open=False)
    return Line(plain.begin, plain.end, Kind.ITEM if is_item(words) else Kind.PLAIN)


def _without_closing_signs(title: str) -> str:
    """Take off the number signs that may close a heading; they follow a space."""
    rest = title.rstrip("#")
    return rest.rstrip() if rest.endswith((" ", "\t")) else title


def _underlined(text: str) -> frozenset[int]:
    """Return the offsets of the lines that the line after them marks as headings."""
    offsets, offset, before, is_first = set(), 0, -1, True
    for line in text.splitlines(keepends=True):
        is_text = any(map(str.isalnum, line))
        if before >= 0 and not is_text and UNDERLINE.match(line.rstrip("\r\n")) and line.strip():
            offsets.add(before)
        before = offset if is_text and is_first else -1
        is_first = not line.strip() or not is_text
        offset += len(line)
    return frozenset(offsets)

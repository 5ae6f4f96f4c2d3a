"""Where does a draft come from, and can it be read as text?"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final

LARGEST: Final = 1_000_000  # bytes; no network takes a longer post
UTF_8_MARK: Final = b"\xef\xbb\xbf"
UTF_16_MARKS: Final = (b"\xff\xfe", b"\xfe\xff")
TOO_LARGE: Final = "It is larger than 1 MB. Give the text of the post alone."
NO_TEXT: Final = "It is not text in UTF-8, so it was not checked. Save it as plain text, and try again."
EMPTY: Final = "It is empty. Give the text of the post."
NO_FILE: Final = "There is no such file. Look at its spelling."
CLOSED: Final = "It cannot be opened. Check who may read it."


@dataclass(frozen=True, slots=True)
class Source:
    """A draft by the name of where it came from; or a sentence that says why it could not be read."""

    name: str
    text: str = ""
    problem: str = ""


def take_text(text: str, name: str) -> Source:
    """Take a text that is given as such."""
    if not text.strip():
        return Source(name, problem=EMPTY)
    return Source(name, text) if len(text) <= LARGEST else Source(name, problem=TOO_LARGE)


def read_file(file: Path) -> Source:
    """Read a file."""
    if not file.is_file():
        return Source(str(file), problem=NO_FILE)
    try:
        with file.open("rb") as opened:
            return _read(opened, str(file))
    except OSError:
        return Source(str(file), problem=CLOSED)


def read_input(opened: BinaryIO) -> Source:
    """Read standard input to its end."""
    return _read(opened, "standard input")


def _read(opened: BinaryIO, name: str) -> Source:
    content = opened.read(LARGEST + 1)
    if len(content) > LARGEST:
        return Source(name, problem=TOO_LARGE)
    text = _decode(content)
    return Source(name, problem=NO_TEXT) if text is None else take_text(text, name)


def _decode(content: bytes) -> str | None:
    """Turn bytes into text; None where they are none."""
    encoding = "utf-16" if content.startswith(UTF_16_MARKS) else "utf-8"
    try:
        text = content.removeprefix(UTF_8_MARK).decode(encoding)
    except UnicodeDecodeError:
        return None
    return None if "\x00" in text else text

"""What does a field of a log line hold, once it is known to matter?"""

from __future__ import annotations

from urllib.parse import unquote_to_bytes

from staffroom.readers.logs.hosts import find_host
from staffroom.records.requests import Unreadable

LONGEST_LINE = 65_536  # bytes; the longest URL that Squid accepts is an eighth of this
TOO_FEW_FIELDS = "it has too few fields"
NO_NUMBER = "a field that should be a number is not one"
NO_QUOTE_END = "a quotation mark is never closed"

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


def trim_line(line: bytes) -> bytes:
    """Return the line without a byte order mark and without what is left of its line end."""
    return line.removeprefix(_BYTE_ORDER_MARK).rstrip(b"\r\n")


def find_damage(line: bytes) -> Unreadable | None:
    """Say what is wrong with a line as such: too long to be one, or NUL bytes (a crash leaves them)."""
    if len(line) > LONGEST_LINE:
        return Unreadable("it is longer than 65,536 bytes")
    if b"\0" in line:
        return Unreadable("it holds NUL bytes")
    return None


def decode_text(field: bytes) -> str:
    """Return the field as text: UTF-8, or else Latin-1, as older Windows servers write it.

    `-` is how most logs write an empty field: "".
    """
    if field == b"-":
        return ""
    try:
        return field.decode()
    except UnicodeDecodeError:
        return field.decode("latin-1")


def decode_user(field: bytes, client: bytes = b"") -> str:
    """Return a user name as the log means it, its percent-encoding undone and nothing else changed.

    A name that only repeats the client's address is none: some filters write it there.
    """
    if field == client:
        return ""
    return decode_text(unquote_to_bytes(field) if b"%" in field else field)


def read_number(field: bytes) -> int | None:
    """Return a whole number of at most 18 digits, None for anything else."""
    digits = field.removeprefix(b"-")
    if not digits.isdigit() or len(digits) > 18:
        return None
    return int(field)


def read_octets(field: bytes) -> int | None:
    """Return a size in bytes; None where the log does not say (`-`, empty, or no such number)."""
    octets = read_number(field)
    return octets if octets is not None and octets >= 0 else None


def read_referrer(field: bytes) -> str:
    """Return the host of a Referer, or "" where the line had none."""
    return decode_text(find_host(field))


def read_content_type(field: bytes) -> str:
    """Return a content type in lower case without its parameters, or "" where the line had none."""
    return decode_text(field.partition(b";")[0].strip()).lower()

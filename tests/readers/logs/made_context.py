"""A small made catalogue, and ways to ask a format about one line."""

from __future__ import annotations

from hypothesis import strategies as st

from staffroom.readers.logs.reader import Context, LogFormat
from staffroom.records.requests import Request, Unreadable
from staffroom.records.services import Listing, Role

NAMES = ("facebook.com", "hi5.com", "linkedin.com", "tiktok.com", "twitter.com", "youtube.com")
WRITTEN_BY = 1_800_000_000_000  # 15 January 2027
LISTED_HOSTS = ("www.facebook.com", "facebook.com", "m.tiktok.com", "twitter.com")


class MadeListings:
    """Finds a host or the longest listed domain above it, as the catalogue does."""

    def listing(self, host: bytes) -> Listing | None:
        labels = host.lower().split(b".")
        for start in range(len(labels)):
            name = b".".join(labels[start:]).decode("latin-1")
            if name in NAMES:
                return Listing(name.partition(".")[0], Role.INTERACTIVE, name, NAMES.index(name))
        return None


def made_context(timezone: str = "Europe/London", mapping: object = None) -> Context:
    return Context(MadeListings(), WRITTEN_BY, timezone, mapping)


def read_line(log_format: LogFormat, line: bytes, head: bytes = b"", **context: object):
    return log_format.open(head or line, made_context(**context)).read(line)


def read_request(log_format: LogFormat, line: bytes, head: bytes = b"", **context: object) -> Request:
    answer = read_line(log_format, line, head, **context)
    assert isinstance(answer, Request), answer
    return answer


def read_unreadable(log_format: LogFormat, line: bytes, head: bytes = b"", **context: object) -> str:
    answer = read_line(log_format, line, head, **context)
    assert isinstance(answer, Unreadable), answer
    return answer.reason


def assert_a_value(log_format: LogFormat, line: bytes, head: bytes = b"") -> None:
    """A reader answers anything with one of its three kinds of value, and says nothing of the line."""
    answer = read_line(log_format, line, head)
    assert answer is None or isinstance(answer, (Request, Unreadable))
    if isinstance(answer, Unreadable):
        assert answer.reason in REASONS
    if isinstance(answer, Request):
        assert answer.began_at <= answer.ended_at
        assert answer.listing.name in NAMES


REASONS = {
    "a field that should be a number is not one",
    "a quotation mark is never closed",
    "it has more values than its header names fields",
    "it has too few fields",
    "it holds NUL bytes",
    "it is longer than 65,536 bytes",
    "its fields are not in the order of the format",
    "its time makes no sense",
    "the header of its file does not name the columns of the mapping",
    "the line is not whole JSON",
}


def damaged(*samples: bytes) -> st.SearchStrategy[bytes]:
    """Sample lines with a piece cut out and any bytes put in its place, and plain noise."""

    def damage(sample: bytes, start: int, end: int, noise: bytes) -> bytes:
        first, last = sorted((start % (len(sample) + 1), end % (len(sample) + 1)))
        return sample[:first] + noise + sample[last:]

    places = st.integers(0, 5_000)
    noise = st.one_of(
        st.binary(max_size=40), st.sampled_from((b'"', b"\t", b" ", b"\\", b"=", b",", b"-", b""))
    )
    return st.one_of(
        st.binary(max_size=200), st.builds(damage, st.sampled_from(samples), places, places, noise)
    )

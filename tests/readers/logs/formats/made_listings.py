"""A small catalogue and made lines for the tests of log formats."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from hypothesis import strategies as st

from staffroom.readers.logs.reader import Context
from staffroom.records.services import Listing, Role

SAMPLES = (Path(__file__).parents[4] / "../shared/data/logs").resolve()

NAMES = {
    b"facebook.com": ("facebook", Role.INTERACTIVE),
    b"connect.facebook.net": ("facebook", Role.EMBED),
    b"twitter.com": ("twitter", Role.INTERACTIVE),
    b"reddit.com": ("reddit", Role.INTERACTIVE),
    b"chatty.example": ("chatty", Role.INTERACTIVE),
}


class MadeListings:
    """A catalogue of five domains, which remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[bytes] = []

    def listing(self, host: bytes) -> Listing | None:
        self.asked.append(host)
        labels = host.lower().removesuffix(b".").split(b".")
        for start in range(len(labels)):
            name = b".".join(labels[start:])
            if name in NAMES:
                service, role = NAMES[name]
                return Listing(service, role, name.decode(), list(NAMES).index(name))
        return None


def at(text: str) -> int:
    """Return an ISO time as milliseconds; UTC where the text has no offset."""
    moment = datetime.fromisoformat(text)
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return round(moment.timestamp() * 1000)


def made_context(written_by: str = "2026-09-08T00:00:00", timezone: str = "Europe/London") -> Context:
    return Context(MadeListings(), at(written_by), timezone)


def mangled(line: bytes) -> st.SearchStrategy[bytes]:
    """Give lines that are almost this one: cut off, with bytes put in or taken out."""
    places = st.integers(0, len(line))
    return st.one_of(
        places.map(lambda place: line[:place]),
        st.tuples(places, st.binary(max_size=12)).map(lambda put: line[: put[0]] + put[1] + line[put[0] :]),
        st.tuples(places, places).map(lambda cut: line[: min(cut)] + line[max(cut) :]),
    )

"""Short ways to write claims and to read files in the tests of identities."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from hypothesis import strategies as st

from staffroom.readers.identities.reader import IdentityFormat, Problem
from staffroom.records.people import Claim

SAMPLES = (Path(__file__).parents[3] / "../shared/data/logs").resolve()

WRITTEN = 1_788_825_600_000  # 8 September 2026, 00:00 UTC

LAPTOP = "00:1a:2b:3c:4d:5e"
PHONE = "00:1a:2b:3c:4d:99"


def utc(text: str) -> datetime:
    """Return `07 09:01` (or with seconds) of September 2026, or a whole ISO time, in UTC."""
    whole = f"2026-09-{text.replace(' ', 'T')}" if len(text) < 16 else text
    return datetime.fromisoformat(whole).replace(tzinfo=UTC)


def read(form: IdentityFormat, content: bytes) -> list[Claim | Problem]:
    return list(form.read(content, timezone="Europe/London", written_by=WRITTEN))


def claims(form: IdentityFormat, content: bytes) -> list[Claim]:
    """Return the claims of a file that has no problems."""
    found = read(form, content)
    assert not [one for one in found if isinstance(one, Problem)]
    return [one for one in found if isinstance(one, Claim)]


def problems(form: IdentityFormat, content: bytes) -> list[Problem]:
    return [one for one in read(form, content) if isinstance(one, Problem)]


def spans(form: IdentityFormat, content: bytes) -> list[tuple[str, datetime, datetime | None, str]]:
    """Return address, start, end, and who or what, of each claim of a file that has no problems."""
    return [(one.address, one.since, one.until, one.account or one.machine) for one in claims(form, content)]


def assert_sound(found: list[Claim | Problem]) -> None:
    """Assert what holds of every answer, whatever the file was."""
    for one in found:
        if isinstance(one, Claim):
            assert one.since.tzinfo is not None
            assert one.until is None or one.since < one.until
            assert one.account or one.machine
            assert one.address
            assert one.source
        else:
            assert one.line >= 0
            assert one.reason.endswith(".")


def damaged(content: bytes) -> st.SearchStrategy[bytes]:
    """Give files that are almost this one, or nothing like it."""
    places = st.integers(0, len(content))
    return st.one_of(
        st.binary(max_size=300),
        places.map(lambda place: content[:place]),
        st.tuples(places, st.binary(max_size=20)).map(
            lambda put: content[: put[0]] + put[1] + content[put[0] :]
        ),
        st.tuples(places, places).map(lambda cut: content[: min(cut)] + content[max(cut) :]),
    )

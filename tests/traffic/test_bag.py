"""Is the layout of a backup what BagIt says, and is it read back as it was written?"""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from staffroom.traffic.bag import (
    Extent,
    read_information,
    read_manifest,
    write_information,
    write_manifest,
)

NAMES = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60)
DIGESTS = st.text("0123456789abcdef", min_size=64, max_size=64)
EXTENTS = st.builds(
    Extent,
    st.integers(0, 10**15 - 1),
    st.integers(0, 10**9 - 1),
    st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC)).map(  # noqa: DTZ001
        lambda moment: moment.replace(microsecond=0)
    ),
)


@given(st.dictionaries(NAMES, DIGESTS, max_size=5))
def test_a_manifest_is_read_as_it_was_written(hashes: dict[str, str]):
    assert read_manifest(write_manifest(hashes)) == hashes


@given(EXTENTS)
def test_the_information_is_read_as_it_was_written(extent: Extent):
    assert read_information(write_information(extent, "1.0")) == extent


def test_line_ends_in_names_are_written_as_rfc_8493_says():
    text = write_manifest({"a\nb\rc%0A": "0" * 64})
    assert text == f"{'0' * 64}  data/a%0Ab%0Dc%250A\n"


def test_the_information_says_what_it_holds_and_that_it_is_secret():
    text = write_information(Extent(12, 3, datetime(2026, 11, 22, 9, 5, tzinfo=UTC)), "1.0")
    assert "Bagging-Date: 2026-11-22\n" in text
    assert "Payload-Oxum: 12.3\n" in text
    assert "It holds secret keys and names." in text


@pytest.mark.parametrize(
    "text", ["", "Payload-Oxum: 12.3", "Payload-Oxum: 1.2\nStaffroom-Made-At: 2026-11-22T09:05:00\n"]
)
def test_information_that_leaves_something_out_is_refused(text: str):
    with pytest.raises(ValueError, match="does not say"):
        read_information(text)


@pytest.mark.parametrize("line", ["x", "0" * 64, f"{'0' * 63}  data/x", f"{'0' * 64}  other/x"])
def test_a_manifest_with_anything_else_in_it_is_refused(line: str):
    with pytest.raises(ValueError, match="no hash"):
        read_manifest(f"{'0' * 64}  data/x\n{line}\n")


@given(st.text(max_size=300))
def test_no_text_can_do_more_than_be_refused(text: str):
    for read in (read_information, read_manifest):
        with suppress(ValueError):
            assert read(text) is not None

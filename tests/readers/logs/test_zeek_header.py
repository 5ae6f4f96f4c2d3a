"""Does the header of a Zeek log explain its lines?"""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from staffroom.readers.logs.zeek_header import ZeekHeader, learn_header

LINES = (
    b"#separator \\x09",
    b"#set_separator\t|",
    b"#empty_field\tEMPTY",
    b"#unset_field\tNONE",
    b"#path\thttp",
    b"#open\t2026-09-07-08-00-00",
    b"#fields\tts\thost\ttags",
    b"#types\ttime\tstring\tset[string]",
    b"#close\t2026-09-07-20-00-00",
)


def learn(*lines: bytes) -> ZeekHeader:
    header = ZeekHeader()
    for line in lines:
        header = learn_header(header, line)
    return header


def test_fields_are_found_by_name_whatever_their_order() -> None:
    whole = learn(*LINES).split(b"1.0\twww.example\ta|b")

    assert whole is not None
    assert (whole.field("host"), whole.field("ts"), whole.field("tags")) == (b"www.example", b"1.0", b"a|b")
    assert whole.first("tags") == b"a"


def test_unset_and_empty_are_nothing_and_a_field_that_is_not_there_is_none() -> None:
    whole = learn(*LINES).split(b"NONE\tEMPTY\t-")

    assert whole is not None
    assert (whole.field("ts"), whole.field("host"), whole.field("tags")) == (b"", b"", b"-")
    assert whole.field("uri") is None
    assert whole.first("uri") is None
    assert whole.first("ts") == b""


def test_a_line_with_other_than_its_number_of_fields_is_none() -> None:
    header = learn(*LINES)

    assert header.split(b"1.0\twww.example") is None
    assert header.split(b"1.0\twww.example\ta\tb") is None
    assert ZeekHeader().split(b"1.0") is None


def test_the_line_that_names_the_separator_begins_anew() -> None:
    header = learn(*LINES, b"#separator ,")

    assert header == ZeekHeader(separator=b",")
    assert learn(*LINES, b"#separator \\x2c") == header
    assert learn(b"#separator ").separator == b"\t"
    assert learn(b"#separator \\xzz").separator == b"\\xzz"


@given(
    st.lists(
        st.one_of(st.sampled_from(LINES), st.binary(max_size=40).map(lambda rest: b"#" + rest)), max_size=8
    )
)
def test_no_header_is_ever_too_broken(lines: list[bytes]) -> None:
    whole = learn(*lines).split(b"1.0\twww.example\ta")

    assert whole is None or whole.field("ts") is None or isinstance(whole.field("ts"), bytes)

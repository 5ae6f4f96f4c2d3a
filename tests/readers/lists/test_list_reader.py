"""Are lists from elsewhere told apart by their content, read whole, and bounded?"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from staffroom.readers.lists import reader
from staffroom.readers.lists.reader import ListedDomains, read_list, recognise
from staffroom.records.services import Role
from staffroom.rules.catalogue import load
from staffroom.rules.catalogue_additions import listed_by_school

NAMES = ("chat.example", "forum.example", "www.talk.example")
WRITTEN = {
    "a list with one domain a line": "{}\n",
    "a hosts file": "0.0.0.0 {}\n",
    "an AdGuard filter": "||{}^\n",
    "a dnsmasq configuration": "address=/{}/\n",
}
DOMAINS = st.lists(
    st.from_regex(r"[a-z][a-z0-9]{0,8}(-[a-z0-9]{1,4})?\.(example|test|org)", fullmatch=True),
    min_size=1,
    max_size=30,
    unique=True,
)


@pytest.mark.parametrize(("syntax", "line"), WRITTEN.items(), ids=list(WRITTEN))
@given(names=DOMAINS)
def test_what_is_written_in_a_syntax_is_read_back(syntax: str, line: str, names: list[str]):
    content = "".join(line.format(name) for name in names).encode()
    assert read_list(content) == ListedDomains(tuple(names), {}, syntax)


@given(st.binary(max_size=500))
def test_no_bytes_whatever_raise(content: bytes):
    listed = read_list(content)
    assert len(set(listed.names)) == len(listed.names)
    assert bool(listed.syntax) != (reader.NOT_A_LIST in listed.problems)


@given(
    st.lists(st.sampled_from(["chat.example", "0.0.0.0 chat.example", "||chat.example^", "# x", "junk !"]))
)
def test_every_line_is_a_name_a_comment_or_a_problem(lines: list[str]):
    listed = read_list("\n".join(lines).encode())
    assert set(listed.names) <= {"chat.example"}
    if listed.syntax:
        assert sum(listed.problems.values()) <= len(lines)


def test_names_are_lower_case_without_a_last_dot_and_each_once():
    listed = read_list(b"Chat.Example\nchat.example.\n  forum.example\t\nCHAT.EXAMPLE\n")
    assert listed.names == ("chat.example", "forum.example")
    assert listed.problems == {}


def test_a_byte_order_mark_and_windows_line_ends_do_not_matter():
    assert read_list(b"\xef\xbb\xbfchat.example\r\nforum.example\r\n").names == (
        "chat.example",
        "forum.example",
    )


def test_the_last_line_needs_no_line_end():
    assert read_list(b"chat.example\nforum.example").names == ("chat.example", "forum.example")


def test_the_syntax_of_most_lines_is_taken_and_the_others_are_counted():
    listed = read_list(b"0.0.0.0 chat.example\n0.0.0.0 forum.example\n||talk.example^\n")
    assert listed == ListedDomains(
        ("chat.example", "forum.example"), {reader.NOT_UNDERSTOOD: 1}, "a hosts file"
    )


def test_exceptions_and_cosmetic_rules_of_a_filter_list_nothing():
    content = (
        b"! title\n||chat.example^\n@@||forum.example^\nnews.example##.share\n||talk.example^$third-party\n"
    )
    assert read_list(content) == ListedDomains(("chat.example",), {}, "an AdGuard filter")


def test_what_is_no_domain_is_counted():
    listed = read_list("chat.example\n192.0.2.7\nlocalhost\nmünchen.example\n-a.example\n".encode())
    assert listed.names == ("chat.example",)
    assert listed.problems == {reader.NOT_A_DOMAIN: 4}


def test_a_suffix_that_would_match_half_the_network_is_left_out():
    listed = read_list(b"chat.example\nco.uk\nsch.uk\n")
    assert listed.names == ("chat.example",)
    assert listed.problems == {reader.SHARED: 2}


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\n\n",
        b"# only\n# comments\n",
        b"PK\x03\x04\x00\x00",
        b"<html><body>Not found</body></html>",
        "chat.example\n".encode("utf-16"),
    ],
)
def test_what_is_no_list_is_said_in_one_sentence(content: bytes):
    listed = read_list(content)
    assert listed == ListedDomains((), {reader.NOT_A_LIST: 1}, "")


def test_a_list_of_more_than_twenty_megabytes_is_refused():
    allowed = b"chat.example\n" + b"#" * (reader.LARGEST - 13)
    assert read_list(allowed).names == ("chat.example",)
    assert read_list(allowed + b"#") == ListedDomains((), {reader.TOO_LARGE: 1}, "")


def test_names_beyond_the_most_are_counted_and_left_out(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(reader, "MOST_NAMES", 3)
    listed = read_list(b"".join(b"a%d.example\n" % number for number in range(5)) + b"a0.example\n")
    assert listed.names == ("a0.example", "a1.example", "a2.example")
    assert listed.problems == {reader.TOO_MANY: 2}


def test_the_sentences_name_the_true_bounds():
    assert f"{reader.LARGEST // 1_000_000} MB" in reader.TOO_LARGE
    assert f"{reader.MOST_NAMES:,}" in reader.TOO_MANY


def test_a_line_that_is_too_long_is_counted():
    listed = read_list(b"chat.example\n" + b"a " * 3_000 + b"\nforum.example\n")
    assert listed.names == ("chat.example", "forum.example")
    assert listed.problems == {reader.TOO_LONG: 1}


def test_the_syntax_is_told_from_the_first_lines_only():
    head = b"# comment\n" * reader.SAMPLE
    assert recognise(head + b"chat.example\n") is None
    assert recognise(head[10:] + b"chat.example\n") is not None


def test_problems_never_quote_the_list():
    listed = read_list(b"chat.example\njo.bloggs@school.example\nJo Bloggs\n0.0.0.0 secret.example\n")
    assert sum(listed.problems.values()) == 3
    assert not any(word in reason for reason in listed.problems for word in ("bloggs", "Bloggs", "secret"))


@pytest.mark.parametrize("line", WRITTEN.values(), ids=list(WRITTEN))
def test_the_names_of_every_syntax_are_the_same(line: str):
    assert read_list("".join(map(line.format, NAMES)).encode()).names == NAMES


def test_a_list_adds_to_the_catalogue_what_is_new_in_it():
    listed = read_list(b"www.facebook.com\nconnect.facebook.net\nchat.example\n")
    catalogue = load(additions=[listed_by_school("UT1", listed.names)])
    new, button = catalogue.listing(b"www.chat.example"), catalogue.listing(b"connect.facebook.net")
    assert new is not None
    assert button is not None
    assert (new.service, new.role) == ("school-list-ut1", Role.INTERACTIVE)
    assert (button.service, button.role) == ("facebook", Role.EMBED)

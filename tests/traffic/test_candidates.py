"""Which lines does the filter let through, compiled and plain?"""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from staffroom.rules.blind import names as blind_names
from staffroom.traffic.candidates import meaning_of
from staffroom.traffic.identity_list import IdentityList
from staffroom.traffic.line_scanner import LineScanner
from staffroom.traffic.scanning import Ground
from staffroom.traffic.suffixes import HOLE, build_table, hash_backwards
from traffic.made_store import CATALOGUE, HOSTS

BLIND = sorted(name.decode() for name in blind_names())
WORDS = st.one_of(
    st.sampled_from(
        (*HOSTS, "quiet.chirp.example", "union.example", "notchirp.example", "chirp.example.org")
    ),
    st.sampled_from(BLIND),
    st.from_regex(r"[A-Za-z0-9._-]{0,12}", fullmatch=True),
)
NAMES = st.lists(WORDS, min_size=1, max_size=4).map(".".join)
TEXTS = st.one_of(
    NAMES,
    NAMES.map(str.upper),
    NAMES.map("CONNECT {}:443".format),
    st.tuples(NAMES, NAMES).map(" ".join),
    st.from_regex(r"CONNECT [0-9.]{1,12}(:443)?", fullmatch=True),
    st.from_regex(r"CONNECT \[[0-9a-fA-F:.]{0,12}\]?(:443)?( dns.google)?", fullmatch=True),
    st.from_regex(r"[#]?[ -~]{0,40}", fullmatch=True),
)


class Every:
    """Lines that take note of what is put before them."""

    def __init__(self) -> None:
        self.put: list[bytes] = []

    def read(self, line: bytes) -> None:
        self.put.append(line)


def filtered(domains, text: bytes, kernels=None):
    """Return the lines that the reader is shown, and the tally."""
    lines = Every()
    scanner = LineScanner(lines, Ground(domains, IdentityList(lambda *_: []), 1, kernels))
    scanner.begin(memoryview(text))
    return lines.put, scanner.finish().tally


@given(texts=st.lists(TEXTS, max_size=8), ends=st.sampled_from((b"\n", b"\r\n", b"\n\n")))
@settings(max_examples=300, deadline=None)
@example(texts=["CONNECT 1.2.3.", "CONNECT 1.2.3.4.", "CONNECT 1.2.3.4x", "1.2.3.4"], ends=b"\n")
@example(texts=["x" * 300 + ".chirp.example", "x" * 239 + ".chirp.example", "chirp.example" * 30], ends=b"\n")
@example(
    texts=["CONNECT [::]", "CONNECT [:]", "dns.google CONNECT [::1]", "CONNECT [::1] dns.google"], ends=b"\n"
)
@example(texts=["CONNECT [::1", "]", "CONNECT [g::1]", "CONNECT [::1] chirp.example"], ends=b"\n")
@example(texts=["", "#", "# chirp.example", " # chirp.example"], ends=b"\n")
def test_names_are_looked_up_alike_by_the_kernel_and_the_plain_filter(domains, kernels, texts, ends):
    text = b"".join(one.encode() + ends for one in texts)
    assert filtered(domains, text, kernels) == filtered(domains, text)


@given(text=st.binary(max_size=3_000))
@settings(max_examples=100, deadline=None)
def test_any_bytes_are_filtered_alike(domains, kernels, text):
    assert filtered(domains, text + b"\n", kernels) == filtered(domains, text + b"\n")


def test_a_line_that_names_no_listed_domain_never_reaches_a_reader(domains, path_taken):
    text = b"the union, www.union.example, notchirp.example and chirp.example.org\nhost=www.chirp.example\n"
    put, tally = filtered(domains, text, path_taken)
    assert put == [b"host=www.chirp.example"]
    assert tally.lines == 2


def test_a_remark_goes_to_the_reader_and_is_no_line(domains, path_taken):
    put, tally = filtered(domains, b"#Fields: date time\n\nanything\n", path_taken)
    assert (put, tally.lines) == ([b"#Fields: date time"], 1)


@pytest.mark.parametrize(
    ("line", "blind"),
    [
        (b"dns.google www.union.example", {"encrypted lookups": 1}),
        (b"www.union.example nordvpn.com dns.google", {"tunnels": 1}),
        (b"dns.google www.chirp.example", {}),
        (b"x CONNECT 203.0.113.9:443 y", {"addresses only": 1}),
        (b"x GET 203.0.113.9 y", {}),
        (b"x CONNECT [2001:db8::9]:443 y", {"addresses only": 1}),
        (b"x CONNECT [2001:DB8::ffff:203.0.113.9]:443 dns.google", {"addresses only": 1}),
        (b"dns.google CONNECT [2001:db8::9]:443", {"encrypted lookups": 1}),
        (b"x CONNECT [2001:db8::9]:443 www.chirp.example", {}),
        (b"x CONNECT [union]:443 y", {}),
        (b"x GET http://[2001:db8::9]/ y", {}),
        (b"quiet.chirp.example", {}),
    ],
)
def test_a_line_is_blind_by_the_first_name_that_is_unless_another_is_listed(domains, path_taken, line, blind):
    put, tally = filtered(domains, line + b"\n", path_taken)
    assert dict(tally.blind) == blind
    assert bool(put) == (b"www.chirp" in line)


@given(host=NAMES.map(str.encode))
@settings(max_examples=200)
def test_the_filter_finds_what_the_catalogue_finds(domains, host):
    found = meaning_of(host.removesuffix(b"."), domains.meanings)
    listing = CATALOGUE.listing(host) if len(host) < 250 else None
    if len(host) < 250:
        assert (listing.position if listing else None) == (
            found if found is not None and found >= 0 else None
        )


def test_a_hole_hides_the_listing_above_it_and_not_its_siblings(domains):
    assert meaning_of(b"a.quiet.chirp.example", domains.meanings) == HOLE
    assert meaning_of(b"loud.chirp.example", domains.meanings) == CATALOGUE.listing(b"chirp.example").position


@given(
    names=st.dictionaries(
        st.from_regex(rb"[a-z0-9.-]{1,20}", fullmatch=True), st.integers(0, 999), max_size=60
    )
)
@settings(max_examples=100)
def test_the_table_holds_every_name_once_at_the_place_that_its_hash_leads_to(names):
    table = build_table(names)
    held = {}
    for slot, entry in enumerate(table.slots.tolist()):
        if entry >= 0:
            start, length = int(table.starts[entry]), int(table.lengths[entry])
            name = table.names[start : start + length].tobytes()
            held[name] = int(table.meanings[entry])
            assert int(table.hashes[slot]) == hash_backwards(name)
    assert held == names
    assert len(table.slots) >= 2 * len(names)


def test_two_names_of_one_hash_are_told_apart_by_their_bytes(domains, kernels):
    """A made table in which a wrong name stands under the right hash."""
    table = build_table({b"chirp.example": 1})
    table = table._replace(names=np.frombuffer(b"zhirp.example", dtype=np.uint8))
    broken = SimpleNamespace(catalogue=CATALOGUE, suffixes=table, meanings={b"zhirp.example": 1})
    assert filtered(broken, b"chirp.example\n", kernels)[0] == []

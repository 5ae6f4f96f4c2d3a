"""Does the kernel read every line of Squid's format as the plain reader does?"""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from staffroom.readers.logs.formats.squid_native import SquidNativeLines
from staffroom.traffic.identity_list import IdentityList
from staffroom.traffic.line_scanner import LineScanner
from staffroom.traffic.plain_squid import look_at_squid
from staffroom.traffic.scanning import Ground, Scan
from staffroom.traffic.squid_scanner import SquidScanner
from traffic.made_store import CATALOGUE
from traffic.made_traffic import Made, a_day, squid

SEED = 0x0123_4567_89AB_CDEF
LARGEST = 1 << 16
GOOD = squid([Made()])[:-1]

STAMPS = (
    "1788768000.123",
    "1788768000.000",
    "0946684800.001",
    "4102444799.999",
    "4102444800.000",
    "1.2",
    "x",
)
ELAPSED = ("      0", "   2000", "15", "-3", "99999999999999", "1234567890123456", "zz", "")
CLIENTS = ("10.1.0.5", "2001:db8::7", "pc-7.holly.example", "-", "", "caf\u00e9")
STATUSES = (
    "TCP_MISS/200", "TCP_HIT/304", "TCP_TUNNEL/200", "TCP_DENIED/403", "TCP_DENIED/407", "TCP_MISS/407",
    "NONE/400", "TAG_NONE/503", "NONE_NONE/403", "UDP_MISS/000", "TCP_MISS/500", "TCP_MISS/2",
    "TCP_MISS", "/407", "TCP_A/20", "TCP_MISS/2xx", "TCP_DENIED/200", "TCP_MISS_DENIED/200",
    "TCP_NODENI/200", "TCP_DENIED/40x", "TCP_DENIED_REPLY/403", "TCP_DENIAL/403",
)  # fmt: skip
OCTETS = ("0", "1000", "-", "-5", "999999999999999", "9999999999999999", "1e3", "")
METHODS = ("GET", "POST", "CONNECT", "C23456T", "connect", "")
HOSTS = (
    "www.chirp.example", "WWW.Chirp.EXAMPLE", "chirp.example", "chirp.example.", "a.b.ch.example",
    "notchirp.example", "quiet.chirp.example", "x.quiet.chirp.example", "www.union.example",
    "203.0.113.9", "1.2.3.", "dns.google", "mask.icloud.com", "cloudflare-ech.com", "chirp%2eexample",
    "caf\u00e9.chirp.example", "solo.example_", "x" * 240 + ".chirp.example",
    "y" * 230 + ".chirp.example", "[2001:db8::7]", "", ".", "0", "..chirp.example",
)  # fmt: skip
TARGETS = (
    "http://{}/page/one", "https://{}/", "http://{}", "{}:443", "{}", "{}:", "{}:/x", "http://{}:8080/x",
    "{}:80?x", "HTTP://{}/", "ftp://{}/x", "htxp://{}/x", "wss://{}/", "http:///{}", "//{}/x",
    "http://user@{}/x", "{}?q={}", "http://{}\\@other.example/", "http://{}#top", "http:/{}/",
    "https:{}", "httpx://{}/", "error:{}", "/{}",
)  # fmt: skip
USERS = (
    "asample",
    "-",
    "HOLLY\\asample",
    "a%20b",
    "%",
    "pupil1",
    "asample@holly.example",
    "10.1.0.5",
    "two words",
    "",
)
LASTS = ("HIER_DIRECT/192.0.2.7", "HIER_NONE/-", "NONE/-", "DIRECT", "-", "")
KINDS = (
    "text/html",
    "text/html;charset=utf-8",
    "TEXT/HTML",
    "Text/Html",
    "text/htm",
    "image/png",
    "-",
    "",
    "text/html more",
)
ENDS = ("", "\r", "\r\r", " ", "\t")


@st.composite
def lines(draw: st.DrawFn) -> bytes:
    """A line that is nearly always of the format, each field ordinary more often than not."""

    def one(of: tuple[str, ...]) -> str:
        return of[0] if draw(st.integers(0, 2)) else draw(st.sampled_from(of))

    target = one(TARGETS).replace("{}", draw(st.sampled_from(HOSTS)))
    fields = (
        one(CLIENTS),
        one(STATUSES),
        one(OCTETS),
        one(METHODS),
        target,
        one(USERS),
        one(LASTS),
        one(KINDS),
    )
    return (f"{one(STAMPS)} {one(ELAPSED)} " + " ".join(fields) + one(ENDS)).encode()


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    """A line in which some bytes are other ones, missing, or too many."""
    line = draw(lines())
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, len(line)))
        put = draw(
            st.sampled_from(
                (b"", b" ", b"\0", b"\r", b"\t", b"/", b":", b".", b"%", b"#", b"\xff", b"  ", b"7")
            )
        )
        line = line[:at] + put + line[at + draw(st.integers(0, 2)) :]
    return line


TEXTS = st.one_of(
    lines(), damaged(), lines().flatmap(lambda line: st.integers(0, len(line)).map(lambda end: line[:end])),
    st.binary(max_size=80), st.sampled_from((b"", b"\r", b"# remark chirp.example", b"#", b" ")),
)  # fmt: skip


def scan(scanner_of, text: bytes):
    """Scan a text twice over, and return its hits with their identities, and the tally."""
    pairs: list[tuple[str, str]] = []

    def holdings(client: str, user: str):
        pairs.append((client, user))
        return [(-1, len(pairs))]

    scanner = scanner_of(IdentityList(holdings))
    scanner.begin(memoryview(text))
    found: Scan = scanner.finish()
    hits = []
    for columns in found.hits:
        for row in zip(*(column.tolist() for column in columns), strict=True):
            hits.append((*row[:3], pairs[row[3]], *row[4:]))
    return sorted(hits), found.tally


def scan_plainly(domains, text: bytes):
    lines = SquidNativeLines(CATALOGUE)
    return scan(lambda ids: LineScanner(lines, Ground(domains, ids, SEED, None), look_at_squid), text)


def scan_compiled(domains, kernels, text: bytes):
    lines = SquidNativeLines(CATALOGUE)
    return scan(lambda ids: SquidScanner(lines, Ground(domains, ids, SEED, kernels), LARGEST), text)


def assert_equal(domains, kernels, text: bytes):
    plain, compiled = scan_plainly(domains, text), scan_compiled(domains, kernels, text)
    assert compiled == plain


@given(texts=st.lists(TEXTS, max_size=6))
@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@example(texts=[GOOD.replace(b"http://", b"htxp://")])
@example(texts=[GOOD.replace(b" GET ", b"  ")])
@example(texts=[GOOD.replace(b"HIER_DIRECT/192.0.2.7", b"HIER_DIRECT")])
@example(texts=[GOOD.replace(b"text/html", b"TEXT/HTML")])
@example(texts=[GOOD.replace(b"/page/one/of/many", b":/page/one/of/many")])
@example(texts=[b"# " + GOOD])
@example(texts=[GOOD + b"\r", b"", b"\r", GOOD])
@example(texts=[GOOD, GOOD[: GOOD.index(b" asample")] + b" "])
@example(texts=[GOOD[: GOOD.index(b" HIER")]])
@example(texts=[GOOD[: GOOD.index(b" text/html")]])
@example(texts=[b"1788768000.000  client TCP_MISS/200 5 GET http://www.chirp.example/page/one/of/many -"])
@example(texts=[b"1788768000.000   2000 10.1.0.5.and.more.of.it TCP_MISS/200 5 CONNECT http://0 u HIER/- -"])
def test_every_line_is_read_alike_by_the_kernel_and_the_plain_reader(domains, kernels, texts):
    assert_equal(domains, kernels, b"".join(text.replace(b"\n", b"") + b"\n" for text in texts))


@given(text=st.binary(max_size=2_000))
@settings(max_examples=100, deadline=None)
def test_any_bytes_are_read_alike_and_break_nothing(domains, kernels, text):
    assert_equal(domains, kernels, text + b"\n")


def test_a_day_of_ordinary_traffic_is_read_alike_and_holds_hits_of_every_kind(domains, kernels):
    text = squid(a_day())
    hits, tally = scan_plainly(domains, text)
    assert scan_compiled(domains, kernels, text) == (hits, tally)
    assert tally.lines == text.count(b"\n")
    assert tally.listed == len(hits) == 63
    assert not tally.unreadable


@pytest.mark.parametrize(
    "line",
    [
        GOOD,
        GOOD.replace(b"http://", b"https://"),
        GOOD.replace(b"http://", b"ftp://"),
        GOOD.replace(b"http://", b"HTTP://"),
        GOOD.replace(b"www.chirp", b"WWW.ChIrP"),
        GOOD.replace(b"asample", b"two words"),
        GOOD.replace(b"TCP_MISS/200", b"TCP_DENIED/403"),
        GOOD + b"\r",
    ],
)
def test_a_line_about_a_listed_host_is_a_hit_however_it_is_written(domains, kernels, line):
    for hits, tally in (scan_plainly(domains, line + b"\n"), scan_compiled(domains, kernels, line + b"\n")):
        assert (len(hits), tally.listed, tally.lines) == (1, 1, 1)


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        (b"www.chirp.example", b"dns.google", "encrypted lookups"),
        (b"www.chirp.example", b"mask.icloud.com", "tunnels"),
        (b"www.chirp.example", b"x.cloudflare-ech.com", "encrypted hello"),
        (b"GET http://www.chirp.example/page/one/of/many", b"CONNECT 203.0.113.9:443", "addresses only"),
        (b"GET http://www.chirp.example/page/one/of/many", b"CONNECT [2001:db8::9]:443", "addresses only"),
        (b"GET http://www.chirp.example/page/one/of/many", b"CONNECT [2001:12::9]:443", "addresses only"),
    ],
)
def test_a_blind_line_is_counted_by_its_kind_and_is_no_hit(domains, kernels, old, new, kind):
    text = GOOD.replace(old, new) + b"\n"
    for hits, tally in (scan_plainly(domains, text), scan_compiled(domains, kernels, text)):
        assert (hits, dict(tally.blind)) == ([], {kind: 1})


def test_a_domain_that_the_school_took_out_is_neither_hit_nor_blind(domains, kernels):
    text = GOOD.replace(b"www.chirp", b"www.quiet.chirp") + b"\n"
    for hits, tally in (scan_plainly(domains, text), scan_compiled(domains, kernels, text)):
        assert (hits, tally.lines, dict(tally.blind), dict(tally.unreadable)) == ([], 1, {}, {})


def test_an_unreadable_line_is_counted_with_a_reason_that_holds_nothing_of_it(domains, kernels):
    text = GOOD.replace(b" 1000 ", b" many ") + b"\n"
    for hits, tally in (scan_plainly(domains, text), scan_compiled(domains, kernels, text)):
        assert (hits, tally.listed) == ([], 0)
        assert dict(tally.unreadable) == {"a field that should be a number is not one": 1}


def test_a_size_beyond_belief_is_capped_alike(domains, kernels):
    for size in (b" 999999999999999 ", b" 999999999999999999 "):
        text = GOOD.replace(b" 1000 ", size) + b"\n"
        plain, compiled = scan_plainly(domains, text), scan_compiled(domains, kernels, text)
        assert plain == compiled
        assert plain[0][0][2] == 1 << 36


def test_a_fingerprint_is_of_the_line_without_its_line_end(domains, kernels):
    hits = [scan_compiled(domains, kernels, GOOD + end)[0][0] for end in (b"\n", b"\r\n")]
    assert hits[0] == hits[1]


def test_a_scanner_keeps_its_pairs_from_chunk_to_chunk(domains, kernels):
    named: list[tuple[str, str]] = []
    ground = Ground(domains, IdentityList(lambda *pair: named.append(pair) or [(0, 0)]), SEED, kernels)
    scanner = SquidScanner(SquidNativeLines(CATALOGUE), ground, LARGEST)
    numbers = []
    for user in ("asample", "bexample", "asample"):
        scanner.begin(memoryview(squid([Made(user=user)])))
        numbers.append(int(scanner.finish().hits[0].identity[0]))
    assert numbers == [0, 1, 0]
    assert named == [("10.1.0.5", "asample"), ("10.1.0.5", "bexample")]


def test_a_chunk_with_more_pairs_than_the_table_holds_still_reads_every_line(domains, kernels, monkeypatch):
    text = squid(Made(user=f"user{number}") for number in range(300))
    scanner = SquidScanner(
        SquidNativeLines(CATALOGUE),
        Ground(domains, IdentityList(lambda *_: [(0, 0)]), SEED, kernels),
        LARGEST,
    )
    scanner._table.used[0] = (1 << 16) - 100  # as if so many pairs had been met before
    scanner._numbers = np.zeros((1 << 16) - 100, dtype=np.int32)
    scanner.begin(memoryview(text))
    found = scanner.finish()
    assert [len(columns.began) for columns in found.hits] == [100, 200]
    assert found.tally.listed == 300

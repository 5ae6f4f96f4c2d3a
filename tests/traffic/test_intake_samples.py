"""Are real logs, which nobody here wrote, read as what they are?"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from staffroom.records.progress import Silence
from staffroom.rules import catalogue
from staffroom.rules.catalogue import Catalogue
from staffroom.traffic.intake import Intake
from staffroom.traffic.sources import find_sources
from traffic.made_store import NOW, SCHOOL, ledger_of, open_store, outcomes_of, rows_of

SAMPLES = (Path(__file__).parents[2] / "../shared/data/logs").resolve()
pytestmark = pytest.mark.skipif(not SAMPLES.is_dir(), reason="the real samples are not on this machine")
FIVE_MINUTES = 300
LABELLED = ("www.reddit.com", "www.facebook.com", "search.twitter.com")


@pytest.fixture(scope="session")
def real_catalogue() -> Catalogue:
    return catalogue.load()


def read(home: Path, real_catalogue: Catalogue, kernels: Path | None, *paths: str):
    intake = Intake(open_store(home), SCHOOL, real_catalogue, now=NOW, kernels=kernels)
    sources = find_sources(str(SAMPLES / path) for path in paths)
    return {one.name: one for one in intake.read(sources, Silence())}


def lines_in(path: str) -> int:
    return sum(bool(line) for line in (SAMPLES / path).read_bytes().split(b"\n"))


def test_the_whole_folder_is_read_without_a_stop_and_every_file_accounted_for(
    tmp_path, real_catalogue, path_taken
):
    outcomes = read(tmp_path, real_catalogue, path_taken, ".")
    assert len(outcomes) == sum(file.is_file() for file in SAMPLES.rglob("*"))
    for one in outcomes.values():
        assert one.format or one.problem, one.name
        assert one.tally.listed >= one.kept + one.repeated + one.pupils
    assert ledger_of(tmp_path)["lines"] > 1_000


def test_the_two_paths_read_the_whole_folder_alike(tmp_path, real_catalogue, kernels):
    first, second = tmp_path / "first", tmp_path / "second"
    plain = read(first, real_catalogue, None, ".")
    shutil.copytree(first / "keys", second / "keys")
    assert read(second, real_catalogue, kernels, ".") == plain
    assert rows_of(first) == rows_of(second)


@pytest.mark.parametrize(
    ("path", "form"),
    [
        ("squid/secrepo_2006_excerpt.log", "squid"),
        ("squid/richmix_squid_access_2010.log", "squid"),
        ("zat/http.log", "zeek"),
        ("zat/ssl.log", "zeek"),
        ("zat/dns.log", "zeek"),
        ("zat/http.json.log", "zeek-json"),
        ("zat/ssl.json.log", "zeek-json"),
        ("zat/dns.json.log", "zeek-json"),
        ("lnav/logfile_bro_http.log.0", "zeek"),
    ],
)
def test_a_sample_is_recognised_and_none_of_it_unreadable(tmp_path, real_catalogue, path_taken, path, form):
    (one,) = read(tmp_path, real_catalogue, path_taken, path).values()
    assert (one.format, one.problem, dict(one.tally.unreadable)) == (form, "", {})
    remarks = sum(line.startswith(b"#") for line in (SAMPLES / path).read_bytes().split(b"\n"))
    assert one.tally.lines + one.is_unfinished == lines_in(path) - remarks


@pytest.mark.parametrize("name", ["iis10", "iis6", "iis10_cookies", "iis10_edge_cases", "iis_without_date"])
def test_a_web_servers_own_log_of_the_extended_format_is_read_or_refused_and_holds_no_visit(
    tmp_path, real_catalogue, name
):
    (one,) = read(tmp_path, real_catalogue, None, f"iis/plaso_{name}.log").values()
    assert one.format or one.problem
    assert "visit" not in outcomes_of(tmp_path).values()


@pytest.mark.clause("MON-2")
def test_pages_without_a_referer_are_visits_and_a_widget_with_one_is_embedded(
    tmp_path, real_catalogue, path_taken
):
    """The truth of this sample is known: see SOURCES.md beside it."""
    expected: dict[tuple[str, int], str] = {}
    for line in (SAMPLES / "lnav/logfile_bro_http.log.0").read_text("latin-1").splitlines():
        fields = line.split("\t")
        if line.startswith("#") or fields[8] not in LABELLED:
            continue
        service = real_catalogue.listing(fields[8].encode()).service
        if fields[10] == "-" or fields[8] == "search.twitter.com":
            outcome = "visit" if fields[10] == "-" else "embedded"
            expected[service, int(float(fields[0])) // FIVE_MINUTES] = outcome
    assert sorted(expected.values()) == ["embedded", "visit", "visit"]
    read(tmp_path, real_catalogue, path_taken, "lnav/logfile_bro_http.log.0")
    found = outcomes_of(tmp_path)
    assert {place: found[place] for place in expected} == expected


def test_a_second_reading_of_the_whole_folder_finds_nothing_new(tmp_path, real_catalogue):
    for _ in range(2):  # the second time takes last lines that have no end
        read(tmp_path, real_catalogue, None, ".")
    before = rows_of(tmp_path), ledger_of(tmp_path)
    again = read(tmp_path, real_catalogue, None, ".")
    assert all(one.is_nothing_new or one.problem for one in again.values())
    assert (rows_of(tmp_path), ledger_of(tmp_path)) == before

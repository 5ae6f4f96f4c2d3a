"""Does anything of a log remain that the policy does not allow to be kept?"""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from staffroom.records.school import School, Settings
from staffroom.traffic.state import Segment
from traffic.made_store import REGISTER, SCHOOL, TERM, open_store, prints_of, read_into, rows_of
from traffic.made_traffic import HOUR, MONDAY, Made, combined, dnsmasq, recommended, squid, zeek_http_json

NAMES = ("asample", "bexample", "canaryuser", "pupil1", "s-1", "s-2", "Ama", "Holly")
CLIENTS = ("10.1.0.5", "10.77.66.55", "10.9.0.8", "2001:db8::cafe")
HOSTS = ("union.example", "clinic.example", "bank.example", "chirp.example", "solo.example", "widget")
WORDS = ("/page/one/of/many", "canarysearch", "HIER_DIRECT", "192.0.2.7", "text/html", "Made/1.0")
CANARIES = (*NAMES, *CLIENTS, *HOSTS, *WORDS)
WRITERS = {
    "native.log": squid,
    "combined.log": combined,
    "recommended.log": recommended,
    "http.json": zeek_http_json,
    "dnsmasq.log": dnsmasq,
}
STAFF = (("10.1.0.5", "asample"), ("10.77.66.55", "canaryuser"), ("2001:db8::cafe", "HOLLY\\bexample"))
PUPILS = (("10.9.0.8", "-"), ("10.1.0.5", "pupil1"), ("10.9.7.7", "canaryuser"))


def traffic_of(who: tuple[tuple[str, str], ...], step: int = 0) -> list[Made]:
    hosts = ("www.chirp.example", "img.chirp.example", "solo.example", "www.union.example", "clinic.example")
    more = {"octets": 200_000, "referer": "http://www.bank.example/?q=canarysearch"}
    return [
        Made(MONDAY + 1_009 * (len(hosts) * number + place) + step, host, client=client, user=user, **more)
        for number, (client, user) in enumerate(who * 4)
        for place, host in enumerate(hosts)
    ]


def logs_in(folder: Path, made: list[Made]) -> list[Path]:
    folder.mkdir()
    for name, writer in WRITERS.items():
        text = writer(made)
        (folder / name).write_bytes(text + text.splitlines()[-1][: len(text.splitlines()[-1]) // 2] + b"\n")
    return sorted(folder.iterdir())


def files_of(home: Path) -> dict[str, bytes]:
    found = {str(file.relative_to(home)): file.read_bytes() for file in home.rglob("*") if file.is_file()}
    return {name: text for name, text in found.items() if not name.startswith("keys/")}


@pytest.mark.clause("MON-1", "CON-1")
def test_nothing_of_a_line_but_counts_and_codes_is_kept_or_said(tmp_path, path_taken):
    logs = logs_in(tmp_path / "logs", traffic_of(STAFF) + traffic_of(PUPILS, 1))
    home = tmp_path / "home"
    outcomes = read_into(home, *logs, kernels=path_taken)
    assert all(one.kept and not one.problem for one in outcomes)
    kept = files_of(home)
    assert {name.partition("/")[0] for name in kept} == {"state.json", "days", "prints"}
    for canary in CANARIES:
        assert canary not in repr(outcomes), canary
        for name, text in kept.items():
            assert canary.encode() not in text, (canary, name)
            assert canary not in name


@pytest.mark.clause("MON-1", "CON-1")
def test_the_words_in_a_day_are_services_and_outcomes_alone(tmp_path, path_taken):
    home = tmp_path / "home"
    read_into(home, *logs_in(tmp_path / "logs", traffic_of(STAFF)), kernels=path_taken)
    words: set[str] = set()
    for name in open_store(home).state.days.values():
        found = duckdb.execute("SELECT * FROM read_parquet(?)", [str(home / name)])
        assert "client" not in {column[0] for column in found.description}
        words |= {cell for row in found.fetchall() for cell in row if isinstance(cell, str)}
    assert words <= {"chirp", "solo", "visit", "ambiguous", "embedded", "background", "blocked", "looked up"}


@pytest.mark.clause("MON-1")
def test_pupils_lines_leave_nothing_but_a_number(homes, tmp_path, path_taken):
    """Not even a fingerprint, by which a line could be looked for."""
    with_pupils = logs_in(tmp_path / "with", traffic_of(STAFF) + traffic_of(PUPILS, 1))
    without = logs_in(tmp_path / "without", traffic_of(STAFF))
    native = [
        [log for log in logs if log.name in ("native.log", "combined.log")] for logs in (with_pupils, without)
    ]
    first, _ = (read_into(home, *logs, kernels=path_taken) for home, logs in zip(homes, native, strict=True))
    assert sum(one.pupils for one in first) > 0
    assert rows_of(homes[0]) == rows_of(homes[1])
    assert prints_of(homes[0]) == prints_of(homes[1])


@pytest.mark.clause("MON-1")
def test_an_unknown_account_is_left_out_where_the_school_says_so(tmp_path, path_taken):
    log = tmp_path / "access.log"
    log.write_bytes(squid([Made(user="stranger"), Made(MONDAY + 1)]))
    school = School("Holly Wood School", REGISTER, TERM, settings=Settings(unknown_accounts="drop"))
    outcome = read_into(tmp_path / "home", log, kernels=path_taken, school=school)[0]
    assert (outcome.kept, outcome.pupils) == (1, 1)
    assert [dict(row[:-1])["attributed"] for row in rows_of(tmp_path / "home")] == [True]


@pytest.mark.clause("CON-1")
def test_only_people_in_scope_are_attributed_and_each_has_one_code_whatever_the_log_calls_them(tmp_path):
    names = ("bexample", "HOLLY\\bexample", "holly%5cbexample", "BEXAMPLE", "stranger")
    log = tmp_path / "access.log"
    log.write_bytes(
        squid(Made(MONDAY + at, user=name, client=f"10.1.1.{at}") for at, name in enumerate(names))
    )
    read_into(tmp_path / "home", log)
    rows = [dict(row[:-1]) for row in rows_of(tmp_path / "home")]
    assert len({row["who"] for row in rows if row["attributed"]}) == 1
    assert sum(row["lines"] for row in rows if not row["attributed"]) == 1


@pytest.mark.clause("CON-1", "MON-1")
def test_with_other_keys_codes_and_fingerprints_are_others(tmp_path, path_taken):
    log = tmp_path / "access.log"
    log.write_bytes(squid(traffic_of(STAFF)))
    homes = [tmp_path / "one", tmp_path / "two"]
    for home in homes:
        read_into(home, log, kernels=path_taken)
    codes = [{dict(row[:-1])["who"] for row in rows_of(home)} for home in homes]
    assert len(codes[0]) == len(codes[1]) == 3
    assert not codes[0] & codes[1]
    assert not set(prints_of(homes[0])) & set(prints_of(homes[1]))
    heads = [{one.head for one in open_store(home).state.bookmarks} for home in homes]
    assert not heads[0] & heads[1]


@pytest.mark.clause("CON-1")
def test_codes_of_two_terms_cannot_be_joined(tmp_path, path_taken):
    log = tmp_path / "access.log"
    log.write_bytes(squid([Made(), Made(MONDAY + 200 * 24 * HOUR)]))
    read_into(tmp_path / "home", log, kernels=path_taken)
    rows = rows_of(tmp_path / "home")
    assert len({row[-1] for row in rows}) == 2
    assert len({dict(row[:-1])["who"] for row in rows}) == 2
    assert len(list((tmp_path / "home" / "keys").glob("codes-*.key"))) == 2


@pytest.mark.clause("MON-1")
def test_only_the_owner_may_read_keys_evidence_and_fingerprints(tmp_path):
    log = tmp_path / "access.log"
    log.write_bytes(squid(traffic_of(STAFF)))
    home = tmp_path / "home"
    read_into(home, log)
    for folder in ("keys", "days", "prints"):
        assert (home / folder).stat().st_mode & 0o777 == 0o700
    keys = list((home / "keys").iterdir())
    assert len(keys) == 2
    assert all(key.stat().st_mode & 0o777 == 0o600 and key.stat().st_size == 32 for key in keys)


def test_a_segment_has_no_field_for_anything_of_a_line():
    """What is written of a stretch is listed here, so that a field more is thought about."""
    assert set(Segment.__dataclass_fields__) == {
        "name", "format", "lines", "listed", "repeated", "pupils", "blind", "unreadable", "days",
    }  # fmt: skip


def test_the_school_of_these_tests_has_pupils_and_staff_to_tell_apart():
    assert SCHOOL.register.people
    assert SCHOOL.register.pupil_accounts

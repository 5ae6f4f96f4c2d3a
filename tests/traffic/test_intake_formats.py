"""Does the same traffic give the same evidence, whoever wrote the log?"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from traffic import made_traffic
from traffic.made_store import outcomes_of, read_into, rows_of, visits_of
from traffic.made_traffic import HOUR, MINUTE, MONDAY, Made, a_day

DAY = a_day() + a_day(1)
WHOLE_SECONDS = [
    replace(one, at=one.at // 1000 * 1000 + 1000 * number, elapsed=0, octets=one.octets * 2)
    for number, one in enumerate(DAY)
]


def read(home: Path, form: str, made: list[Made], kernels: Path | None = None):
    log = home.parent / f"{form}.log"
    log.write_bytes(getattr(made_traffic, form)(made))
    return read_into(home, log, kernels=kernels)[0]


@pytest.mark.parametrize("log", ["zeek_http", "zeek_ssl"])
def test_zeek_in_tabs_and_zeek_as_json_give_exactly_the_same_rows(homes, log):
    tabbed, as_json = read(homes[0], log, DAY), read(homes[1], f"{log}_json", DAY)
    assert (tabbed.format, as_json.format) == ("zeek", "zeek-json")
    assert tabbed.kept == as_json.kept > 50
    assert rows_of(homes[0]) == rows_of(homes[1])


@pytest.mark.clause("MON-2")
def test_squids_native_and_combined_logs_find_the_same_visits(homes, path_taken):
    native = read(homes[0], "squid", [replace(one, kind="-") for one in WHOLE_SECONDS], path_taken)
    combined = read(homes[1], "combined", WHOLE_SECONDS, path_taken)
    assert (native.format, combined.format) == ("squid", "squid-combined")
    assert native.kept == combined.kept
    assert visits_of(homes[0])
    assert visits_of(homes[0]) == visits_of(homes[1])


def test_squids_native_and_recommended_logs_find_the_same_visits_where_there_is_no_referer(homes, path_taken):
    made = [replace(one, kind="-") for one in DAY]
    native, recommended = (
        read(home, form, made, path_taken) for home, form in zip(homes, ("squid", "recommended"), strict=True)
    )
    assert (native.kept, recommended.format) == (recommended.kept, "squid-staffroom")
    assert visits_of(homes[0])
    assert visits_of(homes[0]) == visits_of(homes[1])


@pytest.mark.clause("MON-2", "CON-1")
def test_a_log_of_lookups_holds_no_visit_however_many_there_are(tmp_path, path_taken):
    made = [
        Made(MONDAY + 997 * number, host)
        for number in range(300)
        for host in ("www.chirp.example", "img.chirp.example")
    ]
    outcome = read(tmp_path / "home", "dnsmasq", made, path_taken)
    assert outcome.kept == 600
    assert set(outcomes_of(tmp_path / "home").values()) == {"looked up"}


@pytest.mark.clause("MON-2", "CON-1")
def test_widgets_and_pixels_are_no_visit_however_much_they_bring(tmp_path, path_taken):
    hosts = ("widget.chirp.example", "pixel.chirp.example", "ch.example", "login.chirp.example")
    made = [Made(MONDAY + 997 * number, host, octets=10**8) for number in range(300) for host in hosts]
    assert read(tmp_path / "home", "squid", made, path_taken).kept == 1_200
    assert set(outcomes_of(tmp_path / "home").values()) == {"embedded"}


@pytest.mark.clause("MON-2")
def test_a_denied_request_with_a_user_is_an_attempt_and_not_a_visit(tmp_path, path_taken):
    made = [Made(MONDAY + 997 * number, status="TCP_DENIED/403", octets=10**8) for number in range(300)]
    assert read(tmp_path / "home", "squid", made, path_taken).kept == 300
    assert set(outcomes_of(tmp_path / "home").values()) == {"blocked"}


@pytest.mark.clause("MON-2")
def test_half_of_an_authentication_is_no_request(tmp_path, path_taken):
    made = [Made(MONDAY + number, status="TCP_DENIED/407", user="-") for number in range(9)]
    outcome = read(tmp_path / "home", "squid", made, path_taken)
    assert (outcome.kept, outcome.tally.lines, dict(outcome.tally.unreadable)) == (0, 9, {})


@pytest.mark.clause("MON-2")
def test_a_page_that_another_site_led_to_is_embedded_and_one_opened_by_itself_is_a_visit(tmp_path):
    made = [
        Made(MONDAY, "www.chirp.example", referer="http://www.union.example/news"),
        Made(MONDAY + HOUR, "www.chirp.example"),
    ]
    assert read(tmp_path / "home", "recommended", made).kept == 2
    first = MONDAY // (5 * MINUTE)
    assert outcomes_of(tmp_path / "home") == {("chirp", first): "embedded", ("chirp", first + 12): "visit"}


def test_a_request_counts_at_the_time_at_which_it_began(tmp_path, path_taken):
    """Squid writes the time of the end."""
    made = [Made(MONDAY + 2 * MINUTE, elapsed=4 * MINUTE, octets=0)]
    read(tmp_path / "home", "squid", made, path_taken)
    rows = [dict(row[:-1]) for row in rows_of(tmp_path / "home")]
    assert {row["window"]: (row["lines"], row["began"] > 0) for row in rows} == {
        MONDAY // (5 * MINUTE) - 1: (1, True),
        MONDAY // (5 * MINUTE): (0, False),
    }


def test_a_line_near_midnight_falls_on_the_local_day(tmp_path, path_taken):
    """British Summer Time: 23:30 in UTC is half past midnight of the next day."""
    read(tmp_path / "home", "squid", [Made(MONDAY + 15 * HOUR + 30 * MINUTE)], path_taken)
    assert [row[-1] for row in rows_of(tmp_path / "home")] == ["2026-09-08"]


def test_a_named_format_is_taken_at_its_word(tmp_path):
    from staffroom.readers.logs.shelf import format_named
    from staffroom.records.progress import Silence
    from staffroom.traffic.intake import Intake
    from staffroom.traffic.sources import find_sources
    from traffic.made_store import CATALOGUE, NOW, SCHOOL, open_store

    log = tmp_path / "access.log"
    log.write_bytes(made_traffic.squid([Made()]))
    intake = Intake(open_store(tmp_path / "home"), SCHOOL, CATALOGUE, now=NOW, kernels=None)
    found = intake.read(find_sources([str(log)]), Silence(), format=format_named("dnsmasq"))
    assert [(one.format, one.kept) for one in found] == [("dnsmasq", 0)]

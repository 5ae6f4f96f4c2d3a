"""Does the same traffic give the same finished report, whichever product wrote the log?"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from cli.runs import run, week_of
from traffic import made_traffic
from traffic.made_traffic import DAY, HOUR, MINUTE, Made

EIGHT = made_traffic.MONDAY
PEOPLE = range(12)
SCHOOL = """
name = "Hollybank School"
[settings]
smallest_cohort = 5
keep_days = 3650
[[pattern]]
[pattern.days]
weekdays = ["08:30-15:45"]
"""


def the_week() -> list[Made]:
    """Five days of twelve people: pages and films, widgets, pushes, refusals, and sites that nobody lists."""
    return [
        replace(
            one, at=one.at + day * DAY + person * 13_000, client=f"10.1.0.{person}", user=f"s{person:02d}"
        )
        for day in range(5)
        for person in PEOPLE
        for one in _a_morning(person)
    ]


def _a_morning(person: int) -> list[Made]:
    pages = [
        Made(EIGHT + (2 + person % 5) * HOUR + step * 41_000, host, octets=120_000)
        for step in range(12)
        for host in ("www.facebook.com", "www.union.example")
    ]
    pictures = [replace(one, at=one.at + 1_000, host="scontent.xx.fbcdn.net") for one in pages[::2]]
    return [
        *pages,
        *pictures,
        Made(EIGHT + HOUR, "connect.facebook.net", octets=900),
        Made(EIGHT + HOUR + 30 * MINUTE, "platform.twitter.com", octets=700),
        Made(EIGHT + 2 * HOUR, "www.reddit.com", status="TCP_DENIED/403", octets=300),
        Made(EIGHT + 3 * HOUR, "198.51.100.7", octets=4_000, method="CONNECT"),
        Made(EIGHT + 3 * HOUR, "cloudflare-ech.com", octets=4_000, method="CONNECT"),
    ]


def write_school(home: Path) -> None:
    home.mkdir(mode=0o700)
    (home / "school.toml").write_text(SCHOOL)
    people = [f"p{number},Made Person{number},s{number:02d},employee" for number in PEOPLE]
    devices = [f"10.1.0.{number},p{number}" for number in PEOPLE]
    (home / "people.csv").write_text("\n".join(["person,name,accounts,standings", *people, ""]))
    (home / "devices.csv").write_text("\n".join(["address,person", *devices, ""]))


def report_of(home: Path, form: str, made: list[Made], **more: str) -> dict:
    """Read what a product would have written, by the command; return the report without the log's name."""
    log = home.parent / f"{form}.log"
    log.write_bytes(getattr(made_traffic, form)(made))
    write_school(home)
    done = run("logs", "read", log, home=home, **more)
    assert done.code == 0, done.err
    document = week_of(home, **more)
    for file in document["coverage"]["files"]:
        del file["name"], file["format"]
    return document


@pytest.fixture(params=["plain", "compiled"])
def taken(request, tmp_path_factory) -> dict[str, str]:
    """The surroundings of the plain path, and those of the compiled one."""
    if request.param == "plain":
        return {}
    return {"STAFFROOM_PLAIN": "", "XDG_CACHE_HOME": str(tmp_path_factory.getbasetemp() / "kernels")}


@pytest.mark.parametrize("log", ["zeek_http", "zeek_ssl"])
def test_zeek_in_tabs_and_zeek_as_json_give_the_same_report(tmp_path, log, taken):
    tabbed = report_of(tmp_path / "tabbed", log, the_week(), **taken)
    as_json = report_of(tmp_path / "json", f"{log}_json", the_week(), **taken)
    assert tabbed["services"]
    assert tabbed["coverage"]["files"] == [{"lines": len(the_week()), "unreadable": []}]
    assert tabbed == as_json


def test_squids_native_and_combined_logs_give_the_same_report_where_both_say_the_same(tmp_path, taken):
    """Combined has whole seconds, no duration and no content type; native has no Referer."""
    made = [replace(one, kind="-") for one in the_week()]
    native = report_of(tmp_path / "native", "squid", made, **taken)
    combined = report_of(tmp_path / "combined", "combined", made, **taken)
    assert native["visits"] >= 50
    assert native == combined


def test_a_report_differs_where_the_traffic_does(tmp_path):
    """Or the comparisons above would prove nothing."""
    one = report_of(tmp_path / "one", "squid", the_week())
    other = report_of(tmp_path / "other", "squid", [made for made in the_week() if made.user != "s03"])
    assert one != other

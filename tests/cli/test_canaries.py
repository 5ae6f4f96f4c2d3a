"""Does a name, an address or a visited page come out anywhere that it must not?

Made people with names that stand nowhere else leave lines in a log. Everything that a run prints, writes and
keeps is then searched for them.
"""

from __future__ import annotations

import gzip
from pathlib import Path

import duckdb
import pytest

from cli.runs import Done, run

# Every one of these stands in the log, the roster or the leases, and nowhere else.
ACCOUNTS = [f"nightjar{number:02d}" for number in range(9)]
NAMES = [f"Quillon Nightjarson{number:02d}" for number in range(9)]
MACHINES = [f"192.0.2.{101 + number}" for number in range(9)]
PUPIL = "pipistrelle77"
HIDDEN = ["zanzibarpage", "saltmarshquery", "bitternhost.example", "198.51.100.217"]
HARDWARE = "02:c0:ff:ee:77:01"
CANARIES = [*ACCOUNTS, *NAMES, *MACHINES, PUPIL, *HIDDEN, HARDWARE, "P-CANARY", "nightjar", "Nightjarson"]
NINE = 1_789_376_400  # 2026-09-14 09:00 UTC

SCHOOL = """
name = "Hollybank School"
[settings]
smallest_cohort = 5
keep_days = 3650
[[pattern]]
[pattern.days]
weekdays = ["08:30-15:45"]
"""
LEASE = f"""
lease 192.0.2.109 {{
  starts 1 2026/09/14 07:00:00;
  ends 1 2026/09/14 19:00:00;
  hardware ethernet {HARDWARE};
  client-hostname "nightjar-laptop";
}}
"""


def line(
    at: float, client: str, user: str, url: str, method: str = "GET", peer: str = "198.51.100.217"
) -> str:
    return f"{at:.3f}    210 {client} TCP_MISS/200 48210 {method} {url} {user} HIER_DIRECT/{peer} text/html\n"


def log_text() -> str:
    lines = []
    for number, (account, machine) in enumerate(zip(ACCOUNTS, MACHINES, strict=True)):
        for step in range(40):
            at = NINE + 60 * number + 15 * step
            lines.append(
                line(at, machine, account, f"https://www.facebook.com/zanzibarpage?saltmarshquery={step}")
            )
            lines.append(line(at + 1, machine, account, "www.instagram.com:443", "CONNECT"))
        lines.append(line(NINE, machine, account, "http://bitternhost.example/zanzibarpage"))
    lines += [line(NINE + 5 * step, "192.0.2.250", PUPIL, "https://www.facebook.com/x") for step in range(30)]
    lines += [f"{NINE}.000 nightjar00 www.facebook.com zanzibarpage broken\n"] * 3
    lines += [
        line(NINE, MACHINES[0], ACCOUNTS[0], "https://www.facebook.com/").replace("48210", "zanzibarpage")
    ]
    return "".join(sorted(lines))


@pytest.fixture(scope="module")
def canary_home(tmp_path_factory) -> Path:
    home = tmp_path_factory.mktemp("canary") / "home"
    (home / "identities").mkdir(parents=True)
    (home / "school.toml").write_text(SCHOOL)
    people = [
        f"P-CANARY{number},{name},{account},employee"
        for number, (name, account) in enumerate(zip(NAMES, ACCOUNTS, strict=True))
    ]
    broken = [f"P-CANARY0,{NAMES[0]},nightjar00,wizard", f",{NAMES[1]},,"]
    (home / "people.csv").write_text("\n".join(["person,name,accounts,standings", *people, *broken, ""]))
    (home / "pupils.csv").write_text(f"account\n{PUPIL}\n")
    (home / "devices.csv").write_text(f"address,person\n{HARDWARE},P-CANARY8\nnightjar laptop,P-CANARY9\n")
    (home / "purposes.csv").write_text(
        "service,person,role,since,until,reason,approved by\nfacebook,P-CANARY99,,,,Newsletter,Headteacher\n"
    )
    (home / "identities" / "leases").write_text(LEASE + "lease nightjar {{{\n starts zanzibarpage;\n")
    return home


@pytest.fixture(scope="module")
def runs(canary_home, tmp_path_factory) -> dict[str, Done]:
    """Run everything that a school runs, and a few things that go wrong."""
    work = tmp_path_factory.mktemp("work")
    text = log_text()
    (work / "access.log").write_text(text)
    (work / "damaged.log.gz").write_bytes(gzip.compress(text.encode())[:-400])
    (work / "unknown.log").write_text("".join(f"{name} saw zanzibarpage\n" for name in NAMES))
    (work / "bad.toml").write_text('name = "nightjar"\n[time]\ncolumns = ["zanzibarpage"]\n')
    commands = {
        "read": ("logs", "read", work / "access.log"),
        "read again": ("logs", "read", work / "damaged.log.gz", work / "unknown.log"),
        "read as a document": ("logs", "read", work / "access.log", work / "unknown.log", "--json"),
        "read the wrong way": ("logs", "read", work / "unknown.log", "--format", "bind"),
        "read by a bad mapping": ("logs", "read", work / "access.log", "--mapping", work / "bad.toml"),
        "report": ("report", "week", "--html", work / "week.html", "--csv", work / "week.csv"),
        "report as a document": ("report", "week", "--json"),
        "doctor": ("doctor",),
        "doctor as a document": ("doctor", "--json"),
        "backup": ("backup", "--plain", work / "b.tar.gz"),
        "backup into the home": ("backup", "--plain", canary_home / "b.tar.gz"),
        "restore": ("restore", work / "b.tar.gz", "--school", work / "again", "--json"),
        "restore a log": ("restore", work / "access.log", "--school", work / "other"),
    }
    done = {name: run(*arguments, home=canary_home) for name, arguments in commands.items()}
    done["page"] = Done(0, (work / "week.html").read_text(), "")
    done["table"] = Done(0, (work / "week.csv").read_text(), "")
    return done


def found_in(text: str) -> list[str]:
    return [canary for canary in CANARIES if canary.casefold() in text.casefold()]


def test_the_canaries_were_read_and_seen(runs):
    assert runs["read"].code == 0
    assert "lines could not be read" in runs["read"].out
    assert "of pupils, dropped" in runs["read"].out
    assert "Facebook" in runs["report"].out
    assert "people.csv, row" in runs["read"].err


def test_the_search_finds_every_canary_where_it_stands(canary_home):
    plain = [file.read_text() for file in canary_home.rglob("*") if file.suffix == ".csv"]
    plain.append((canary_home / "identities" / "leases").read_text())
    assert found_in("".join([log_text(), *plain])) == CANARIES


@pytest.mark.clause("CON-1")
def test_nothing_that_is_printed_or_written_names_a_canary(runs):
    caught = {name: found_in(done.out + done.err) for name, done in runs.items()}
    assert {name: canaries for name, canaries in caught.items() if canaries} == {}


@pytest.mark.clause("CON-1")
def test_nothing_that_is_kept_holds_a_canary(runs, canary_home):
    kept = [file for file in (canary_home / "traffic").rglob("*") if file.is_file()]
    assert {file.parent.name for file in kept} >= {"days", "prints", "keys", "traffic"}
    for file in kept:
        content = file.read_bytes().lower()
        assert [canary for canary in CANARIES if canary.lower().encode() in content] == [], file.name
        assert found_in(file.name) == []


@pytest.mark.clause("CON-1")
def test_no_value_of_the_evidence_is_a_canary(runs, canary_home):
    days = [str(file) for file in (canary_home / "traffic" / "days").iterdir()]
    with duckdb.connect(":memory:") as engine:
        rows = engine.execute("SELECT * FROM read_parquet($days)", {"days": days}).fetchall()
    assert len(rows) > 20
    assert found_in(repr(rows)) == []
    texts = {value for row in rows for value in row if isinstance(value, str)}
    assert not [text for text in texts if "/" in text or "@" in text]


def test_a_machine_named_by_its_lease_is_not_kept_by_its_address(runs, canary_home):
    content = b"".join(file.read_bytes() for file in (canary_home / "traffic" / "days").iterdir())
    assert b"192.0.2" not in content

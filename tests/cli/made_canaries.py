"""A made school and logs of several formats, full of names that stand nowhere else."""

from __future__ import annotations

from pathlib import Path

from traffic import made_traffic
from traffic.made_traffic import Made

# Every one of these stands in the logs, the roster or the leases, and nowhere else.
ACCOUNTS = [f"nightjar{number:02d}" for number in range(9)]
NAMES = [f"Quillon Nightjarson{number:02d}" for number in range(9)]
MACHINES = [f"192.0.2.{101 + number}" for number in range(9)]
NEW_ADDRESS = "2001:db8:7a11::c0de"
PUPIL = "pipistrelle77"
UNRELATED = ["bitternhost.example", "dunlinclinic.example", "whimbrelunion.example"]
HIDDEN = ["zanzibarpage", "saltmarshquery", "198.51.100.217", *UNRELATED]
HARDWARE = "02:c0:ff:ee:77:01"
CANARIES = [
    *ACCOUNTS, *NAMES, *MACHINES, NEW_ADDRESS, PUPIL, *HIDDEN, HARDWARE, "P-CANARY", "nightjar",
    "Nightjarson",
]  # fmt: skip
NINE = 1_789_376_400  # 2026-09-14 09:00 UTC
MONDAY = NINE * 1000

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


def write_canary_school(home: Path) -> Path:
    """Write a school whose every file holds canaries, and rows that cannot be used."""
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


def native_line(
    at: float, client: str, user: str, url: str, method: str = "GET", peer: str = "198.51.100.217"
) -> str:
    return f"{at:.3f}    210 {client} TCP_MISS/200 48210 {method} {url} {user} HIER_DIRECT/{peer} text/html\n"


def native_log() -> str:
    """Return a log of Squid's native format, the broken lines among the others."""
    lines = []
    for number, (account, machine) in enumerate(zip(ACCOUNTS, MACHINES, strict=True)):
        for step in range(40):
            at = NINE + 60 * number + 15 * step
            page = f"https://www.facebook.com/zanzibarpage?saltmarshquery={step}"
            lines.append(native_line(at, machine, account, page))
            lines.append(native_line(at + 1, machine, account, "www.instagram.com:443", "CONNECT"))
        lines += [native_line(NINE, machine, account, f"http://{host}/zanzibarpage") for host in UNRELATED]
    page = "https://www.facebook.com/x"
    lines += [native_line(NINE + 5 * step, "192.0.2.250", PUPIL, page) for step in range(30)]
    lines += [native_line(NINE + 5 * step, NEW_ADDRESS, "-", page) for step in range(30)]
    lines += [f"{NINE}.000 nightjar00 www.facebook.com zanzibarpage broken\n"] * 3
    broken = native_line(NINE, MACHINES[0], ACCOUNTS[0], "https://www.facebook.com/")
    lines += [broken.replace("48210", "zanzibarpage")]
    return "".join(sorted(lines))


def other_logs() -> dict[str, bytes]:
    """Return one log each of a text format, of Zeek and of DNS, with broken lines that name a listed host."""
    made = _requests()
    pages = {"combined.log": made_traffic.combined(made), "http.log": made_traffic.zeek_http(made)}
    logs = {name: text.replace(b"/page", b"/zanzibarpage?saltmarshquery=") for name, text in pages.items()}
    logs |= {"dnsmasq.log": made_traffic.dnsmasq(made), "ssl.json": made_traffic.zeek_ssl_json(made)}
    return {name: _with_broken_lines(text) for name, text in logs.items()}


def _requests() -> list[Made]:
    who = [*zip(MACHINES, ACCOUNTS, strict=True), ("192.0.2.250", PUPIL), (NEW_ADDRESS, "-")]
    more = {"octets": 48_210, "referer": f"http://{UNRELATED[1]}/?q=saltmarshquery"}
    return [
        Made(MONDAY + 7_001 * step + 311 * number, host, client=client, user=user, **more)
        for number, (client, user) in enumerate(who)
        for step in range(30)
        for host in ("www.facebook.com", "www.instagram.com", UNRELATED[step % 3])
    ]


def _with_broken_lines(text: bytes) -> bytes:
    """Put lines into a log that lost their end, their beginning, or their sense."""
    lines = text.splitlines(keepends=True)
    listed = [line for line in lines if b"www.facebook.com" in line][:3]
    broken = [
        listed[0].rstrip().partition(b"www.facebook.com")[0] + b"www.facebook.com nightjar00\n",
        b"zanzibarpage " + listed[1].partition(b"www.facebook.com")[2].rstrip() + b" www.facebook.com\n",
        listed[2].replace(b"2026", b"nightjar03").replace(b"178937", b"nightjar03"),
        b"nightjar04 \xff\xfe\x01 www.facebook.com saltmarshquery\n",
    ]
    return b"".join([*lines[:-1], *broken, lines[-1]])

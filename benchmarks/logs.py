"""How fast does a day of Squid's log become the week's report, beside the peers that do something like it?

Each peer is a Debian package: sarg, goaccess, webalizer, mawk. One that is not installed is left out, and
said. The traffic is made, with 300 staff and 1,500 pupils; the files are in the page cache.
Every figure is of the whole process, from its start to its end.
"""

from __future__ import annotations

import argparse
import compileall
import shutil
import subprocess
import sys
from pathlib import Path

from measuring import Measured, machine, measure

HERE = Path(__file__).resolve().parent
WORK = HERE.parent / "build" / "benchmark"
STAFFROOM = str(Path(sys.executable).parent / "staffroom")
GOACCESS_FORMAT = "%x.%^ %~%L %h %^/%s %b %m %U %e %^"


def main() -> None:
    """Make the traffic, measure, and print the table."""
    given = _arguments()
    log, school = traffic(given.lines)
    rows = [_staffroom(f"Staffroom, {given.lines:,} lines", log, school, runs=given.runs)]
    rows += _peers(log)
    print(f"{machine()}; {given.lines:,} lines, {log.stat().st_size:,} bytes\n")
    _print_table([row for row in rows if row], given.lines)
    if given.large:
        large, large_school = traffic(given.large)
        row = _staffroom(f"Staffroom, {given.large:,} lines", large, large_school, runs=1)
        _print_table([row], given.large)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lines", type=int, default=5_000_000)
    parser.add_argument("--large", type=int, default=20_000_000, help="0 leaves the large run out")
    parser.add_argument("--runs", type=int, default=5, help="of Staffroom; the peers run once")
    return parser.parse_args()


def traffic(lines: int) -> tuple[Path, Path]:
    """Return a log of so many lines and the school whose log it is, made if they are not there yet."""
    log, school = WORK / f"access-{lines}.log", WORK / f"school-{lines}"
    if not log.is_file():
        WORK.mkdir(parents=True, exist_ok=True)
        maker = [sys.executable, str(HERE / "traffic_maker.py"), "--lines", str(lines), "--seed", "4"]
        subprocess.run([*maker, "--out", str(log), "--school", str(school)], check=True)
    subprocess.run(["cat", str(log)], check=True, stdout=subprocess.DEVNULL)  # into the page cache
    return log, school


def _staffroom(name: str, log: Path, school: Path, *, runs: int) -> Measured:
    """Read the log into an empty store and make the report, in one command.

    Bytecode and kernels are compiled before, as they are on any machine after its first run.
    """
    command = [
        STAFFROOM,
        "report",
        "week",
        str(log),
        "--school",
        str(school),
        "--html",
        str(WORK / "week.html"),
    ]
    compileall.compile_dir(HERE.parent / "src", quiet=1)
    shutil.rmtree(school / "traffic", ignore_errors=True)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    measured = measure(name, command, runs=runs, before=[["rm", "-rf", str(school / "traffic")]])
    assert measured is not None
    return measured


def _peers(log: Path) -> list[Measured | None]:
    out = WORK / "peers"
    shutil.rmtree(out, ignore_errors=True)
    for name in ("sarg", "webalizer"):
        (out / name).mkdir(parents=True)
    group_by = '{ seen[$8 " " $7]++ } END { for (each in seen) groups++; print groups }'
    goaccess = ["goaccess", str(log), "--no-global-config", "--log-format", GOACCESS_FORMAT]
    goaccess += ["--datetime-format", "%s", "--date-format", "%s", "--time-format", "%s"]
    return [
        measure("wc -l", ["wc", "-l", str(log)], runs=3, note="floor"),
        measure("mawk, group by user and host", ["mawk", group_by, str(log)], note="no report"),
        measure(
            "Webalizer",
            ["webalizer", "-F", "squid", "-Q", "-o", str(out / "webalizer"), str(log)],
            note="no users",
        ),
        measure("GoAccess", [*goaccess, "-o", str(out / "goaccess.html")], note="no user drill-down"),
        measure("SARG", ["sarg", "-l", str(log), "-o", str(out / "sarg")], note="a page a user"),
    ]


def _print_table(rows: list[Measured], lines: int) -> None:
    ours = rows[0]
    print("| what | wall s | CPU s | peak MB | lines / CPU-s | lines / s | Staffroom is | note |")
    print("|---|--:|--:|--:|--:|--:|--:|---|")
    for row in rows:
        ratio = "" if row is ours else f"{row.cpu / ours.cpu:.1f} times"
        print(
            f"| {row.name} | {row.wall:.2f} | {row.cpu:.2f} | {row.memory_mb:.0f} | {lines / row.cpu:,.0f} "
            f"| {lines / row.wall:,.0f} | {ratio} | {row.note} |"
        )
    print()


if __name__ == "__main__":
    main()

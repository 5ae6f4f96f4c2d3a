"""How fast does a day of Squid's log become the week's report, beside the peers that do something like it?

Each peer is a Debian package: sarg, goaccess, webalizer, mawk. One that is not installed is left out, and
said. The traffic is made, with 300 staff and 1,500 pupils; the files are in the page cache.
Every figure is of the whole process, from its start to its end, and the median of its runs. They take turns,
because a machine with other work to do is not always equally fast.
"""

from __future__ import annotations

import argparse
import compileall
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from measuring import Measured, machine, measure, median_of

HERE = Path(__file__).resolve().parent
WORK = HERE.parent / "build" / "benchmark"
STAFFROOM = str(Path(sys.executable).parent / "staffroom")
GOACCESS_FORMAT = "%x.%^ %~%L %h %^/%s %b %m %U %e %^"


@dataclass(frozen=True, slots=True)
class Contestant:
    """A command, how often it runs, and what clears its way before each run."""

    name: str
    command: list[str]
    runs: int = 1
    note: str = ""
    before: tuple[list[str], ...] = ()


def main() -> None:
    """Make the traffic, measure, and print the table."""
    given = _arguments()
    log, school = traffic(given.lines)
    rows = _measure_by_turns(_staffroom(log, school, given.lines, runs=given.runs), _peers(log))
    print(f"{machine()}; {given.lines:,} lines, {log.stat().st_size:,} bytes\n")
    _print_table(rows, given.lines)
    if given.large:
        large, large_school = traffic(given.large)
        rows = _measure_by_turns(_staffroom(large, large_school, given.large, runs=1), [])
        _print_table(rows, given.large)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lines", type=int, default=5_000_000)
    parser.add_argument("--large", type=int, default=20_000_000, help="0 leaves the large run out")
    parser.add_argument("--runs", type=int, default=5, help="of Staffroom, spread between the peers")
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


def _staffroom(log: Path, school: Path, lines: int, *, runs: int) -> Contestant:
    """Read the log into an empty store and make the report, in one command.

    Bytecode is compiled before, as `make setup` does, and so are the kernels, as on any machine after its
    first run.
    """
    command = [STAFFROOM, "report", "week", str(log), "--school", str(school)]
    command += ["--html", str(WORK / "week.html")]
    empty = ["rm", "-rf", str(school / "traffic")]
    compileall.compile_dir(HERE.parent / "src", quiet=1)
    subprocess.run(empty, check=True)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return Contestant(f"Staffroom, {lines:,} lines", command, runs, before=(empty,))


def _peers(log: Path) -> list[Contestant]:
    out = WORK / "peers"
    shutil.rmtree(out, ignore_errors=True)
    for name in ("sarg", "webalizer"):
        (out / name).mkdir(parents=True)
    group_by = '{ seen[$8 " " $7]++ } END { for (each in seen) groups++; print groups }'
    webalizer = ["webalizer", "-F", "squid", "-Q", "-o", str(out / "webalizer"), str(log)]
    goaccess = ["goaccess", str(log), "--no-global-config", "--log-format", GOACCESS_FORMAT]
    goaccess += ["--datetime-format", "%s", "--date-format", "%s", "--time-format", "%s"]
    goaccess += ["-o", str(out / "goaccess.html")]
    afresh = (["rm", "-rf", str(out / "webalizer")], ["mkdir", str(out / "webalizer")])
    return [
        Contestant("wc -l", ["wc", "-l", str(log)], 3, "floor"),
        Contestant("mawk, group by user and host", ["mawk", group_by, str(log)], note="no report"),
        Contestant("Webalizer", webalizer, 3, "no users", afresh),
        Contestant("GoAccess", goaccess, 3, "no user drill-down"),
        Contestant("SARG", ["sarg", "-l", str(log), "-o", str(out / "sarg")], note="a page a user"),
    ]


def _measure_by_turns(ours: Contestant, peers: list[Contestant]) -> list[Measured]:
    """Measure each as often as it says and give the medians; one that is not installed is left out."""
    measured: dict[str, list[Measured]] = {each.name: [] for each in (ours, *peers)}
    for each in _turns(ours, peers):
        row = measure(each.name, each.command, before=each.before, note=each.note)
        if row:
            measured[each.name].append(row)
    return [median_of(rows) for rows in measured.values() if rows]


def _turns(ours: Contestant, peers: list[Contestant]) -> list[Contestant]:
    """Put all runs in order: the peers round by round, our own spread evenly from the first to the last.

    What else the machine does comes and goes; so it slows everybody alike.
    """
    rounds = range(max((each.runs for each in peers), default=0))
    turns = [each for done in rounds for each in peers if done < each.runs]
    step = len(turns) / max(ours.runs - 1, 1)
    for place in sorted((round(run * step) for run in range(ours.runs)), reverse=True):
        turns.insert(place, ours)
    return turns


def _print_table(rows: list[Measured], lines: int) -> None:
    ours = rows[0]
    print("| what | wall s | CPU s | peak MB | lines / CPU-s | lines / s | Staffroom is | runs | note |")
    print("|---|--:|--:|--:|--:|--:|--:|--:|---|")
    for row in rows:
        ratio = "" if row is ours else f"{row.cpu / ours.cpu:.1f} times"
        print(
            f"| {row.name} | {row.wall:.2f} | {row.cpu:.2f} | {row.memory_mb:.0f} | {lines / row.cpu:,.0f} "
            f"| {lines / row.wall:,.0f} | {ratio} | {row.runs} | {row.note} |"
        )
    print("\nMedians of the runs; those of Staffroom were spread between those of the others.")
    print("Staffroom's bytecode and kernels were compiled beforehand.\n")


if __name__ == "__main__":
    main()

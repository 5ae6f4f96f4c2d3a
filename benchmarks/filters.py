"""What does it cost to find the lines about listed services, in which way?

Each way runs in a process of its own over the same made log and counts the lines whose host is listed.
The plain way reads a part of the log, and its figures are per line, so that they compare.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

import numpy as np
from logs import WORK, traffic
from measuring import machine, measure

from staffroom.cli.home import Home
from staffroom.readers.logs import shelf
from staffroom.readers.logs.reader import Context
from staffroom.rules import catalogue
from staffroom.traffic import domain_table
from staffroom.traffic.chunks import LARGEST, Chunks
from staffroom.traffic.identity_list import IdentityList
from staffroom.traffic.line_scanner import LineScanner
from staffroom.traffic.plain_squid import look_at_squid
from staffroom.traffic.scanning import Ground, Scanner
from staffroom.traffic.squid_scanner import SquidScanner

PLAIN_LINES = 500_000
SPLIT_ALL = r"""
SELECT count(*) FROM (
    SELECT regexp_extract(line, '(?:CONNECT |://)([A-Za-z0-9._-]+)', 1) AS host
    FROM read_csv('{log}', columns={{'line': 'VARCHAR'}}, delim='\x01', quote='', header=false)
) WHERE regexp_matches(host, '(^|\.)({names})$')
"""


def main() -> None:
    """Measure every way, each in its own process."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lines", type=int, default=5_000_000)
    parser.add_argument("--one", choices=sorted(WAYS), help="run one way and print what it counted")
    given = parser.parse_args()
    log, _ = traffic(given.lines)
    if given.one:
        print(WAYS[given.one](log))
        return
    part = WORK / f"part-{PLAIN_LINES}.log"
    with part.open("wb") as out:
        subprocess.run(["head", "-n", str(PLAIN_LINES), str(log)], stdout=out, check=True)
    print(f"{machine()}; {given.lines:,} lines; the plain way {PLAIN_LINES:,} lines\n")
    print("| way | counted | wall s | CPU s | microseconds a line |\n|---|--:|--:|--:|--:|")
    for way in WAYS:
        _print_row(way, log if way != "plain" else part, given.lines if way != "plain" else PLAIN_LINES)


def _print_row(way: str, log: Path, lines: int) -> None:
    command = [sys.executable, __file__, "--one", way, "--lines", str(lines)]
    if way == "plain":
        (WORK / f"access-{lines}.log").unlink(missing_ok=True)
        (WORK / f"access-{lines}.log").hardlink_to(log)
    counted = subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()
    row = measure(way, command, runs=3)
    assert row is not None
    print(f"| {way} | {int(counted):,} | {row.wall:.2f} | {row.cpu:.2f} | {1e6 * row.cpu / lines:.2f} |")


def _ground(*, compiled: bool) -> Ground:
    identities = IdentityList(lambda client, user: [(0, 0)])
    return Ground(domain_table.build(catalogue.load()), identities, 1, _kernels() if compiled else None)


def _kernels() -> Path:
    kernels = Home(Path()).kernels
    assert kernels is not None
    return kernels


def _scan(log: Path, scanner: Scanner) -> int:
    listed = 0
    with log.open("rb") as stream:
        for chunk in Chunks(stream, offset=0):
            scanner.begin(chunk.lines)
            listed += scanner.finish().tally.listed
    return listed


def _lines(ground: Ground) -> object:
    return shelf.built_in("squid_native").open(b"", Context(ground.domains.catalogue, written_by=0))


def squid_kernel(log: Path) -> int:
    """Walk the fields of every line in the kernel; numbers only come out."""
    ground = _ground(compiled=True)
    return _scan(log, SquidScanner(_lines(ground), ground, LARGEST + 1))


def any_format(log: Path) -> int:
    """Look every name of every line up in the kernel; the candidates go to the plain reader."""
    ground = _ground(compiled=True)
    return _scan(log, LineScanner(_lines(ground), ground))


def plain(log: Path) -> int:
    """Do without kernels."""
    ground = _ground(compiled=False)
    return _scan(log, LineScanner(_lines(ground), ground, look_at_squid))


def duckdb_split(log: Path) -> int:
    """Split every line with DuckDB and match its host against the catalogue."""
    import duckdb

    names = "|".join(one.name.replace(".", r"\.") for one in catalogue.load().listings)
    found = duckdb.connect().execute(SPLIT_ALL.format(log=log, names=names)).fetchone()
    assert found is not None
    return int(found[0])


def read_only(log: Path) -> int:
    """Read the bytes and count the newlines with numpy: the floor."""
    with log.open("rb") as stream:
        chunks = (np.frombuffer(chunk.lines, dtype=np.uint8) for chunk in Chunks(stream, offset=0))
        return int(sum(np.count_nonzero(chunk == 10) for chunk in chunks))


WAYS = {
    "read-only": read_only,
    "squid-kernel": squid_kernel,
    "any-format": any_format,
    "duckdb": duckdb_split,
    "plain": plain,
}


if __name__ == "__main__":
    main()

"""How often is a visit really one, and how many are found? On made weeks whose truth is known.

The weeks come from `staffroom.demonstration`, which was written without sight of the judgement; the points
were then learnt, and what is enough chosen, on the seeds 101 to 140, so the seeds here are others. A made
week is no real school: take the order of the figures, and the rows beneath one another.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

STAFFROOM = str(Path(sys.executable).parent / "staffroom")


def main() -> None:
    """Run the demonstration with some seeds and print a row for each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, nargs="+", default=[*range(11, 16), *range(21, 26)])
    seeds = parser.parse_args().seeds
    print("| seed | precision | recall | true | found | wrongly | beside a visit | missed, ambiguous |")
    print("|--:|--:|--:|--:|--:|--:|--:|--:|")
    rows = [_row(seed) for seed in seeds]
    for seed, row in zip(seeds, rows, strict=True):
        _print(str(seed), row)
    total = {key: sum(row[key] for row in rows) for key in rows[0]}
    _print("all", total)


def _row(seed: int) -> dict[str, int]:
    with tempfile.TemporaryDirectory() as folder:
        command = [STAFFROOM, "demo", "--into", f"{folder}/demo", "--seed", str(seed), "--json"]
        printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    comparison = json.loads(printed)["comparison"]
    names = ("true_visits", "found", "wrongly", "wrongly_beside", "ambiguous_of_missed")
    return {name: int(comparison[name]) for name in names}


def _print(name: str, row: dict[str, int]) -> None:
    precision = row["found"] / (row["found"] + row["wrongly"])
    recall = row["found"] / row["true_visits"]
    print(
        f"| {name} | {precision:.3f} | {recall:.3f} | {row['true_visits']} | {row['found']} "
        f"| {row['wrongly']} | {row['wrongly_beside']} | {row['ambiguous_of_missed']} |"
    )


if __name__ == "__main__":
    main()

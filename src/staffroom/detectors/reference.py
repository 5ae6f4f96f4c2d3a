"""What does each detector look for, as the table of docs/reference/checker.md?

`python -m staffroom.detectors.reference` prints it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from staffroom.detectors.shelf import all_detectors
from staffroom.records.findings import Kind

HEAD: Final = "| detector | kind | clause | strength | what is said | way out |\n|---|---|---|---|---|---|\n"


def write_table() -> str:
    """Write a row for every kind of every detector."""
    return HEAD + "".join(f"| {' | '.join(cells)} |\n" for cells in _rows())


def _rows() -> Iterator[tuple[str, ...]]:
    for detector in all_detectors():
        for name, kind in detector.kinds.items():
            strength = "a right" if kind.protects else kind.strength.name.casefold()
            yield (f"`{detector.name}`", f"`{name}`", kind.clause, strength, kind.why, _way_out(kind))


def _way_out(kind: Kind) -> str:
    return f"{kind.way_out} In protected speech: {kind.if_protected}" if kind.if_protected else kind.way_out


if __name__ == "__main__":
    print(write_table(), end="")  # noqa: T201 - what is asked for

"""Does the reference of the check say what each detector looks for?"""

from __future__ import annotations

from pathlib import Path

from staffroom.detectors.reference import write_table
from staffroom.detectors.shelf import all_detectors

REFERENCE = Path(__file__).parents[2] / "docs" / "reference" / "checker.md"


def test_the_table_is_what_the_detectors_say_of_themselves():
    text = REFERENCE.read_text("utf-8")
    assert f"\n\n{write_table()}\n" in text, "Write it anew: python -m staffroom.detectors.reference"


def test_the_table_has_a_row_for_every_kind():
    kinds = sum(len(detector.kinds) for detector in all_detectors())
    assert write_table().count("\n") == kinds + 2

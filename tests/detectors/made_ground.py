"""A made school, as the detectors' cases mean it."""

from __future__ import annotations

from detectors.made_roster import ROSTER
from staffroom.detectors.detector import Ground
from staffroom.records.school_words import SchoolWords
from staffroom.rules.name_sketching import sketch_names

WORDS = SchoolWords(
    names=("Larkfield Primary School", "Larkfield Primary"),
    short_names=("Larkfield", "LPS"),
    address=("Mill Lane", "Larkfield Primary School, Mill Lane, Aldermere"),
    postcode="ZZ9 4LF",
    town="Aldermere",
    domains=("larkfield.example", "larkfield.aldermere.sch.uk"),
    hashtags=("#TeamLarkfield", "#LarkfieldLearns"),
    uniform=("lark badge", "green blazer with the lark"),
    places=("Skylark Hall", "Nest nursery", "the Copse"),
    systems=("LarkNet", "Arbor", "CPOMS", "SIMS"),
    code_words=("Operation Wren",),
)

NAMES = sketch_names(ROSTER, b"the made school's key, 32 bytes!")
GROUND = Ground(WORDS, NAMES)

"""Do the detectors of people stay quick where a long text is full of what they look for?"""

from __future__ import annotations

import time

import pytest

from detectors.made_ground import GROUND
from staffroom.detectors.checker import LONGEST, check
from staffroom.detectors.shelf import built_in
from staffroom.records.drafts import Draft

PEOPLE = ("pupils", "contact_with_pupils", "colleagues")
FULL_OF = (
    "Mr Bevan the head is useless ", "Mr Bevan. Useless. ", "add me pupils ", "JM in 6B ", "Amelia Hart ",
    "#ameliahartameliahart ", "the only boy in my class ", "Jayden in my class ", "that mum from 3B ",
    "Smith Jones al ",
)  # fmt: skip


def seconds(text, detector):
    begun = time.process_time()
    assert check(Draft(text), GROUND, [detector]).problems == ()
    return time.process_time() - begun


@pytest.mark.parametrize("name", PEOPLE)
@pytest.mark.parametrize("bait", FULL_OF)
def test_the_time_grows_with_the_text_and_not_with_its_square(name, bait):
    detector = built_in(name)
    half, whole = ((bait * LONGEST)[: LONGEST // part] for part in (8, 1))
    assert seconds(whole, detector) < 30 * max(seconds(half, detector), 0.03)

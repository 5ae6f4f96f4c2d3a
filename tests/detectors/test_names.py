"""Are the names of known people found in a text, in every form, and nobody else's?"""

from __future__ import annotations

from string import ascii_lowercase

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from detectors.made_ground import NAMES
from detectors.made_roster import ADULTS, PUPILS, ROSTER
from staffroom.detectors.names import find_names
from staffroom.detectors.plain_text import read_plain
from staffroom.records.known_people import Belonging, KnownPerson
from staffroom.records.name_sketch import LEAST_FOR_SLIP
from staffroom.rules.name_forms import FormKind, family_parts, given_parts, normalise
from staffroom.rules.name_sketching import sketch_names

CARRIERS = ("{}", "so {} was brilliant today", "Well done, {}!", "is it me or did {}'s mum say that?", "({})")


def found_in(text):
    plain = read_plain(text)
    return {
        (one.kind, plain.plain[one.span.start : one.span.end]): one.whose for one in find_names(plain, NAMES)
    }


def whole_names(text):
    return {words for kind, words in found_in(text) if kind is not None}


@st.composite
def written_names(draw, slip=True):
    """Give some form of somebody's whole name, and the person, with one slip or none."""
    person = draw(st.sampled_from(ROSTER))
    parts = (
        sorted(part.letters for part in given_parts(person)),
        sorted(p.letters for p in family_parts(person)),
    )
    pair = [draw(st.sampled_from(one)) for one in parts]
    if slip:
        pair = draw(slipped_pairs(pair))
    joint = draw(st.sampled_from((" ", "_", ".", "#", "")))
    if joint == "#":
        return person, f"#{pair[0].capitalize()}{pair[1].capitalize()}"
    if joint == "":
        return person, f"@{pair[0]}{pair[1]}{draw(st.sampled_from(('', '09')))}"
    return person, joint.join(one.capitalize() for one in pair)


@st.composite
def slipped_pairs(draw, pair):
    at = draw(st.sampled_from((0, 1)))
    if len(pair[at]) < LEAST_FOR_SLIP:
        return pair
    return [draw(slips(one)) if place == at else one for place, one in enumerate(pair)]


@st.composite
def slips(draw, word):
    place = draw(st.integers(0, len(word) - 1))
    before, letter, after = word[:place], word[place], word[place + 1 :]
    other = draw(st.sampled_from(ascii_lowercase))
    ways = (before + after, before + other + after, before + other + letter + after)
    changed = before + after[:1] + letter + after[1:]
    return draw(st.sampled_from((*ways, changed)))


@given(written_names(), st.sampled_from(CARRIERS))
def test_a_name_of_the_roster_is_found_in_any_form_with_one_slip_at_most(written, carrier):
    person, name = written
    found = found_in(carrier.format(name))
    assert any(kind and whose & person.belonging for (kind, _), whose in found.items()), found


def distance(one, other):
    """Count the slips between two words: the distance of optimal string alignment, written plainly."""
    rows = [list(range(len(other) + 1))]
    for i, a in enumerate(one, 1):
        row = [i]
        for j, b in enumerate(other, 1):
            row.append(min(rows[-1][j] + 1, row[-1] + 1, rows[-1][j - 1] + (a != b)))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                row[-1] = min(row[-1], rows[-2][j - 2] + 1)
        rows.append(row)
    return rows[-1][-1]


PAIRS = [
    (first.letters, second.letters)
    for person in ROSTER
    for first in given_parts(person)
    for second in family_parts(person)
]


@settings(deadline=None)  # every name of the school is measured against each
@given(written_names(slip=False), st.data())
def test_a_name_that_differs_by_two_slips_from_every_name_is_nobodys(written, data):
    person, _ = written
    pair = [
        data.draw(st.sampled_from(sorted(part.letters for part in parts)))
        for parts in (given_parts(person), family_parts(person))
    ]
    changed = [data.draw(slips(data.draw(slips(one)))) for one in pair]
    assume(all(len(one) > 1 for one in changed))
    near = (distance(a, changed[0]) + distance(b, changed[1]) for a, b in PAIRS)
    turned = (distance(a, changed[1]) + distance(b, changed[0]) for a, b in PAIRS)
    assume(min(*near, *turned) >= 2)
    whole = {kind for kind, _ in found_in(f"I saw {changed[0].capitalize()} {changed[1].capitalize()} today")}
    assert FormKind.FULL not in whole


@given(st.text(ascii_lowercase, min_size=5, max_size=9), st.data())
def test_one_slip_is_told_from_two_whatever_the_letters(word, data):
    other = data.draw(st.one_of(slips(word), slips(word).flatmap(slips)))
    assume(len(other) >= LEAST_FOR_SLIP - 1)
    sketch = sketch_names([KnownPerson("Zoe", word)], b"k" * 32)
    assert (sketch.hash(word) in set(sketch.slipped(other))) == (distance(word, other) == 1) or word == other


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("amelia hart was a star", "amelia hart"),
        ("#AmeliaHart", "AmeliaHart"),
        ("follow @amelia.hart_09", "amelia.hart"),
        ("@ahart09 again", "ahart"),
        ("Hart, Amelia", "Hart, Amelia"),
        ("Amelia Rose Hart", "Amelia Rose Hart"),
        ("Millie Hart", "Millie Hart"),
        ("Ola Wisniewska", "Ola Wisniewska"),
        ("KUBA ZIELINSKI", "KUBA ZIELINSKI"),
        ("Gosia Dabrowska", "Gosia Dabrowska"),
        ("muhammad abdul-rahman", "muhammad abdul-rahman"),
        ("Zaynab Al Rashid", "Zaynab Al Rashid"),
        ("zainab rashid", "zainab rashid"),
        ("saoirse o connor", "saoirse o connor"),
        ("Saoirse O’Connor’s", "Saoirse O'Connor"),
        ("Gwen Pugh", "Gwen Pugh"),
        ("Dai Prosser", "Dai Prosser"),
        ("Tommy Jones", "Tommy Jones"),
        ("tom smith jones", "tom smith jones"),
        ("Wang Xiaoming", "Wang Xiaoming"),
        ("Lina Huang", "Lina Huang"),
        ("Jaydon Murphey", "Jaydon Murphey"),
        ("Kitty Pembreton", "Kitty Pembreton"),
        ("JM in 6B", "JM"),
        ("J.M. (6B)", "J.M"),
        ("Jayden in Year 6", "Jayden"),
        ("Jayden M.", "Jayden M"),
        ("miss nair", "miss nair"),
        ("Mrs Farow", "Mrs Farow"),
        ("Mr A", "Mr A"),
    ],
)
def test_a_form_is_found(text, words):
    assert words in whole_names(text)


@pytest.mark.parametrize(
    "text",
    [
        "JM in 5A",
        "will marsh land flood again",
        "grace under pressure",
        "Grace I think you are right",
        "love, Rose x",
        "Mr Nair",
        "Amelia Carter",
        "may turner prize go to someone good",
        "rose and hunter green",
        "Order 40128837",
        "Hart is a lovely surname",
        "Amelia parkes and hart",
    ],
)
def test_what_is_nobodys_whole_name_is_not_found(text):
    assert whole_names(text) == set()


def test_a_given_name_alone_is_told_apart_from_a_whole_one():
    assert found_in("Amelia") == {(None, "Amelia"): Belonging.PUPIL}
    assert found_in("Priya") == {(None, "Priya"): Belonging.STAFF}


def test_without_a_sketch_nothing_is_found():
    assert find_names(read_plain("Amelia Hart"), None) == []


def test_names_of_adults_and_pupils_are_told_apart():
    for person in PUPILS + ADULTS:
        name = f"{normalise(person.given).title()} {person.family}"
        assert person.belonging in found_in(name).values(), name

"""Can a roster be searched for, and not be read, in its sketch?"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from staffroom.records.known_people import Belonging, KnownPerson
from staffroom.records.name_sketch import NameSketch
from staffroom.rules.name_forms import (
    FormKind,
    class_marks,
    family_parts,
    forms,
    given_parts,
    normalise,
    pieces_of,
)
from staffroom.rules.name_sketching import sketch_names
from staffroom.rules.nicknames import _by_name, nicknames

KEY, OTHER_KEY = b"k" * 32, b"o" * 32
PUPIL = KnownPerson("Siân", "O'Hara-Wiśniewska", preferred="Shan", class_name="5B")
TEACHER = KnownPerson("Helen", "Farrow", Belonging.STAFF, title="Mrs")
people = st.builds(
    KnownPerson,
    st.text(max_size=15),
    st.text(max_size=15),
    st.sampled_from(Belonging),
    preferred=st.text(max_size=5),
    title=st.sampled_from(("", "Mr", "Mrs", "Dr.")),
    class_name=st.sampled_from(("", "5B", "Oak", "RB", "10C1")),
)


def letters(parts):
    return {part.letters for part in parts}


def test_letters_are_made_small_and_plain():
    assert normalise("Ó Briain’s Łucja Ølsen") == "o briains lucja olsen"


def test_a_double_name_is_known_by_either_half_and_without_its_accents():
    assert letters(family_parts(PUPIL)) == {"oharawisniewska", "ohara", "wisniewska"}


def test_a_person_is_known_by_the_given_name_and_the_preferred_one():
    assert letters(given_parts(PUPIL)) == {"sian", "shan"}


def test_a_mohammed_is_known_by_the_second_name_too():
    assert {"mohammedyusuf", "mohammed", "yusuf"} <= letters(
        given_parts(KnownPerson("Mohammed Yusuf", "Khan"))
    )


def test_an_article_is_said_in_two_ways_or_not_at_all():
    assert letters(family_parts(KnownPerson("Zainab", "Al-Rashid"))) == {"alrashid", "elrashid", "rashid"}


@pytest.mark.parametrize(
    ("class_name", "year", "marks"),
    [
        ("5B", "", ("5b", "year5")),
        ("Oak", "4", ("oak", "year4")),
        ("RB", "", ("rb", "yearr")),
        ("10C1", "", ("10c1", "year10")),
        ("Oak", "", ("oak",)),
        ("", "", ()),
    ],
)
def test_a_class_is_known_by_itself_and_by_its_year(class_name, year, marks):
    assert class_marks(class_name, year) == marks


def kinds_of(person):
    return {form.kind for form in forms(person, given_parts(person), family_parts(person))}


def test_a_pupil_has_a_class_and_no_title_and_an_adult_the_other_way_round():
    both = {FormKind.FULL, FormKind.INITIAL, FormKind.ACCOUNT}
    assert kinds_of(PUPIL) == both | {FormKind.GIVEN_CLASS, FormKind.INITIALS_CLASS}
    assert kinds_of(TEACHER) == both | {FormKind.TITLED, FormKind.TITLED_INITIAL}


def test_a_woman_may_be_called_by_any_of_a_womans_titles_and_never_mr():
    marks = {form.marks[0] for form in forms(TEACHER, set(), family_parts(TEACHER)) if form.marks}
    assert {"mrs", "miss", "ms"} <= marks
    assert "mr" not in marks


@pytest.mark.parametrize("name", sorted(_by_name()))
def test_a_nickname_is_one_normalised_word_and_never_the_name_itself(name):
    for short in (name, *nicknames(name)):
        assert pieces_of(short) == (short,)
        assert short.isascii()
        assert len(short) > 1
    assert name not in nicknames(name)
    assert len(set(nicknames(name))) == len(nicknames(name))


@given(st.lists(people, max_size=6))
def test_a_sketch_comes_back_from_its_bytes(roster):
    sketch = sketch_names(roster, KEY)
    assert NameSketch.from_bytes(sketch.to_bytes(), KEY) == sketch


def test_no_name_and_no_key_stands_in_the_bytes_or_in_what_is_printed():
    sketch = sketch_names([PUPIL, TEACHER], KEY)
    for shown in (sketch.to_bytes().lower(), repr(sketch).encode().lower()):
        assert not any(part in shown for part in (b"sian", b"shan", b"wisniewska", b"helen", b"farrow", KEY))


def test_sketches_of_two_schools_have_nothing_in_common():
    one, other = sketch_names([PUPIL], KEY), sketch_names([PUPIL], OTHER_KEY)
    assert not set(one.parts) & set(other.parts)
    assert not set(one.forms) & set(other.forms)
    assert not {gap for gaps in one.gaps.values() for gap in gaps} & set(other.parts)


def test_a_sketch_read_with_another_key_finds_nobody():
    sketch = NameSketch.from_bytes(sketch_names([PUPIL], KEY).to_bytes(), OTHER_KEY)
    assert sketch.hash("sian") not in sketch.parts


@given(st.binary(max_size=60), st.booleans())
def test_bytes_that_are_no_sketch_are_refused(written, is_marked):
    whole = sketch_names([TEACHER], KEY).to_bytes()
    for broken in ((b"names1" if is_marked else b"") + written, whole[: len(whole) - 1], whole + b"x"):
        with pytest.raises(ValueError, match="no sketch"):
            NameSketch.from_bytes(broken, KEY)


def test_a_name_of_two_people_is_both_peoples():
    sketch = sketch_names([TEACHER, KnownPerson("Helen", "Farrow", class_name="2A")], KEY)
    whose = sketch.whose(FormKind.FULL.value, sketch.hash("helen"), sketch.hash("farrow"))
    assert whose == Belonging.STAFF | Belonging.PUPIL

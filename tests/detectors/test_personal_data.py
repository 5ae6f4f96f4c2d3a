"""Are identifiers found however they are written, and only what has their form?"""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detectors.made_ground import GROUND
from staffroom.detectors.checker import check
from staffroom.detectors.detector import Ground
from staffroom.detectors.text.personal_data import DETECTOR
from staffroom.records.drafts import Draft
from staffroom.records.findings import Finding, Strength
from staffroom.records.school_words import SchoolWords, Strictness

PHONE_FORMS = (
    "07700 {0} {1}", "07700{0}{1}", "07700-{0}-{1}", "07700.{0}.{1}", "+44 7700 {0} {1}", "+447700{0}{1}",
    "0044 7700 {0}{1}", "+44 (0)7700 {0} {1}", "(07700) {0}{1}", "(07700 {0} {1})",
)  # fmt: skip
STRICT = Ground(SchoolWords(strictness={DETECTOR.name: Strictness.STRICT}))


def findings(text: str, ground: Ground = GROUND) -> tuple[Finding, ...]:
    return check(Draft(text), ground, [DETECTOR]).findings


def kinds(text: str, ground: Ground = GROUND) -> list[str]:
    return [finding.kind for finding in findings(text, ground)]


@given(
    st.sampled_from(PHONE_FORMS), st.integers(0, 999), st.sampled_from(["Ask Sue: {}", "sue's on {}!", "{}"])
)
def test_a_phone_number_is_one_finding_in_any_form(form, last, sentence):
    number = form.format("900", f"{last:03d}")
    (found,) = findings(sentence.format(number))
    assert found.kind == "phone"
    assert found.words[0].strip("()") == number.strip("()")


@given(st.integers(0, 10**9))
def test_a_price_is_no_identifier(pounds):
    assert kinds(f"it cost £{pounds}") == []
    assert kinds(f"it cost £{pounds:,}") == []


@given(st.integers(0, 23), st.integers(0, 59), st.integers(0, 99), st.integers(0, 99))
def test_times_and_scores_are_no_identifiers(hour, minute, ours, theirs):
    assert kinds(f"kick off {hour:02d}:{minute:02d}, final score {ours}-{theirs}") == []


@given(st.dates())
def test_a_date_alone_is_no_identifier(day):
    for written in (f"{day:%d/%m/%Y}", f"{day:%d.%m.%y}", f"{day:%d-%m-%y}", day.isoformat()):
        assert kinds(f"see you all on {written}") == []


@given(st.text("0123456789 -", max_size=40))
def test_no_two_findings_share_a_character(numbers):
    spans = sorted(span for finding in findings(f"my bank card {numbers}") for span in finding.spans)
    assert all(one.end <= two.start for one, two in pairwise(spans))


@pytest.mark.clause("CON-2")
def test_what_belongs_to_somebody_else_must_stay_confidential():
    (found,) = findings("Her NI number is PZ 99 99 01 A")
    assert (found.kind, found.clause, found.strength) == ("insurance-number", "CON-2", Strength.MUST)


@pytest.mark.clause("SEC-6")
def test_what_is_the_authors_own_should_be_given_away_less():
    (found,) = findings("My NI number is PZ 99 99 01 A")
    assert (found.kind, found.clause, found.strength) == ("own-insurance-number", "SEC-6", Strength.SHOULD)


def test_numbers_hidden_with_characters_that_nobody_sees_are_found_where_they_stand():
    text = "dads no is 07700\u200b 900 123, ok"
    (found,) = findings(text)
    assert found.words == ("07700\u200b 900 123",)


@pytest.mark.parametrize("prefix", ["BG", "GB", "NK", "KN", "TN", "NT", "ZZ", "DA", "AO", "QQ"])
def test_a_prefix_that_is_never_given_out_makes_no_insurance_number(prefix):
    assert kinds(f"NI number {prefix} 12 34 56 A") == []


@pytest.mark.parametrize(
    "licence", ["FELLO913123J99AB", "FELLO957323J99AB", "FE9LO957123J99AB", "99999957123J99AB"]
)
def test_a_month_a_day_or_a_name_that_cannot_be_makes_no_driving_licence(licence):
    assert kinds(f"licence {licence}") == []


def test_every_number_of_several_is_found():
    text = "Tom 07700 900123, Ann 07700 900124, gate@larkfield.example and ann@larkfield.example"
    assert kinds(text) == ["phone", "phone", "email", "email"]


def test_a_sort_code_and_an_account_are_one_finding_with_two_places():
    (found,) = findings("bank: 00-99-12 55779911")
    assert found.words == ("00-99-12", "55779911")


def test_the_schools_own_postcode_and_address_are_left_alone():
    ground = Ground(SchoolWords(address=("12 Mill Lane, Aldermere",), postcode="ZZ9 4LF"))
    assert kinds("Fair on Saturday: 12 Mill Lane, zz94lf", ground) == []
    assert kinds("He lives at 14 Mill Lane, ZZ9 4LG", ground) == ["address", "postcode"]


@pytest.mark.parametrize(
    "text", ["Ring the office on 01632 960999", "office@larkfield.example", "The zoo is at ZZ9 1AA"]
)
def test_what_belongs_to_a_place_is_said_only_where_the_school_wants_it_strict(text):
    assert kinds(text) == []
    assert len(kinds(text, STRICT)) == 1

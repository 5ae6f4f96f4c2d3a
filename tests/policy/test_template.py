"""Can a school adopt the template, and is it the same policy in other words?"""

from __future__ import annotations

import re
import tomllib

import pytest

from policy.made_policy import CLAUSES, needs_the_published_policy
from staffroom.policy.clause import Clause, Force
from staffroom.policy.keeping import CLAUSE_ID
from staffroom.policy.matching import Sureness, match
from staffroom.policy.paragraph import Paragraph
from staffroom.policy.strength import read_force
from staffroom.policy.template import load_template, template_policy
from staffroom.policy.text import read_policy, rebuild

MOST_WORDS_ALIKE = 5


def published() -> list[dict[str, str]]:
    return tomllib.loads(CLAUSES.read_text("utf-8"))["clause"]


def words(text: str) -> list[str]:
    return re.findall(r"[a-z]+", text.lower())


def test_the_template_has_forty_three_clauses_with_ids_of_their_own():
    ids = [clause.id for clause in load_template().clauses]
    assert len(ids) == len(set(ids)) == 43
    assert all(CLAUSE_ID.fullmatch(id) for id in ids)


@needs_the_published_policy
def test_ids_force_whom_it_binds_and_what_keeps_it_are_those_of_the_published_policy():
    mine = [(one.id, one.force.value, one.binds.value, one.kept_by.value) for one in load_template().clauses]
    theirs = [(one["id"], one["force"], one["binds"], one["kept_by"]) for one in published()]
    assert mine == theirs


@needs_the_published_policy
def test_no_sentence_of_the_published_policy_is_copied():
    text = f" {' '.join(word for one in published() for word in words(one['text']))} "
    for clause in load_template().clauses:
        for written in (clause.text, *clause.cues):
            own = words(written)
            length = MOST_WORDS_ALIKE + 1
            runs = [" ".join(own[begin : begin + length]) for begin in range(len(own) - length + 1)]
            copied = [run for run in runs if f" {run} " in text]
            assert not copied, f"{clause.id} shares a run of {length} words"


def test_every_clause_is_a_sentence_with_cues():
    for clause in load_template().clauses:
        assert clause.text.endswith((".", ";", ":", "?")), clause.id
        assert clause.cues, clause.id
        assert "  " not in clause.text


@pytest.mark.parametrize("force", [Force.MUST_NOT, Force.SHOULD_NOT, Force.NORMALLY, Force.ADVISES_AGAINST])
def test_a_prohibition_reads_as_one_or_as_a_duty_to_avoid(force: Force):
    clauses = [clause for clause in load_template().clauses if clause.force is force]
    assert clauses
    for clause in clauses:
        avoids = re.search(r"\b(?:no|nothing|not|never|neither|only)\b", clause.text)
        assert avoids, clause.id


def test_duties_and_liberties_are_as_strong_in_words_as_in_the_margin():
    by_id = {clause.id: clause for clause in load_template().clauses}
    for id in ("MON-2", "MON-3", "CON-7", "CON-8", "CON-9", "CON-10", "CON-11", "CON-12", "SEC-4", "SEC-6"):
        assert read_force(by_id[id].text) is by_id[id].force, id


def test_the_front_page_is_left_for_the_school_to_fill_in():
    rows = load_template().control
    assert [row.field for row in rows] == [
        "version", "issued", "approved", "review_by", "approved_by", "owner",
    ]  # fmt: skip
    assert all(row.value.startswith("[") and row.value.endswith("]") for row in rows)


def test_the_template_as_a_text_is_read_back_as_itself():
    text = rebuild(template_policy(load_template()))
    lines = [line for line in text.splitlines() if line.strip()]
    read = read_policy([Paragraph(line, before="\n") for line in lines])
    matching = match(read, load_template())
    assert [one.clause.id for one in matching.matches if one.clause] == [
        clause.id for clause in load_template().clauses
    ]
    assert {one.sureness for one in matching.matches} == {Sureness.CERTAIN}
    assert not matching.missing
    assert [row.field for row in read.control.rows] == [row.field for row in load_template().control]
    assert read.title == "Social networking policy for staff"


def test_a_clause_is_found_by_its_id_and_an_unknown_id_is_an_error():
    assert isinstance(load_template().clause("MON-2"), Clause)
    with pytest.raises(KeyError):
        load_template().clause("MON-9")

"""Is the published policy read into exactly its clauses, and does it come out word for word?"""

from __future__ import annotations

import tomllib
from datetime import date
from functools import cache

from policy.made_policy import CLAUSES, PUBLISHED, ids_of, needs_the_published_policy
from staffroom.policy.control import describe_review, is_review_overdue
from staffroom.policy.matching import Matching, Sureness, match
from staffroom.policy.template import load_template
from staffroom.policy.text import Policy, read_policy, rebuild
from staffroom.readers.documents.opening import read_document

pytestmark = needs_the_published_policy


@cache
def published() -> Policy:
    document = read_document(PUBLISHED.read_bytes(), PUBLISHED.name)
    return read_policy(document.paragraphs, document.after)


@cache
def matching() -> Matching:
    return match(published(), load_template())


def listed() -> dict[str, object]:
    return tomllib.loads(CLAUSES.read_text("utf-8"))


def test_the_clauses_are_the_policy():
    assert rebuild(published()) == PUBLISHED.read_text("utf-8")


def test_exactly_the_listed_sentences_have_exactly_the_listed_ids():
    assert ids_of(matching()) == {one["text"]: one["id"] for one in listed()["clause"]}
    assert len(matching().matches) == 43
    assert not matching().missing


def test_every_match_says_how_sure_it_is_and_none_is_doubtful():
    assert all(0.5 <= one.confidence < 1 for one in matching().matches)
    assert {one.sureness for one in matching().matches} <= {Sureness.CERTAIN, Sureness.LIKELY}


def test_the_front_page_is_read():
    control, policy = published().control, listed()["policy"]
    assert control.version == policy["version"]
    dates = (control.issued, control.approved, control.review_by)
    assert [one.iso if one else None for one in dates] == [
        policy["issued"],
        policy["approved"],
        policy["review_by"],
    ]
    assert control.approved_by == policy["approved_by"]
    assert control.owner == policy["owner"]


def test_its_review_is_overdue_from_march_2021_on():
    control = published().control
    assert is_review_overdue(control, date(2021, 2, 28)) is False
    assert is_review_overdue(control, date(2021, 3, 1)) is True
    assert "Review overdue since February 2021" in describe_review(control, date(2026, 11, 22))


def test_the_oddities_of_the_published_words_are_kept():
    texts = [piece.text for piece in published().clauses]
    assert any(text.endswith(". .") for text in texts)
    assert sum(text.startswith("- ") for text in texts) == 6
    assert any(text.startswith("- ") and text[-1].isalpha() for text in texts)
    assert any("Head Teacher" in text for text in texts)
    assert any("Headteacher" in text for text in texts)


def test_the_words_alone_find_the_clauses_when_every_sentence_stands_in_disorder():
    turned = published().clauses[::-1]
    shuffled = (*turned[1::3], *turned[::3], *turned[2::3])
    disordered = Policy(published().control, shuffled)
    assert ids_of(match(disordered, load_template())) == {
        one["text"]: one["id"] for one in listed()["clause"]
    }


def test_a_withdrawn_sentence_is_missing_and_no_other_takes_its_place():
    expected = {one["text"]: one["id"] for one in listed()["clause"]}
    for withdrawn in published().clauses:
        rest = tuple(piece for piece in published().pieces if piece is not withdrawn)
        found = match(Policy(published().control, rest), load_template())
        assert [clause.id for clause in found.missing] == [expected[withdrawn.text]]
        assert ids_of(found) == {text: id for text, id in expected.items() if text != withdrawn.text}

"""Does the circle close: clause, keeper, proof?

Red when a clause has neither keeper nor reason, when a kept clause has no proof, when a mark names no clause,
and when a clause that the template calls "not built yet" has a keeper: then the template must be mended.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import staffroom
from staffroom.cli.policy_checkout import find_tests, read_keepers, read_proofs
from staffroom.policy.coverage import Coverage, Names, Standing, cover, find_keepers, gather
from staffroom.policy.keeping import keepers as known_keepers
from staffroom.policy.template import load_template

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src"


@cache
def keepers() -> Names:
    return gather(
        find_keepers(file.read_text("utf-8"), ".".join(file.relative_to(SOURCE).with_suffix("").parts))
        for file in sorted(SOURCE.rglob("*.py"))
    )


@cache
def proofs() -> Names:
    return read_proofs(ROOT / "tests")


def lines() -> tuple[Coverage, ...]:
    return cover(load_template().clauses, keepers(), proofs())


def ids() -> set[str]:
    return {clause.id for clause in load_template().clauses}


def test_every_clause_has_a_keeper_or_says_why_not():
    assert [line.clause.id for line in lines() if line.standing is Standing.OPEN] == []


def test_a_clause_that_has_a_keeper_is_no_longer_called_unbuilt_or_kept_by_people():
    stale = [
        line.clause.id for line in lines() if line.keepers and (line.clause.until_built or line.clause.people)
    ]
    assert stale == []


def test_a_clause_gives_one_reason_and_not_two():
    assert [clause.id for clause in load_template().clauses if clause.people and clause.until_built] == []


def test_every_clause_that_has_a_keeper_is_proved():
    assert [line.clause.id for line in lines() if line.keepers and not line.proofs] == []


def test_every_keeper_and_every_proof_names_a_clause_of_the_template():
    assert set(keepers()) <= ids()
    assert set(proofs()) <= ids()


def test_a_proof_without_a_keeper_is_of_a_clause_that_waits_for_its_part():
    proved = {id for id in proofs() if id not in keepers()}
    assert {line.standing for line in lines() if line.clause.id in proved} <= {Standing.NOT_BUILT}


def test_the_house_knows_the_same_keepers_as_its_source_shows():
    for module in walk_packages(staffroom.__path__, "staffroom."):
        if not module.name.endswith("__main__"):
            import_module(module.name)
    known = {id: set(names) for id, names in known_keepers().items() if id in ids()}
    shown = {id: set(names) for id, names in keepers().items()}
    assert {id: names & shown.get(id, set()) for id, names in known.items()} == shown


def test_the_keepers_are_read_without_running_any_room():
    assert read_keepers() == keepers()


def test_the_tests_of_a_checkout_are_found():
    assert find_tests() == ROOT / "tests"

"""Does `staffroom policy coverage` say what keeps and what proves each clause?"""

from __future__ import annotations

from cli.policy_runs import run, run_json
from staffroom.cli import policy_checkout
from staffroom.policy.template import load_template


def test_coverage_names_every_clause_with_what_keeps_it():
    document = run_json("coverage", "coverage")
    assert [one["id"] for one in document["clauses"]] == [one.id for one in load_template().clauses]
    assert sum(document["counts"].values()) == 43
    assert document["counts"]["kept by nothing"] == 0
    for one in document["clauses"]:
        assert one["keepers"] or one["people"] or one["until_built"], one["id"]


def test_coverage_shows_the_keepers_and_the_proofs_of_a_kept_clause():
    document = run_json("coverage", "coverage")
    kept = next(one for one in document["clauses"] if one["id"] == "MON-2")
    assert any(name.startswith("staffroom.rules.school_day.") for name in kept["keepers"])
    assert any("::test_" in proof for proof in kept["proofs"])
    assert document["are_proofs_shown"] is True


def test_coverage_says_on_the_terminal_which_part_will_keep_a_clause():
    output = run("coverage").output
    assert output.startswith("43 clauses: ")
    assert "will be kept by the checker" in output
    assert "keeps   rules.school_day." in output


def test_outside_a_checkout_coverage_says_that_proofs_are_not_shown(tmp_path, monkeypatch):
    installed = tmp_path / "lib" / "site-packages" / "staffroom"
    installed.mkdir(parents=True)
    monkeypatch.setattr(policy_checkout.staffroom, "__file__", str(installed / "__init__.py"))
    document = run_json("coverage", "coverage")
    assert document["are_proofs_shown"] is False
    assert {one["proofs"] for one in document["clauses"]} == {None}
    assert "Proofs are shown in a source checkout only" in run("coverage").output

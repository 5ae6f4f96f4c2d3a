"""Does `staffroom demo` show Staffroom at work, and put nothing where something else is?"""

from __future__ import annotations

import json

import pytest

from cli.runs import run, validated


@pytest.fixture(scope="module")
def shown(tmp_path_factory):
    """The folder of a demonstration, and what it printed."""
    folder = tmp_path_factory.mktemp("demo") / "school"
    done = run("demo", "--into", folder, "--lines", 2_000, "--json")
    assert done.code == 0, done.err
    return folder, validated("demo", done.out)


def test_it_makes_a_school_with_logs_the_truth_and_a_page(shown):
    folder, document = shown
    assert document["folder"] == str(folder)
    assert len(list((folder / "logs").iterdir())) == 7
    assert (folder / "people.csv").is_file()
    assert "<html" in (folder / "week.html").read_text("utf-8")
    assert json.loads((folder / "truth.json").read_text())


def test_the_comparison_adds_up(shown):
    compared = shown[1]["comparison"]
    assert compared["found"] + compared["missed"] == compared["true_visits"] > 0
    assert compared["recall"] == pytest.approx(compared["found"] / compared["true_visits"])
    judged = compared["found"] + compared["wrongly"]
    assert compared["precision"] == pytest.approx(compared["found"] / judged)
    assert compared["ambiguous_of_missed"] <= compared["missed"]
    assert compared["wrongly_beside"] <= compared["wrongly"]


def test_its_folder_can_be_used_like_a_schools_own(shown):
    folder, document = shown
    done = run("report", "week", "--json", "--school", folder)
    again = validated("report-week", done.out)
    assert again | {"made_at": ""} == document["report"] | {"made_at": ""}
    assert run("doctor", "--school", folder).code == 0


def test_the_same_seed_makes_the_same_week_again_in_the_same_place(shown):
    folder, document = shown
    done = run("demo", "--into", folder, "--lines", 2_000)
    assert done.code == 0
    assert "How far from the truth?" in done.out
    report = validated("report-week", run("report", "week", "--json", "--school", folder).out)
    assert report | {"made_at": ""} == document["report"] | {"made_at": ""}


def test_nothing_is_put_into_a_folder_that_holds_something_else(tmp_path):
    (tmp_path / "letter.txt").write_text("Dear parents")
    done = run("demo", "--into", tmp_path)
    assert done.code == 1
    assert "holds something else. Name another folder with --into." in done.err
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


@pytest.mark.parametrize("arguments", [("--lines", "0"), ("--lines", "many"), ("--seed", "x")])
def test_sizes_that_make_no_sense_are_refused(arguments, tmp_path):
    done = run("demo", "--into", tmp_path / "x", *arguments)
    assert done.code == 2
    assert not (tmp_path / "x").exists()

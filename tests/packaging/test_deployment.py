"""Do the units and the container file run what there is?"""

from __future__ import annotations

import re
import shlex

import pytest

from cli.test_every_command import EVERY
from repository.checkout import ROOT

UNITS = sorted((ROOT / "deploy").glob("*.service"))
CONTAINER = (ROOT / "deploy" / "Containerfile").read_text()
SETTINGS = "Environment=DJANGO_SETTINGS_MODULE=staffroom.config.settings"


def commands(text: str) -> list[list[str]]:
    return [shlex.split(line) for line in re.findall(r"^ExecStart(?:Pre)?=(.*)$", text, re.MULTILINE)]


def test_there_is_a_unit_for_all_and_one_for_each_part():
    assert [unit.stem for unit in UNITS] == [
        "staffroom-clock",
        "staffroom-web",
        "staffroom-worker",
        "staffroom",
    ]


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.stem)
def test_a_unit_runs_a_command_that_there_is_as_an_account_of_its_own(unit):
    text = unit.read_text()
    assert commands(text)
    for command in commands(text):
        program = command[0].rpartition("/")[2]
        assert program in ("staffroom", "python", "gunicorn")
        assert program != "staffroom" or (command[1],) in EVERY
    assert {"User=staffroom", "UMask=0077", "NoNewPrivileges=yes", "ProtectSystem=strict", SETTINGS} <= set(
        text.splitlines()
    )


def test_a_unit_gives_its_processes_longer_to_end_than_they_take():
    from staffroom.cli.children import PATIENCE

    for unit in UNITS:
        found = re.search(r"^TimeoutStopSec=(\d+)$", unit.read_text(), re.MULTILINE)
        assert found is not None
        assert int(found[1]) > PATIENCE


def test_the_container_runs_as_an_account_of_its_own_a_command_that_there_is():
    assert "\nUSER staffroom\n" in CONTAINER
    assert 'CMD ["staffroom", "serve", ' in CONTAINER
    assert ("serve",) in EVERY
    assert "--require-hashes" in CONTAINER

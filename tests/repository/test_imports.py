"""Does the house keep its staircase, and does the check notice where it does not?"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from repository.checkout import ROOT

COMMAND = Path(sys.executable).parent / "lint-imports"

pytestmark = pytest.mark.skipif(not COMMAND.exists(), reason="import-linter is not installed here.")


def check(folder: Path) -> subprocess.CompletedProcess[str]:
    """Run the contracts of a folder's pyproject.toml on the sources of that folder."""
    environment = os.environ | {"PYTHONPATH": str(folder / "src")}
    command = [str(COMMAND), "--config", str(folder / "pyproject.toml"), "--no-cache"]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A copy of the house, to sin in."""
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    leave_out = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "src" / "staffroom", tmp_path / "src" / "staffroom", ignore=leave_out)
    return tmp_path


def test_every_contract_of_the_house_is_kept():
    checked = check(ROOT)
    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_a_copy_of_the_house_without_sin_is_kept_too(house):
    checked = check(house)
    assert checked.returncode == 0, checked.stdout + checked.stderr


@pytest.mark.parametrize(
    ("module", "sin", "contract"),
    [
        ("records/requests.py", "import staffroom.rules.visits", "The house has one staircase"),
        ("reports/markup.py", "import staffroom.readers.logs.times", "The house has one staircase"),
        ("rules/visits.py", "import numpy", "Judgement is pure"),
        ("cli/main.py", "import duckdb", "Engines stay in the store room"),
        (
            "readers/logs/formats/squid_native.py",
            "import staffroom.readers.logs.formats.bind",
            "Log formats do not know each other",
        ),
    ],
)
def test_a_sin_in_a_copy_of_the_house_is_noticed(house, module, sin, contract):
    file = house / "src" / "staffroom" / module
    file.write_text(f"{file.read_text('utf-8')}\n{sin}\n", "utf-8")
    checked = check(house)
    assert checked.returncode != 0
    assert f"{contract} BROKEN" in checked.stdout


def test_a_room_that_no_layer_names_is_noticed(house):
    room = house / "src" / "staffroom" / "attic"
    room.mkdir()
    (room / "__init__.py").write_text('"""What is up here?"""\n', "utf-8")
    assert check(house).returncode != 0

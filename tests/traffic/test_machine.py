"""Is a kernel compiled once, kept whole, and done without where it cannot be had?"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from staffroom.traffic import machine
from staffroom.traffic.entry_points import NOTE
from traffic.made_store import read_into
from traffic.made_traffic import Made, squid

ASK = """
import sys
from pathlib import Path
from staffroom.traffic import machine
from staffroom.traffic.entry_points import NOTE
machine.load(NOTE, Path(sys.argv[1]))
print("numba" in sys.modules)
"""


def is_compiler_loaded(folder: Path) -> bool:
    """Load a kernel in a process of its own; say whether that took the compiler."""
    done = subprocess.run([sys.executable, "-c", ASK, folder], capture_output=True, check=True, timeout=60)
    return done.stdout.strip() == b"True"


@pytest.fixture
def kept(kernels, tmp_path) -> Path:
    """A folder that keeps one compiled kernel."""
    machine.load(NOTE, kernels)
    for file in kernels.glob("note-*.o"):
        shutil.copy(file, tmp_path)
    return tmp_path


def test_a_kept_kernel_is_loaded_without_its_compiler(kept):
    assert not is_compiler_loaded(kept)


@pytest.mark.parametrize(
    "damage",
    [lambda code: b"", lambda code: code[: len(code) // 2], lambda code: b"x" + code],
    ids=["empty", "half", "shifted"],
)
def test_a_damaged_kernel_is_compiled_anew_and_kept_whole(kept, damage):
    """Handed to the linker, it would end the process."""
    (file,) = kept.glob("note-*.o")
    file.write_bytes(damage(file.read_bytes()))
    assert is_compiler_loaded(kept)
    assert not is_compiler_loaded(kept)


def test_a_folder_that_cannot_be_written_is_no_error(tmp_path):
    (tmp_path / "file").write_bytes(b"in the way")
    machine._keep(tmp_path / "file" / "kernel.o", b"code")
    assert (tmp_path / "file").read_bytes() == b"in the way"


def test_a_loaded_kernel_does_what_its_source_says(kernels):
    seen = np.zeros(8, dtype=np.uint64)
    machine.load(NOTE, kernels)(np.array([5, 6, 5], dtype=np.uint64), 3, seen, 7)
    assert sorted(seen.tolist()) == [0] * 6 + [5, 6]


@pytest.mark.parametrize("trouble", [ImportError("no numba"), OSError("no disk"), RuntimeError("no target")])
def test_without_a_compiler_the_plain_path_reads_the_log(tmp_path, monkeypatch, trouble):
    def fail(*_: object) -> bytes:
        raise trouble

    monkeypatch.setattr(machine, "_compile", fail)
    log = tmp_path / "access.log"
    log.write_bytes(squid([Made()]))
    assert not machine.is_available(tmp_path / "nothing kept")
    assert read_into(tmp_path / "home", log, kernels=tmp_path / "nothing kept")[0].kept == 1

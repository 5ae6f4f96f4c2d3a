"""Is the wheel all that a machine needs, without Node and without a checkout?

The wheel is built by `make dist` from a copy of the sources, and installed by itself into an empty
environment. The packages that it depends on are not fetched again: a .pth file leads to those of the
environment that runs the tests, in which Staffroom itself is only a link to the checkout and so is not found
that way.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

from cli.test_serve_command import FREE, Served
from repository.checkout import ROOT

BUILT = ROOT / "src" / "staffroom" / "web" / "static" / "built" / "govuk.css"
PO = """
msgid ""
msgstr ""
"Language: cy\\n"
"Content-Type: text/plain; charset=UTF-8\\n"

msgid "Sign in"
msgstr "Mewngofnodi"
"""

pytestmark = [
    pytest.mark.allow_hosts(["127.0.0.1"]),
    pytest.mark.skipif(not BUILT.exists(), reason="The front end has not been built; make setup does so."),
    pytest.mark.skipif(shutil.which("make") is None, reason="make is not installed."),
]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    """The wheel, with a made translation in it that the sources do not have."""
    folder = tmp_path_factory.mktemp("sources")
    for name in ("pyproject.toml", "README.md", "Makefile", ".gitignore"):
        shutil.copy(ROOT / name, folder)
    ignored = shutil.ignore_patterns("__pycache__", "*.mo")
    shutil.copytree(ROOT / "src", folder / "src", ignore=ignored)
    messages = folder / "src" / "staffroom" / "web" / "locale" / "cy" / "LC_MESSAGES"
    messages.mkdir(parents=True, exist_ok=True)
    (messages / "django.po").write_text(PO)
    command = ["make", "-s", "-o", "setup", "dist", f"BIN={Path(sys.executable).parent}"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    (found,) = (folder / "dist").glob("*.whl")
    return found


def test_the_wheel_holds_the_built_front_end_the_translations_and_everything_else(wheel):
    names = set(zipfile.ZipFile(wheel).namelist())
    built = {str(file.relative_to(BUILT.parent)) for file in BUILT.parent.rglob("*") if file.is_file()}
    assert {f"staffroom/web/static/built/{name}" for name in built} <= names
    assert "staffroom/web/locale/cy/LC_MESSAGES/django.mo" in names
    sources = {
        file.relative_to(ROOT / "src").as_posix()
        for file in (ROOT / "src" / "staffroom").rglob("*")
        if file.is_file() and "__pycache__" not in file.parts
    }
    assert sources <= names


def test_the_wheel_holds_no_tests_no_secrets_and_nothing_of_the_machine(wheel):
    names = zipfile.ZipFile(wheel).namelist()
    assert {name.partition("/")[0].partition("-")[0] for name in names} == {"staffroom"}
    assert not [
        name for name in names if name.endswith((".pyc", ".sqlite3", ".key")) or "node_modules" in name
    ]


@pytest.fixture(scope="module")
def empty(wheel, tmp_path_factory) -> Path:
    """An environment in which the wheel is installed, and nothing else."""
    folder = tmp_path_factory.mktemp("empty") / "environment"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", folder], check=True)
    pip = [sys.executable, "-m", "pip", "--python", folder / "bin" / "python", "install", "--quiet"]
    quiet = ["--no-deps", "--no-index", "--disable-pip-version-check"]
    subprocess.run([*pip, *quiet, wheel], check=True)
    (packages,) = folder.glob("lib/python3*/site-packages")
    (packages / "of_the_tests.pth").write_text(sysconfig.get_paths()["purelib"] + "\n")
    return folder


def surroundings(empty: Path, home: Path) -> dict[str, str]:
    return {
        "PATH": f"{empty / 'bin'}:/usr/bin:/bin",
        "HOME": str(home),
        "STAFFROOM_HOME": str(home / "school"),
    }


def test_what_runs_is_what_was_installed(empty, tmp_path):
    script = "import staffroom; print(staffroom.__file__)"
    command = [empty / "bin" / "python", "-c", script]
    environment = surroundings(empty, tmp_path)
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=True)
    assert Path(done.stdout.strip()).is_relative_to(empty)


class Installed(Served):
    """`staffroom serve` of the empty environment."""

    def __init__(self, empty: Path, folder: Path) -> None:
        self.port = int(subprocess.run([sys.executable, "-c", FREE], capture_output=True, check=True).stdout)
        self.out, self.err = folder / "out", folder / "err"
        command = [empty / "bin" / "staffroom", "serve", "--port", str(self.port)]
        environment = surroundings(empty, folder) | {"TMPDIR": os.environ.get("TMPDIR", "/tmp")}
        with self.out.open("wb") as out, self.err.open("wb") as err:
            self.process = subprocess.Popen(command, cwd=folder, env=environment, stdout=out, stderr=err)


def test_serve_of_the_installed_wheel_answers_a_page_with_its_style_sheet(empty, tmp_path):
    served = Installed(empty, tmp_path)
    try:
        served.wait_for("Stop it with Ctrl-C.")
        status, page = served.get("/sign-in/")
        assert (status, "govuk-button" in page) == (200, True)
        assert "/static/built/govuk.css" in page
        status, style = served.get("/static/built/govuk.css")
        assert (status, ".govuk-button" in style) == (200, True)
    finally:
        assert served.end(signal.SIGTERM) == 0

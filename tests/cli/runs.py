"""The command run as a person runs it, on a made school."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from pathlib import Path

import jsonschema
from referencing import Registry, Resource

from staffroom.demonstration.school import school_files
from staffroom.demonstration.week import made_days

WEEK = date(2026, 9, 14)
SEED = 4
SIZES = {"seed": SEED, "week": WEEK, "staff": 36, "pupils": 60}
KEPT_DAYS = 3650  # or the made week would be deleted, once it is old enough
COMMAND = (sys.executable, "-m", "staffroom.cli.main")
SCHEMAS = files("staffroom.cli").joinpath("schemas")

NOWHERE = Path("/nowhere")


@dataclass(frozen=True)
class Done:
    """What came of a run."""

    code: int
    out: str
    err: str

    @property
    def said(self) -> str:
        """Everything that a person saw, on one line."""
        return " ".join((self.out + " " + self.err).split())


def surroundings(home: Path, **more: str) -> dict[str, str]:
    """Return the environment of a run: the plain path, and nothing of the tester's own but PATH."""
    cache = os.environ.get("XDG_CACHE_HOME", str(home / ".cache"))
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "LANG": "C.UTF-8",
        "COLUMNS": "80",
        "STAFFROOM_HOME": str(home),
        "STAFFROOM_PLAIN": "1",
        "XDG_CACHE_HOME": cache,
        **more,
    }


def run(
    *arguments: object, home: Path = NOWHERE, given: bytes = b"", cwd: Path | None = None, **more: str
) -> Done:
    """Run a command to its end. A traceback fails the test that asked for it, wherever it stands."""
    done = subprocess.run(
        [*COMMAND, *map(str, arguments)],
        input=given,
        capture_output=True,
        timeout=120,
        check=False,
        cwd=cwd,
        env=surroundings(home, **more),
    )
    out, err = done.stdout.decode("utf-8"), done.stderr.decode("utf-8")
    assert "Traceback" not in out + err, err
    return Done(done.returncode, out, err)


def start(*arguments: object, home: Path, **more: str) -> subprocess.Popen[bytes]:
    """Start a command whose input stays open."""
    return subprocess.Popen(
        [*COMMAND, *map(str, arguments)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=surroundings(home, **more),
    )


def validated(name: str, text: str) -> dict:
    """Return a JSON document once it is what its schema says."""
    registry = Registry().with_resource("report-week.json", Resource.from_contents(schema("report-week")))
    document = json.loads(text)
    validator = jsonschema.Draft202012Validator(
        schema(name),
        registry=registry,
        format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER,
    )
    validator.validate(document)
    return document


def schema(name: str) -> dict:
    """Return a schema of the command line, having looked whether it is one."""
    found = json.loads(SCHEMAS.joinpath(f"{name}.json").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(found)
    return found


def write_school(folder: Path) -> Path:
    """Write the made school's files into a folder."""
    for name, content in school_files(**SIZES).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    toml = (folder / "school.toml").read_text("utf-8")
    (folder / "school.toml").write_text(re.sub("keep_days = .*", f"keep_days = {KEPT_DAYS}", toml), "utf-8")
    folder.chmod(0o700)
    return folder


def write_logs(folder: Path) -> Path:
    """Write the made week's logs into a folder, one a day."""
    folder.mkdir(parents=True, exist_ok=True)
    for made in made_days(**SIZES, lines_per_day=1_000):
        (folder / f"access-{made.day}.log").write_bytes(b"".join(made.lines))
    return folder


def week_of(home: Path, **more: str) -> dict:
    """Return the week's report, but for the moment it was made at."""
    done = run("report", "week", "--json", home=home, **more)
    assert done.code == 0, done.err
    document = validated("report-week", done.out)
    del document["made_at"]
    return document


def figures_of(home: Path) -> dict:
    """Return the week's report without the names of the files that were read."""
    document = week_of(home)
    del document["coverage"]["files"]
    return document

"""Which phrases does a detector's file in the folder `data` hold?"""

from __future__ import annotations

import tomllib
from importlib.resources import files

from staffroom.detectors.phrases import Phrases

Tables = dict[str, dict[str, list[str]]]


def read_tables(name: str) -> Tables:
    """Read a file of tables, each with lists of phrases by label."""
    return tomllib.loads(files("staffroom.detectors").joinpath("data", f"{name}.toml").read_text("utf-8"))


def read_phrases(name: str) -> Phrases[str]:
    """Read the lists of phrases of the table [phrases], to be looked for at once."""
    return Phrases(read_tables(name)["phrases"])

"""Fills the office of the folder that STAFFROOM_HOME names. Run as a program, it prints the sign-ins.

    python -m staffroom.demonstration.office SEED WEEK LOGS NOW

What is being done goes to stderr, one line each; the sign-ins to stdout, as a JSON document.
"""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from datetime import date, datetime
from pathlib import Path

import django


def main(seed: str, week: str, logs: str, now: str) -> None:
    """Make the tables, fill them, and print the sign-ins."""
    django.setup()
    from django.conf import settings
    from django.core.management import call_command

    from staffroom.demonstration.made_school import make_school
    from staffroom.demonstration.office.filling import Filling
    from staffroom.demonstration.office.sign_ins import EVERYBODYS_WORDS
    from staffroom.records.progress import Silence

    call_command("migrate", verbosity=0, interactive=False)
    school = make_school(seed=int(seed), week=date.fromisoformat(week))
    at, folder = datetime.fromisoformat(now), Path(settings.FOLDER)
    filling = Filling(school, logs=Path(logs), folder=folder, now=at)
    made = filling.fill(say=_say, progress=Silence())
    document = {"password": EVERYBODYS_WORDS, "sign_ins": [asdict(one) for one in made]}
    sys.stdout.write(json.dumps(document))


def _say(what: str) -> None:
    sys.stderr.write(f"{what}.\n")
    sys.stderr.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])

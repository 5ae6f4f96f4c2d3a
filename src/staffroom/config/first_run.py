"""What is done before pages are answered? Run as a program, it prints what `staffroom serve` needs to know.

The database is brought up to date. While the first steps of the school are not finished, a new link to them
is made: `staffroom.web.setup.link.make_link()` returns its path, with a token that works once.
"""

from __future__ import annotations

import json
import os
import sys
from importlib import import_module
from importlib.util import find_spec
from typing import Final

import django

LINKS: Final = "staffroom.web.setup.link"


def main() -> None:
    """Bring the database up to date, and print a JSON document with the path of the first steps."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "staffroom.config.settings")
    django.setup()
    from django.core.management import call_command
    from django.db import Error

    try:
        call_command("migrate", verbosity=0, interactive=False)
        known = {"set_up": path_of_first_steps()}
    except Error as error:  # its words could hold an address or a row
        sys.exit(f"The database does not do what is asked of it ({type(error).__name__}).")
    sys.stdout.write(json.dumps(known))


def path_of_first_steps() -> str:
    """Return the path at which the first steps begin; empty once they are finished."""
    from staffroom.school.people.models import School

    if find_spec(LINKS) is None or School.objects.filter(set_up_at__isnull=False).exists():
        return ""
    path: str = import_module(LINKS).make_link()
    return path


if __name__ == "__main__":
    main()

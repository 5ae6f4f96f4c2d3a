"""Do the codes of an app still sign in after a backup was restored, and does the doctor miss their key?"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cli.runs import run
from school.made_office import own_database, own_office, python

ADD = (
    "import django; django.setup();"
    "from allauth.mfa.totp.internal.auth import TOTP;"
    "from school.made_people import make_person, make_user;"
    "TOTP.activate(make_user(make_person()), 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP')"
)
READ = (
    "import django; django.setup();"
    "from allauth.mfa.models import Authenticator; from allauth.mfa.utils import decrypt;"
    "kept = Authenticator.objects.get().data['secret'];"
    "print(kept.startswith('sealed:'), decrypt(kept))"
)


def command(environment: dict[str, str], *words: object):
    more = {name: environment[name] for name in ("DATABASE_URL",) if name in environment}
    return run(*words, home=Path(environment["STAFFROOM_HOME"]), **more)


def codes_check(environment: dict[str, str]) -> dict[str, str]:
    checks = json.loads(command(environment, "doctor", "--json").out)["checks"]
    return next(one for one in checks if one["title"] == "Codes")


@pytest.fixture
def backup(tmp_path):
    file = tmp_path / "school.tar"
    with own_office(tmp_path / "first") as environment:
        python("-c", ADD, environment=environment)
        assert codes_check(environment)["state"] == "ok"
        done = command(environment, "backup", "--plain", file)
        assert done.code == 0, done.err
    return file


def test_a_restored_school_opens_its_codes_and_one_without_its_key_is_told_what_to_do(backup, tmp_path):
    home = tmp_path / "again"
    with own_database(home) as environment:
        done = command(environment, "restore", backup)
        assert done.code == 0, done.err
        assert python("-c", READ, environment=environment) == "True JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP\n"
        assert codes_check(environment)["state"] == "ok"
        (home / "keys" / "second-factors").unlink()
        missed = codes_check(environment)
        assert missed["state"] == "wrong"
        assert missed["says"] == "1 secret of codes cannot be opened: the key is gone."
        assert "back from a backup" in missed["next"]
        assert not (home / "keys" / "second-factors").exists()

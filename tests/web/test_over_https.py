"""Is a school at an https address reached over HTTPS only, and are its cookies bound to it?

The settings are read anew for such an address, in a process of their own.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

TESTS = Path(__file__).parents[1]
HOST = "staffroom.hollybank.example"
COOKIES = ("__Host-sessionid", "__Host-csrftoken")


def ask(folder: Path, address: str) -> dict:
    environment = os.environ | {
        "STAFFROOM_HOME": str(folder),
        "STAFFROOM_ADDRESS": address,
        "DATABASE_URL": "sqlite://:memory:",
        "DJANGO_SETTINGS_MODULE": "staffroom.config.settings",
        "PYTHONPATH": str(TESTS),
    }
    command = [sys.executable, "-m", "web.over_https"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.fixture(scope="module")
def secure(tmp_path_factory):
    return ask(tmp_path_factory.mktemp("secure"), f"https://{HOST}")


def test_a_request_without_https_is_sent_to_the_same_page_with_it(secure):
    assert secure["plain"] == [301, f"https://{HOST}/sign-in/?next=/"]


def test_the_proxy_s_word_that_it_was_https_is_believed(secure):
    assert secure["signed_in"] == 302


def test_browsers_are_told_to_stay_with_https_for_a_year(secure):
    assert secure["hsts"] == "max-age=31536000"


def test_the_health_page_answers_the_machine_itself(secure):
    assert secure["health"] == 200


@pytest.mark.parametrize("name", COOKIES)
def test_a_cookie_is_bound_to_the_host_and_out_of_reach_of_scripts(secure, name):
    cookie = secure["cookies"][name]
    for flag in ("Secure", "HttpOnly", "SameSite=Lax", "Path=/"):
        assert flag in cookie
    assert "Domain" not in cookie


def test_there_is_no_other_cookie(secure):
    assert set(secure["cookies"]) == set(COOKIES)


def test_a_school_tried_out_without_https_works_without_it(tmp_path):
    found = ask(tmp_path, f"http://{HOST}")
    assert found["signed_in"] == 302
    assert found["hsts"] == ""
    assert set(found["cookies"]) == {"sessionid", "csrftoken"}
    assert all("HttpOnly" in cookie and "SameSite=Lax" in cookie for cookie in found["cookies"].values())

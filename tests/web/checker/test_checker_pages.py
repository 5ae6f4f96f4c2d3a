"""Does the checker's page answer without scripts, and keep nothing?"""

from __future__ import annotations

import io
import json
import zipfile

import pytest
import structlog
import structlog.testing
from django.test import Client

from school.made_people import make_person
from staffroom.detectors.exchange import check_document, read_ground
from staffroom.policy.template import load_template
from staffroom.records.findings import Audience, Strength
from staffroom.web.checker import programs
from staffroom.web.checker.pure_half import ROOMS, pack_pure_half
from staffroom.web.checker.words import AUDIENCES, PROTECTED, STRENGTHS
from web.visiting import sign_in

pytestmark = pytest.mark.django_db

CANARY = "Quillonbert Nightjarsson"


@pytest.fixture
def author() -> Client:
    """Somebody about to post."""
    return sign_in(Client(), make_person())


def test_without_scripts_the_page_says_first_that_the_text_goes_to_the_server(author):
    page = author.get("/check/").content.decode()
    said = page.index("the text is sent to the school's server")
    assert page.index("<noscript>") < said < page.index("<textarea")


@pytest.mark.clause("BYP-1")
def test_without_scripts_the_server_answers_and_the_draft_comes_back(author):
    page = author.post("/check/", {"text": f"A walk with {CANARY}."}).content.decode()
    assert CANARY in page
    assert "Nothing was noticed" in page


def test_what_is_checked_on_the_server_is_not_logged(author):
    with structlog.testing.capture_logs() as written:
        author.post("/check/", {"text": CANARY})
    assert "answered" in str(written)
    assert CANARY.split()[0] not in str(written)


def test_what_the_checker_may_know_of_the_school_is_for_people_who_have_signed_in():
    assert Client().get("/check/ground.json").status_code == 302


def test_the_worker_is_given_the_ground_and_the_words_of_every_clause(author):
    given = author.get("/check/ground.json").json()
    assert set(given["clauses"]) == {clause.id for clause in load_template().clauses}
    answer = json.loads(check_document(json.dumps({"text": "Good morning"}), read_ground(given)))
    assert answer == {"findings": [], "problems": [], "views": []}


def test_the_pure_half_is_the_same_bytes_each_time_and_holds_the_sources_only():
    packed, mark = pack_pure_half()
    pack_pure_half.cache_clear()
    assert pack_pure_half() == (packed, mark)
    names = zipfile.ZipFile(io.BytesIO(packed)).namelist()
    assert {name.split("/")[1] for name in names} == {"__init__.py", *ROOMS}
    assert [name for name in names if "__pycache__" in name] == []


def test_the_pure_half_is_not_sent_again_where_it_is_there_already():
    first = Client().get("/check/pure-half.zip")
    assert Client().get("/check/pure-half.zip", headers={"If-None-Match": first["ETag"]}).status_code == 304


@pytest.mark.parametrize("name", ["worker.js", "service-worker.js"])
def test_a_program_has_a_policy_of_its_own_and_no_place_left_to_fill(name):
    answer = Client().get(f"/check/{name}")
    assert "connect-src 'self'" in answer["Content-Security-Policy"]
    assert "%" not in answer.content.decode().replace("'%s'", "")


def test_only_the_worker_may_compile():
    assert "wasm-unsafe-eval" in Client().get("/check/worker.js")["Content-Security-Policy"]
    assert "wasm" not in Client().get("/check/service-worker.js")["Content-Security-Policy"]


def test_a_phone_may_share_a_draft_and_where_the_checker_is_not_ready_nothing_of_it_is_answered():
    shares_at = Client().get("/check/manifest.webmanifest").json()["share_target"]
    answer = Client(enforce_csrf_checks=True).post(shares_at["action"], {"text": CANARY})
    assert answer.status_code == 200
    assert CANARY not in answer.content.decode()


def test_every_strength_and_every_audience_has_words():
    assert set(STRENGTHS) == {PROTECTED, *(one.name.lower() for one in Strength)}
    assert set(AUDIENCES) == {one.value for one in Audience}


def test_a_browser_fetches_again_what_it_keeps_once_any_of_it_has_changed(monkeypatch, tmp_path):
    before = programs._edition()
    changed = tmp_path / "page.js"
    changed.write_text("// another page", "utf-8")
    real = programs._find
    monkeypatch.setattr(programs, "_find", lambda name: changed if name.endswith("page.js") else real(name))
    programs._edition.cache_clear()
    after = programs._edition()
    programs._edition.cache_clear()
    assert after != before

"""Does a name, an address or what somebody typed come out in a log line, a metric or an error page?

Canaries go with every request: in the path, the query, the form, the headers and the errors that pages raise.
"""

from __future__ import annotations

import io
import json
import logging
import warnings

import pytest
import structlog
from django.test import Client

from school.made_people import make_person
from staffroom.config.structured_logs import ALLOWED, Reticent
from staffroom.records.posts import Post
from staffroom.web.metrics import write_metrics
from web.test_every_route import METHODS, PLAIN, ROUTES
from web.visiting import sign_in

pytestmark = pytest.mark.django_db

NAME = "Quillon Nightjarson"
MAIL = "quillon@nightjar.example"
CANARY = "nightjar"
HEADERS = {
    "User-Agent": f"Browser of {NAME}",
    "Referer": f"http://127.0.0.1:8000/people/{CANARY}/",
    "X-Forwarded-For": "198.51.100.217",
    "Accept-Language": CANARY,
}
FORM = {"login": MAIL, "email": MAIL, "password": CANARY, "name": NAME, "code": CANARY, "address": MAIL}


@pytest.fixture
def log():
    """Everything that is written to the log while a test runs, through the real processors."""
    written = io.StringIO()
    kept = structlog.get_config()
    structlog.configure(**kept | {"logger_factory": structlog.PrintLoggerFactory(file=written)})
    root = logging.getLogger()
    assert any(isinstance(one, Reticent) for one in root.handlers)
    yield written
    structlog.configure(**kept)


def visitors():
    yield Client(raise_request_exception=False)
    for posts in ((), (Post.HEADTEACHER,), (Post.ADMINISTRATOR,)):
        person = make_person(*posts, given_name="Quillon", family_name="Nightjarson")
        yield sign_in(Client(raise_request_exception=False), person)


def walk():
    """Ask for every route in every way with canaries, as different people, and return the answers."""
    filled = ["/" + address.replace("<", "").replace(">", "") for _, address, _ in ROUTES if "<" in address]
    addresses = [address for _, address, _ in PLAIN if "sign-out" not in address]
    strange = [f"/{CANARY}/", f"/people/{CANARY}", f"/notices/{CANARY}/", "/static/%00" + CANARY, *filled]
    for client in visitors():
        client.cookies[CANARY] = CANARY
        for address in (*addresses, *strange):
            for method in METHODS if address in strange else ("GET", "POST"):
                yield client.generic(method, f"{address}?q={NAME}&next=/{CANARY}", headers=HEADERS)
            yield client.post(address, FORM, headers=HEADERS)
            yield client.post(address, "{" + CANARY, content_type="application/json", headers=HEADERS)


def holds_a_canary(text: str) -> bool:
    return any(word in text.lower() for word in (CANARY, "quillon", "198.51.100.217"))


def test_the_search_finds_a_canary():
    assert holds_a_canary(f"x {NAME}")
    assert holds_a_canary("from 198.51.100.217")


@pytest.mark.clause("CON-1", "CON-2")
def test_no_line_of_the_log_holds_what_a_request_brought(log, settings):
    from django.utils import timezone

    statuses = [answered.status_code for answered in walk()]
    lines = log.getvalue().splitlines()
    assert len(lines) >= len(statuses) > 300
    assert {200, 302, 403, 404, 405} <= set(statuses)
    assert [line for line in lines if holds_a_canary(line)] == []
    assert all(set(json.loads(line)) <= ALLOWED for line in lines)
    assert not holds_a_canary(write_metrics(timezone.now()).decode())


@pytest.mark.parametrize("fault", [ValueError(NAME), KeyError(MAIL), RuntimeError(f"for {CANARY}")])
def test_an_error_is_written_by_its_kind_and_the_page_says_nothing_of_it(log, fault, monkeypatch):
    def break_off(request):
        raise fault

    monkeypatch.setattr("staffroom.web.home.first.tasks_for", break_off)
    person = make_person(given_name="Quillon", family_name="Nightjarson")
    client = sign_in(Client(raise_request_exception=False), person)
    answered = client.get(f"/?q={NAME}", headers=HEADERS)
    assert answered.status_code == 500
    assert "Something went wrong on our side." in answered.content.decode()
    assert not holds_a_canary(answered.content.decode())
    assert not holds_a_canary(log.getvalue())
    broken = [json.loads(line) for line in log.getvalue().splitlines() if "broke off" in line]
    assert [(one["route"], one["exception_type"]) for one in broken] == [("home", type(fault).__name__)]


def test_what_libraries_say_is_written_without_a_word_of_it(log):
    logging.getLogger("made.library").warning("cannot find %s", NAME)
    try:
        raise ValueError(MAIL)
    except ValueError:
        logging.getLogger("made.library").exception("for %s", NAME)
    lines = [json.loads(line) for line in log.getvalue().splitlines()]
    assert [(one["level"], one["logger"]) for one in lines] == [("warning", "made"), ("error", "made")]
    assert lines[1]["exception_type"] == "ValueError"
    assert not holds_a_canary(log.getvalue())


@pytest.mark.parametrize(
    "name", ["django.request", "django.security.csrf", "allauth.account", "axes", "apprise"]
)
def test_libraries_that_are_spoken_for_say_nothing_at_all(log, name, capsys):
    logging.getLogger(name).critical("for %s", NAME)
    logging.getLogger(name).error("for %s", NAME)
    assert not holds_a_canary(log.getvalue() + capsys.readouterr().err)


def test_a_warning_of_a_library_goes_the_same_way(log, capsys):
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        logging.captureWarnings(True)
        warnings.warn(f"about {NAME}", UserWarning, stacklevel=1)
    assert not holds_a_canary(log.getvalue() + capsys.readouterr().err)


def test_a_field_that_may_not_stand_in_a_line_is_left_out(log):
    structlog.get_logger().info("answered", route="home", path=f"/{CANARY}", user=NAME)
    assert set(json.loads(log.getvalue())) == {"event", "level", "timestamp", "route"}

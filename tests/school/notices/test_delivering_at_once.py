"""Does nobody get a notice twice, when several processes deliver and when one of them breaks off?"""

from __future__ import annotations

from pathlib import Path

import pytest

from notifiers.made_servers import Letters, free_port, mail_server
from school.made_office import own_office, python, start_python

pytestmark = pytest.mark.allow_hosts(["127.0.0.1"])

HERE = Path(__file__).parent
NOTICES = 24


@pytest.fixture
def post(tmp_path):
    """An office of its own, its mail server's port, and what arrives there."""
    letters, port = Letters(), free_port()
    with own_office(tmp_path / "home") as environment, mail_server(letters, port):
        yield environment, letters, port


def make(environment: dict[str, str], number: int, port: int) -> None:
    python(str(HERE / "making_notices.py"), str(number), str(port), environment=environment)


def begin(environment: dict[str, str], *words: str):
    process = start_python(str(HERE / "delivering_process.py"), *words, environment=environment)
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    return process


def finish(process) -> int:
    out, err = process.communicate("go\n", timeout=60)
    assert process.returncode == 0, err
    return int(out)


def states(environment: dict[str, str]) -> str:
    script = (
        "import django; django.setup();"
        "from staffroom.school.notices.models import Notice;"
        "print(*sorted({(n.state, n.because) for n in Notice.objects.all()}))"
    )
    return python("-c", script, environment=environment).strip()


def test_of_several_processes_each_notice_is_sent_by_one(post):
    environment, letters, port = post
    make(environment, NOTICES, port)
    processes = [begin(environment, "0") for _ in range(3)]
    for process in processes:
        process.stdin.write("go\n")
        process.stdin.flush()
    counts = [finish(process) for process in processes]
    assert sum(counts) == len(letters.arrived) == len(set(letters.receivers)) == NOTICES
    assert states(environment) == "('delivered', '')"


def test_a_crash_between_sending_and_writing_repeats_once_at_most(post):
    environment, letters, port = post
    make(environment, 1, port)
    for minutes, seen in ((0, 1), (20, 2)):
        process = begin(environment, str(minutes), "crash")
        process.communicate("go\n", timeout=60)
        assert process.returncode == 7
        assert len(letters.arrived) == seen
    assert finish(begin(environment, "40")) == 0
    assert len(letters.arrived) == 2
    assert len({letter["Message-ID"] for _, letter in letters.arrived}) == 1
    assert states(environment) == "('refused', 'broken off twice')"


def test_a_notice_that_broke_off_once_arrives(post):
    environment, letters, port = post
    make(environment, 1, port)
    process = begin(environment, "0", "crash")
    process.communicate("go\n", timeout=60)
    assert finish(begin(environment, "5")) == 0  # the claim of the one that broke off still lasts
    assert finish(begin(environment, "20")) == 1
    assert len(letters.arrived) == 2
    assert states(environment) == "('delivered', '')"

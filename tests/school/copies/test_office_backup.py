"""Can a whole school be put into one sealed file and be made again from it, on each database?"""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from pyrage import x25519

from cli.runs import Done, run, validated
from school.made_office import is_on_postgresql, own_database, own_office, python, start_python

HERE = Path(__file__).parent
MAKING = str(HERE.parent / "notices" / "making_notices.py")
PASSPHRASE = "four made words here"


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    """An office with notices, a secret and a scan; not to be changed."""
    home = tmp_path_factory.mktemp("office") / "home"
    with own_office(home) as environment:
        python(MAKING, "5", "2525", environment=environment)
        (home / "keys").mkdir(exist_ok=True, mode=0o700)
        (home / "keys" / "mail-password").write_text("a made password")
        (home / "keys" / "mail-password").chmod(0o600)
        (home / "files").mkdir()
        (home / "files" / "scan.pdf").write_bytes(b"%PDF made")
        yield home, environment


@pytest.fixture
def passphrase(tmp_path):
    file = tmp_path / "passphrase"
    file.write_text(PASSPHRASE + "\n")
    return file


def command(environment: dict[str, str], *words: object) -> Done:
    more = {name: environment[name] for name in ("DATABASE_URL",) if name in environment}
    return run(*words, home=Path(environment["STAFFROOM_HOME"]), **more)


def rows(environment: dict[str, str]) -> str:
    return python(str(HERE / "all_rows.py"), environment=environment)


@pytest.fixture
def backup(office, tmp_path, passphrase):
    _home, environment = office
    file = tmp_path / "school.age"
    done = command(environment, "backup", "--passphrase-file", passphrase, file, "--json")
    assert done.code == 0, done.err
    assert validated("backup", done.out)["is_sealed"] is True
    return file


def test_a_school_that_is_restored_is_the_same_and_passes_the_doctor(office, backup, passphrase, tmp_path):
    _home, environment = office
    again = tmp_path / "elsewhere" / "home"
    again.parent.mkdir()
    with own_database(again) as other:
        done = command(other, "restore", "--passphrase-file", passphrase, backup)
        assert done.code == 0, done.err
        assert (again / "keys" / "mail-password").read_text() == "a made password"
        assert (again / "files" / "scan.pdf").read_bytes() == b"%PDF made"
        assert not list(again.glob("*.tar"))
        assert rows(other) == rows(environment)
        assert rows(other).count("notices_notice ") == 5
        assert is_well(other)
        python("-m", "django", "migrate", "--verbosity", "0", environment=other)
        python(MAKING, "2", "2525", environment=other)  # counters go on behind the rows
        assert rows(other).count("notices_notice ") == 7


def is_well(environment: dict[str, str]) -> bool:
    done = command(environment, "doctor", "--json")
    checks = {one["title"]: one for one in json.loads(done.out)["checks"]}
    assert checks["Database"]["says"].startswith("PostgreSQL" if is_on_postgresql() else "SQLite")
    assert {checks[title]["state"] for title in ("Database", "Tables", "Secrets", "Mail")} == {"ok"}
    return done.code == 0


def test_the_restored_log_still_only_grows(backup, passphrase, tmp_path):
    script = (
        "import django; django.setup();"
        "from staffroom.school.audit.models import Entry;"
        "Entry.objects.update(actor='nobody')"
    )
    with own_database(tmp_path / "home") as other:
        assert command(other, "restore", "--passphrase-file", passphrase, backup).code == 0
        process = start_python("-c", script, environment=other)
        assert "only grows" in process.communicate(timeout=60)[1]


def test_what_is_written_is_sealed_and_no_plain_form_is_left(office, backup, tmp_path):
    home, _ = office
    content = backup.read_bytes()
    assert content.startswith(b"age-encryption.org/v1\n")
    assert b"made password" not in content
    assert backup.stat().st_mode & 0o777 == 0o600
    assert [one.name for one in home.parent.iterdir()] == ["home"]
    assert sorted(one.name for one in tmp_path.iterdir()) == ["passphrase", "school.age"]


def test_a_wrong_passphrase_opens_nothing_and_leaves_nothing(backup, tmp_path):
    wrong = tmp_path / "wrong"
    wrong.write_text("another passphrase\n")
    with own_database(tmp_path / "home") as other:
        done = command(other, "restore", "--passphrase-file", wrong, backup)
    assert done.code == 1
    assert "does not open by this passphrase" in done.err
    assert done.err.endswith("Nothing was changed.\n")
    assert not (tmp_path / "home").exists()
    assert not list(tmp_path.glob(".*"))


def test_a_backup_sealed_to_a_key_opens_with_that_key_only(office, tmp_path):
    _home, environment = office
    key, other_key = x25519.Identity.generate(), x25519.Identity.generate()
    for name, one in (("key", key), ("other", other_key)):
        (tmp_path / name).write_text(f"# made for a test\n{one}\n")
    file = tmp_path / "b.age"
    assert command(environment, "backup", "--to", key.to_public(), file).code == 0
    with own_database(tmp_path / "home") as other:
        assert command(other, "restore", "--key-file", tmp_path / "other", file).code == 1
        without = command(other, "restore", file)
        assert "sealed to a key" in without.err
        done = command(other, "restore", "--key-file", tmp_path / "key", file)
        assert done.code == 0, done.err
        assert rows(other) == rows(environment)


def test_an_office_in_use_is_copied_as_it_was_at_one_moment(office, tmp_path):
    """While rows are written without a pause, the copy's numbers of notices and of log lines agree."""
    script = (
        "import django; django.setup()\n"
        "from school.notices.made_notices import make_notice\n"
        "print('ready', flush=True)\n"
        "while True: make_notice()\n"
    )
    with own_office(tmp_path / "busy") as environment:
        writer = start_python("-c", script, environment=environment)
        try:
            assert writer.stdout is not None
            assert writer.stdout.readline() == "ready\n"
            done = command(environment, "backup", "--plain", tmp_path / "b.tar.gz")
            assert writer.poll() is None
        finally:
            writer.kill()
            writer.communicate()
        assert done.code == 0, done.err
        with own_database(tmp_path / "again") as other:
            done = command(other, "restore", tmp_path / "b.tar.gz")
            assert done.code == 0, done.err
            text = rows(other)
    notices = text.count("notices_notice ")
    assert notices > 0
    assert text.count("'notices.notice written'") == notices


def test_without_a_word_how_to_seal_nothing_is_written(office, tmp_path):
    _, environment = office
    done = command(environment, "backup", tmp_path / "b.age")
    assert (done.code, list(tmp_path.iterdir())) == (2, [])
    assert "Say to whom the backup is sealed" in done.err
    both = command(environment, "backup", "--plain", "--to", "age1x", tmp_path / "b.age")
    assert both.code == 2


@pytest.mark.parametrize("words", [("--to", "age1nonsense"), ("--passphrase-file", "short")])
def test_a_seal_that_is_none_leaves_no_file(office, tmp_path, words):
    _, environment = office
    (tmp_path / "short").write_text("short\n")
    option, value = words
    value = tmp_path / value if option == "--passphrase-file" else value
    done = command(environment, "backup", option, value, tmp_path / "b.age")
    assert done.code == 1
    assert [one.name for one in tmp_path.iterdir()] == ["short"]


def test_a_school_that_runs_is_not_restored_over(office, backup, passphrase):
    _, environment = office
    now = (
        "import django; django.setup(); from django.utils import timezone;"
        "from staffroom.school.clock.keeping import *; take_clock(holder='one', at=timezone.now())"
    )
    gone = (
        "import django; django.setup();"
        "from staffroom.school.clock.models import Keeper; Keeper.objects.all().delete()"
    )
    python("-c", now, environment=environment)
    try:
        done = command(environment, "restore", "--over", "--passphrase-file", passphrase, backup)
    finally:
        python("-c", gone, environment=environment)
    assert done.code == 1
    assert "Staffroom is running for this school." in done.err


@pytest.mark.skipif(not is_on_postgresql(), reason="SQLite's database is a file of the folder.")
def test_a_database_in_use_is_never_filled_from_a_backup(backup, passphrase, tmp_path):
    with own_office(tmp_path / "used") as used:
        environment = used | {"STAFFROOM_HOME": str(tmp_path / "new")}
        done = command(environment, "restore", "--passphrase-file", passphrase, backup)
        assert done.code == 1
        assert "The database has tables already." in done.err
        assert not (tmp_path / "new").exists()


@pytest.mark.skipif(not is_on_postgresql(), reason="It needs both databases.")
def test_a_backup_of_one_database_is_not_restored_into_the_other(backup, passphrase, tmp_path):
    with own_database(tmp_path / "home") as other:
        without = {name: value for name, value in other.items() if name != "DATABASE_URL"}
        done = command(without, "restore", "--passphrase-file", passphrase, backup)
    assert done.code == 1
    assert "The backup is of a school with PostgreSQL." in done.err
    assert not (tmp_path / "home").exists()

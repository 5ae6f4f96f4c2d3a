"""Can a school be set up once, by whoever may read its folder, and by nobody later?"""

from __future__ import annotations

import stat

import pytest

from school.made_people import AT, TESTS
from staffroom.records.posts import Post
from staffroom.school.people.actions.school import (
    AlreadyBegunError,
    Description,
    describe_school,
    finish_setting_up,
    make_first_administrator,
    mark_step,
)
from staffroom.school.people.models import School
from staffroom.school.people.queries import holders
from staffroom.school.people.queries.school import find_school, has_administrator, is_set_up
from staffroom.school.people.setup_token import end_setup, opens_setup, setup_token

FIRST = {"given_name": "Robin", "family_name": "Maplewood", "email": "Robin@hollybank.example"}
HOLLYBANK = Description("Hollybank School", "WLS", "1 Holly Lane", "navy")


def test_the_word_is_the_same_until_the_set_up_ends(tmp_path):
    word = setup_token(tmp_path)
    assert setup_token(tmp_path) == word
    assert opens_setup(tmp_path, word)
    end_setup(tmp_path)
    assert not opens_setup(tmp_path, word)


def test_only_the_owner_can_read_the_word(tmp_path):
    setup_token(tmp_path)
    (file,) = (tmp_path / "keys").iterdir()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


@pytest.mark.parametrize("word", ["", "x", "set-up"])
def test_no_other_word_opens_anything(tmp_path, word):
    assert not opens_setup(tmp_path, word)
    setup_token(tmp_path)
    assert not opens_setup(tmp_path, word)


@pytest.mark.django_db
def test_the_first_administrator_is_made_once():
    user = make_first_administrator(at=AT, password="a lantern, a kettle, a hedge", **FIRST)
    assert user.email == "robin@hollybank.example"
    assert has_administrator()
    assert holders(Post.ADMINISTRATOR, on=AT.date()) == [user.person]
    with pytest.raises(AlreadyBegunError):
        make_first_administrator(at=AT, password="a lantern, a kettle, a hedge", **FIRST)


@pytest.mark.django_db
def test_a_school_is_described_and_described_anew():
    describe_school(by=TESTS, at=AT, description=HOLLYBANK)
    describe_school(by=TESTS, at=AT, description=Description("Hollybank Academy", "ENG", "", "green"))
    school = School.objects.get()
    assert (school.name, school.nation, school.address, school.colour) == (
        "Hollybank Academy", "ENG", "", "green",
    )  # fmt: skip


@pytest.mark.django_db
def test_steps_are_remembered_one_beside_the_other():
    describe_school(by=TESTS, at=AT, description=HOLLYBANK)
    mark_step(step="terms", state="done")
    mark_step(step="mail", state="later")
    assert find_school().steps == {"terms": "done", "mail": "later"}


@pytest.mark.django_db
def test_a_school_that_is_set_up_has_no_word_any_more(tmp_path):
    describe_school(by=TESTS, at=AT, description=HOLLYBANK)
    word = setup_token(tmp_path)
    finish_setting_up(by=TESTS, at=AT, folder=tmp_path)
    assert is_set_up()
    assert not opens_setup(tmp_path, word)

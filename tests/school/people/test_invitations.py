"""Does an invitation let in the one person it is for, once, and in its time?"""

from __future__ import annotations

from datetime import timedelta

import pytest

from school.made_people import AT, TESTS, TODAY, make_person, make_user
from staffroom.school.audit.models import Entry
from staffroom.school.audit.queries import entries_about
from staffroom.school.notices.invitations import invite
from staffroom.school.notices.models import Notice
from staffroom.school.people.actions.invitations import (
    LASTS,
    AddressTakenError,
    NotOpenError,
    accept_invitation,
    begin_without_password,
    open_invitation,
    settle_invitations,
    withdraw_invitation,
)
from staffroom.school.people.codes import hash_code, write_code
from staffroom.school.people.models import Invitation, Person, User, Way
from staffroom.school.people.queries.invitations import (
    count_uninvited,
    open_invitation_of,
    people_without_sign_in,
)

pytestmark = pytest.mark.django_db

PASSWORD = "a lantern, a kettle, a hedge"


def invited(person=None):
    person = person or make_person()
    code = open_invitation(by=TESTS, at=AT, person=person, way=Way.MAIL)
    return person, code, Invitation.objects.get(person=person, withdrawn_at=None)


def without_address():
    person = make_person()
    Person.objects.filter(pk=person.pk).update(email="")
    person.refresh_from_db()
    return person


def test_the_code_leads_to_the_invitation_and_is_kept_as_a_hash_only():
    _, code, invitation = invited()
    assert open_invitation_of(code, at=AT) == invitation
    assert code not in str(vars(invitation))


@pytest.mark.parametrize("typed", [str.upper, write_code, lambda code: f"  {code[:8]} {code[8:]} "])
def test_how_a_code_is_typed_does_not_matter(typed):
    _, code, invitation = invited()
    assert open_invitation_of(typed(code), at=AT) == invitation


@pytest.mark.parametrize("typed", ["", "----", "abcd-efgh-jkmn-pqrs", "‮", "%s"])
def test_what_is_no_code_leads_nowhere(typed):
    invited()
    assert open_invitation_of(typed, at=AT) is None


def test_an_invitation_works_for_fourteen_days():
    _, code, _ = invited()
    assert open_invitation_of(code, at=AT + LASTS - timedelta(seconds=1)) is not None
    assert open_invitation_of(code, at=AT + LASTS) is None


def test_a_newer_invitation_ends_the_one_before():
    person, first, _ = invited()
    _, second, _ = invited(person)
    assert open_invitation_of(first, at=AT) is None
    assert open_invitation_of(second, at=AT) is not None


def test_a_withdrawn_invitation_no_longer_works():
    _, code, invitation = invited()
    withdraw_invitation(by=TESTS, at=AT, invitation=invitation)
    assert open_invitation_of(code, at=AT) is None


def test_whoever_accepts_has_a_sign_in_with_their_password():
    person, code, invitation = invited()
    user = accept_invitation(at=AT, invitation=invitation, email="", password=PASSWORD)
    user.refresh_from_db()
    assert (user.person, user.email, user.joined_at) == (person, person.email, AT)
    assert user.check_password(PASSWORD)
    assert open_invitation_of(code, at=AT) is None


def test_an_invitation_is_accepted_once():
    _, _, invitation = invited()
    accept_invitation(at=AT, invitation=invitation, email="", password=PASSWORD)
    with pytest.raises(NotOpenError):
        accept_invitation(at=AT, invitation=invitation, email="", password="another password of theirs")


def test_whoever_begins_without_a_password_can_begin_again_until_they_have_a_passkey():
    person, code, invitation = invited()
    user = begin_without_password(at=AT, invitation=invitation, email="")
    assert not user.has_usable_password()
    assert open_invitation_of(code, at=AT) is not None
    assert begin_without_password(at=AT, invitation=invitation, email="") == user
    settle_invitations(by=TESTS, at=AT, person=person)
    assert open_invitation_of(code, at=AT) is None


def test_somebody_without_an_address_gives_one_and_signs_in_with_it():
    person, _, invitation = invited(without_address())
    user = accept_invitation(at=AT, invitation=invitation, email="Robin@Hollybank.example", password=PASSWORD)
    person.refresh_from_db()
    assert user.email == person.email == "robin@hollybank.example"


def test_nobody_takes_the_address_of_another_sign_in():
    taken = make_user(make_person()).email
    _, _, invitation = invited(without_address())
    with pytest.raises(AddressTakenError):
        accept_invitation(at=AT, invitation=invitation, email=taken.upper(), password=PASSWORD)
    assert User.objects.count() == 1


def test_an_address_that_the_school_knows_is_not_changed_by_whoever_accepts():
    person, _, invitation = invited()
    user = accept_invitation(at=AT, invitation=invitation, email="other@hollybank.example", password=PASSWORD)
    assert user.email == person.email


def test_those_with_an_address_are_sent_a_notice_and_all_others_get_a_letter():
    with_address, without = make_person(), without_address()
    letters = invite(by=TESTS, at=AT, people=[with_address, without])
    notice = Notice.objects.get()
    assert notice.person == with_address
    code = notice.one_use_link.removeprefix("/invitation/").rstrip("/")
    assert open_invitation_of(code, at=AT).person == with_address
    assert [letter.name for letter in letters] == [without.name]
    assert open_invitation_of(letters[0].code, at=AT).person == without


def test_who_cannot_sign_in_is_listed_until_they_can():
    person = make_person()
    make_user(make_person())
    assert list(people_without_sign_in(on=TODAY)) == [person]
    assert count_uninvited(on=TODAY, at=AT) == 1
    _, _, invitation = invited(person)
    assert list(people_without_sign_in(on=TODAY)) == [person]
    assert count_uninvited(on=TODAY, at=AT) == 0
    assert count_uninvited(on=TODAY, at=AT + LASTS) == 1
    begin_without_password(at=AT, invitation=invitation, email="")
    assert list(people_without_sign_in(on=TODAY)) == [person]
    settle_invitations(by=TESTS, at=AT, person=person)
    assert list(people_without_sign_in(on=TODAY)) == []


def test_invitations_are_written_down_without_names_or_codes():
    person, code, invitation = invited()
    accept_invitation(at=AT, invitation=invitation, email="", password=PASSWORD)
    acts = [one.act for one in entries_about(person.ref)]
    assert acts[:2] == ["people.invitation accepted", "people.invitation sent"]
    written = str([vars(one) for one in Entry.objects.all()])
    assert not any(word in written for word in (code, hash_code(code), person.family_name))

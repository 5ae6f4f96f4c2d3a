"""Under which code does somebody appear in the store of visits?"""

import hashlib
import hmac
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from staffroom.rules.pseudonyms import code, machine_identity, person_identity

KEY = bytes(range(32))
OTHER_KEY = bytes(range(1, 33))

text = st.text(max_size=30)
keys = st.binary(min_size=32, max_size=64)


@pytest.mark.clause("MON-1")
def test_the_same_person_has_the_same_code_under_one_key():
    assert code(KEY, person_identity("t-1")) == code(KEY, person_identity("t-1"))
    assert code(KEY, person_identity("t-1")) != code(KEY, person_identity("t-2"))


@pytest.mark.clause("CON-1")
def test_codes_under_two_keys_have_nothing_in_common():
    people = [person_identity(f"t-{number}") for number in range(500)]
    autumn = {code(KEY, person) for person in people}
    spring = {code(OTHER_KEY, person) for person in people}
    assert len(autumn) == len(spring) == 500
    assert not autumn & spring


@pytest.mark.clause("CON-1")
def test_a_code_is_sixteen_hexadecimal_characters_and_holds_nothing_of_the_name():
    assert re.fullmatch(r"[0-9a-f]{16}", code(KEY, person_identity("ama.example")))


def test_a_code_is_not_the_bare_hash_of_an_identity():
    identity = person_identity("t-1")
    plain = hmac.new(KEY, identity.encode(), hashlib.sha256).hexdigest()
    assert code(KEY, identity) != plain[:16]


@pytest.mark.clause("CON-1")
@pytest.mark.parametrize("length", [0, 1, 16, 31])
def test_a_key_that_could_be_guessed_is_refused(length):
    with pytest.raises(ValueError, match="at least 32 bytes"):
        code(b"k" * length, person_identity("t-1"))


def test_a_person_and_a_machine_of_one_name_have_different_identities():
    assert person_identity("pc-1") != machine_identity("pc-1", "")


@settings(deadline=None)
@given(text, text, text, text)
def test_two_machines_share_an_identity_only_if_client_and_user_are_the_same(client, user, other, other_user):
    same = (client, user) == (other, other_user)
    assert (machine_identity(client, user) == machine_identity(other, other_user)) == same
    assert machine_identity(client, user) != person_identity(client)


@settings(deadline=None)
@given(keys, text)
def test_any_identity_has_a_code(key, identity):
    assert re.fullmatch(r"[0-9a-f]{16}", code(key, identity))

"""Is a sealed text opened by its own key for its own purpose, and by nothing else?"""

from __future__ import annotations

import os
import stat

import pytest
from hypothesis import given
from hypothesis import strategies as st

from staffroom.vault.sealed_texts import Ring, SealBroken, is_sealed, make_ring, read_ring

KEYS = st.binary(min_size=32, max_size=32)
ONE, OTHER = b"a" * 32, b"b" * 32


@given(st.text(), KEYS)
def test_what_was_sealed_is_opened_again(text, key):
    ring = Ring("factors", (key,))
    sealed = ring.seal(text)
    assert is_sealed(sealed)
    assert ring.open(sealed) == text


def test_a_sealed_text_shows_nothing_of_what_it_holds_and_is_never_the_same_twice():
    ring = Ring("factors", (ONE,))
    first, second = ring.seal("JBSWY3DPEHPK3PXP"), ring.seal("JBSWY3DPEHPK3PXP")
    assert "JBSWY3DPEHPK3PXP" not in first
    assert first != second


@pytest.mark.parametrize("ring", [Ring("factors", (OTHER,)), Ring("factors", ()), Ring("other", (ONE,))])
def test_another_key_no_key_and_another_purpose_do_not_open_it(ring):
    sealed = Ring("factors", (ONE,)).seal("secret")
    with pytest.raises(SealBroken):
        ring.open(sealed)


@given(st.data())
def test_a_text_of_which_one_letter_was_changed_is_not_opened(data):
    ring = Ring("factors", (ONE,))
    sealed = ring.seal("secret")
    at = data.draw(st.integers(0, len(sealed) - 1))
    letter = data.draw(st.sampled_from("abzAZ09:-_=").filter(lambda one: one != sealed[at]))
    with pytest.raises(SealBroken):
        ring.open(sealed[:at] + letter + sealed[at + 1 :])


@given(st.text())
def test_any_other_text_is_refused_in_one_way(text):
    with pytest.raises(SealBroken):
        Ring("factors", (ONE,)).open(text)


def test_without_a_key_nothing_is_sealed():
    with pytest.raises(SealBroken):
        Ring("factors", ()).seal("secret")


def test_a_key_is_followed_by_another_and_still_opens():
    old = Ring("factors", (ONE,))
    both = Ring("factors", (ONE, OTHER))
    sealed = old.seal("secret")
    assert both.open(sealed) == "secret"
    assert old.is_newest(sealed)
    assert not both.is_newest(sealed)
    assert both.is_newest(both.seal("secret"))


def test_the_key_is_made_once_and_only_its_owner_can_read_it(tmp_path):
    file = tmp_path / "keys" / "second-factors"
    first = make_ring(file, "factors")
    assert len(first.keys) == 1
    assert make_ring(file, "factors") == first == read_ring(file, "factors")
    assert [one.name for one in file.parent.iterdir()] == ["second-factors"]
    if os.name == "posix":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_looking_for_a_key_makes_none(tmp_path):
    assert read_ring(tmp_path / "keys" / "second-factors", "factors").keys == ()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"not a key", b"c2hvcnQ=\n"])
def test_a_file_that_holds_no_key_gives_none_and_is_left_as_it_is(tmp_path, content):
    file = tmp_path / "second-factors"
    file.write_bytes(content)
    assert make_ring(file, "factors").keys == ()
    assert file.read_bytes() == content


def test_the_keys_of_two_purposes_have_nothing_in_common(tmp_path):
    file = tmp_path / "second-factors"
    assert not set(make_ring(file, "one").keys) & set(read_ring(file, "other").keys)


def test_a_ring_says_nothing_of_its_keys():
    assert "aaaa" not in repr(Ring("factors", (ONE,)))

"""Are all ways of delivering found, those of strangers too, and is each what it must be?"""

from __future__ import annotations

import pytest

from staffroom.notifiers import shelf
from staffroom.notifiers.shelf import BUILT_IN, all_kinds, built_in, kind_named
from staffroom.notifiers.whereabouts import is_public


@pytest.mark.parametrize("name", BUILT_IN)
def test_each_kind_has_its_name_and_says_what_is_wrong_with_nothing(name):
    kind = built_in(name)
    assert kind.name == name
    assert kind.title
    assert kind.fault_of("").endswith((".", "topic."))
    assert kind_named(name) is kind


def test_a_name_that_nobody_has_is_none():
    assert kind_named("pigeon") is None


class Pigeon:
    name = "pigeon"
    title = "Carrier pigeon"
    is_secret = False


class Point:
    def load(self):
        return Pigeon()


def test_a_stranger_adds_a_kind_by_an_entry_point(monkeypatch):
    monkeypatch.setattr(shelf, "entry_points", lambda *, group: [Point()] if group == shelf.GROUP else [])
    assert [kind.name for kind in all_kinds()] == [*BUILT_IN, "pigeon"]
    found = kind_named("pigeon")
    assert found is not None
    assert found.title == "Carrier pigeon"


@pytest.mark.parametrize(
    ("number", "public"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1::1", True),
        ("10.1.2.3", False),
        ("172.16.0.1", False),
        ("192.168.0.1", False),
        ("169.254.169.254", False),
        ("127.0.0.1", False),
        ("0.0.0.0", False),
        ("100.64.0.1", False),
        ("::1", False),
        ("fe80::1%eth0", False),
        ("fd00::1", False),
        ("::ffff:10.0.0.1", False),
        ("224.0.0.1", False),
        ("nonsense", False),
    ],
)
def test_only_numbers_of_the_open_internet_are_outside(number, public):
    assert is_public(number) is public

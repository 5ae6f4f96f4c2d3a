"""Is a domain told from what is none?"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from staffroom.rules.domains import is_domain, is_shared_suffix


@pytest.mark.parametrize(
    "name",
    [
        "a.uk",
        "www.example.org",
        "xn--mnchen-3ya.de",
        "_dmarc.example.org",
        "1.example",
        "a-b.example",
        "500px.com",
        "a" * 63 + ".org",
        f"{'.'.join(['a' * 49] * 5)}.org",
    ],
)
def test_a_domain_is_one(name: str):
    assert is_domain(name)


@pytest.mark.parametrize(
    "name",
    [
        "",
        ".",
        "org",
        "Example.org",
        "example.org.",
        ".example.org",
        "a..org",
        "-a.org",
        "a-.org",
        "a b.org",
        "example.org:443",
        "example.org/",
        "192.0.2.7",
        "münchen.de",
        "a" * 64 + ".org",
        "a." * 126 + "org",
        "example.org\n",
        "a@example.org",
    ],
)
def test_what_is_none_is_none(name: str):
    assert not is_domain(name)


@pytest.mark.parametrize("name", ["uk", "co.uk", "org.uk", "sch.uk", "me.uk", "com.au", "co.jp", "com"])
def test_a_suffix_under_which_everybody_registers_is_shared(name: str):
    assert is_shared_suffix(name)


@pytest.mark.parametrize("name", ["bbc.co.uk", "t.co", "web.de", "example.org", "co.com", "co.uk.example"])
def test_a_site_is_not_a_shared_suffix(name: str):
    assert not is_shared_suffix(name)


@given(st.text(max_size=300))
def test_a_domain_never_holds_anything_but_letters_digits_hyphens_underscores_and_dots(name: str):
    if is_domain(name):
        assert name.isascii()
        assert name.lower() == name
        assert name.translate(str.maketrans("", "", "-_.")).isalnum()

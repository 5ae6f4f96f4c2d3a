"""Which machine does an address mean, however it is written?"""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from staffroom.rules.addresses import even_out, is_ip, is_mac


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("10.0.0.5", "10.0.0.5"),
        (" 10.0.0.5 ", "10.0.0.5"),
        ("::ffff:10.0.0.5", "10.0.0.5"),
        ("::FFFF:10.0.0.5", "10.0.0.5"),
        ("2001:DB8:0:0:0:0:0:1", "2001:db8::1"),
        ("[2001:db8::1]", "2001:db8::1"),
        ("fe80::1%eth0", "fe80::1"),
        ("AA-BB-CC-00-11-22", "aa:bb:cc:00:11:22"),
        ("aa:bb:cc:00:11:22", "aa:bb:cc:00:11:22"),
        ("aabb.cc00.1122", "aa:bb:cc:00:11:22"),
        ("AABBCC001122", "aa:bb:cc:00:11:22"),
        ("LAP-014.holly.example.", "lap-014.holly.example"),
    ],
)
def test_each_way_to_write_an_address_means_one_machine(written, expected):
    assert even_out(written) == expected


def test_an_address_is_told_from_a_name():
    assert is_ip("10.0.0.5")
    assert is_ip("::1")
    assert not is_ip("10.0.0")
    assert not is_ip("lap-014")
    assert is_mac("AA-BB-CC-00-11-22")
    assert not is_mac("aa:bb:cc:00:11")
    assert not is_mac("aa-bb:cc-00-11-22")


@settings(deadline=None)
@given(st.text(max_size=400))
def test_any_text_is_evened_out_once_and_for_all(text):
    assert even_out(even_out(text)) == even_out(text)


@settings(deadline=None)
@given(st.ip_addresses())
def test_an_ip_address_is_one_however_it_is_spelt(address):
    assert even_out(address.exploded) == even_out(str(address)) == even_out(str(address).upper())

"""For whom is the network that an address lies in?"""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from staffroom.records.people import Network, NetworkKind
from staffroom.rules.networks import Networks

SCHOOL = Networks(
    (
        Network("10.0.0.0/8", NetworkKind.STAFF),
        Network("10.20.0.0/16", NetworkKind.PUPIL),
        Network("10.20.9.0/24", NetworkKind.SHARED),
        Network("2001:db8:1::/48", NetworkKind.GUEST),
        Network("nonsense", NetworkKind.PUPIL),
    )
)


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("10.1.0.1", NetworkKind.STAFF),
        ("10.20.8.255", NetworkKind.PUPIL),
        ("10.20.9.0", NetworkKind.SHARED),
        ("::ffff:10.20.8.1", NetworkKind.PUPIL),
        ("2001:db8:1::5", NetworkKind.GUEST),
        ("2001:db8:2::5", None),
        ("192.168.0.1", None),
        ("lap-014", None),
        ("aa:bb:cc:00:11:22", None),
    ],
)
def test_the_narrowest_network_around_an_address_counts(address, expected):
    assert SCHOOL.kind(address) is expected


@pytest.mark.parametrize("turn", [1, -1])
def test_a_range_for_pupils_and_for_staff_is_for_pupils(turn):
    both = (Network("10.0.0.0/8", NetworkKind.STAFF), Network("10.9.9.9/8", NetworkKind.PUPIL))
    assert Networks(both[::turn]).kind("10.1.1.1") is NetworkKind.PUPIL


@settings(deadline=None)
@given(st.ip_addresses(v=4), st.integers(0, 32))
def test_an_address_lies_in_every_range_made_of_it(address, length):
    school = Networks((Network(f"{address}/{length}", NetworkKind.STAFF),))
    assert school.kind(str(address)) is NetworkKind.STAFF

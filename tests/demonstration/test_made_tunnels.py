"""Do fetches become the tunnels that a proxy would see?"""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from demonstration.log_shape import Logged, read_line
from staffroom.demonstration.chance import begin
from staffroom.demonstration.exchanges import Fetch
from staffroom.demonstration.tunnels import LISTENING, Seat, write_tunnels

START = 1_789_361_000_000
HOUR = 3_600_000
PHONE = Seat("10.0.0.9")  # signs in nowhere, so that no challenge comes first
FETCHES = st.lists(
    st.builds(
        Fetch,
        at=st.integers(START, START + 8 * HOUR),
        host=st.sampled_from(["www.facebook.com", "x.com", "www.oak-news1.example"]),
        octets=st.integers(0, 5_000_000),
        lane=st.integers(0, 3),
    ),
    max_size=30,
)


def test_two_fetches_close_together_share_one_tunnel() -> None:
    [line] = _write([Fetch(START, "x.com", 1000), Fetch(START + 1500, "x.com", 2000)], seat=PHONE)
    assert line.began_at == START
    assert line.octets > 3000, "a tunnel also carries its handshake"


def test_fetches_an_hour_apart_use_two_tunnels() -> None:
    lines = _write([Fetch(START, "x.com", 1000), Fetch(START + HOUR, "x.com", 1000)], seat=PHONE)
    assert [line.began_at for line in lines] == [START, START + HOUR]


def test_two_hosts_use_two_tunnels_side_by_side() -> None:
    lines = _write([Fetch(START, "x.com", 1000), Fetch(START + 10, "pbs.twimg.com", 1000)])
    assert {line.host for line in lines} == {"x.com", "pbs.twimg.com"}


def test_parts_of_a_large_picture_come_over_several_tunnels_at_once() -> None:
    lines = _write([Fetch(START, "pbs.twimg.com", 400_000, lane) for lane in range(3)], seat=PHONE)
    assert [line.began_at for line in lines] == [START] * 3


def test_a_tunnel_stays_open_for_a_while_after_its_last_octet() -> None:
    [line] = _write([Fetch(START, "x.com", 1000)], seat=PHONE)
    assert 4000 <= line.ended_at - START <= 8 * 60_000


def test_a_socket_that_listens_stays_open_for_much_longer_than_a_page() -> None:
    def open_for(host: str) -> float:
        lines = [_write([Fetch(START, host, 500)], seat=PHONE, seed=seed)[0] for seed in range(60)]
        return sum(line.ended_at - line.began_at for line in lines)

    assert "g.whatsapp.net" in LISTENING
    assert open_for("g.whatsapp.net") > 5 * open_for("web.pages.example")


def test_no_tunnel_outlives_the_moment_when_the_machine_is_put_away() -> None:
    lines = _write([Fetch(START, host, 1000) for host in LISTENING], off_at=START + 30_000)
    assert max(line.ended_at for line in lines) <= START + 30_000


def test_a_blocked_host_is_refused_and_opens_no_tunnel() -> None:
    [line] = _write([Fetch(START, "www.tiktok.com", 0)])
    assert (line.result, line.status, line.user) == ("TCP_DENIED", 403, "pkaur")


def test_a_machine_that_does_not_sign_in_is_never_challenged() -> None:
    fetches = [Fetch(START + number * HOUR // 4, "x.com", 10) for number in range(400)]
    assert all(line.status == 200 for line in _write(fetches, seat=PHONE))


def test_a_challenge_stands_where_its_tunnel_begins() -> None:
    fetches = [Fetch(START + number * HOUR // 4, "x.com", 10) for number in range(400)]
    lines = _write(fetches, off_at=START + 1000 * HOUR)
    begins = {line.began_at for line in lines if line.status == 200}
    challenges = [line for line in lines if line.status == 407]
    assert 10 < len(challenges) < 80
    assert all(line.ended_at in begins for line in challenges)


@given(FETCHES)
def test_no_octet_and_no_moment_of_a_fetch_is_lost(fetches: list[Fetch]) -> None:
    lines = [line for line in _write(fetches) if line.status == 200]
    assert sum(line.octets for line in lines) >= sum(fetch.octets for fetch in fetches)
    for fetch in fetches:
        assert any(line.host == fetch.host and line.began_at <= fetch.at <= line.ended_at for line in lines)


@given(FETCHES)
def test_the_order_in_which_fetches_are_given_does_not_matter(fetches: list[Fetch]) -> None:
    assert _write(fetches) == _write(list(reversed(fetches)))


def _write(
    fetches: list[Fetch], *, seat: Seat | None = None, seed: int = 1, off_at: int = START + 24 * HOUR
) -> list[Logged]:
    seat = seat or Seat("10.0.0.9", "pkaur")
    lines = write_tunnels(fetches, seat=seat, chance=begin(seed), off_at=off_at)
    read = [read_line(line.text) for line in lines]
    assert None not in read
    return [line for line in read if line is not None]

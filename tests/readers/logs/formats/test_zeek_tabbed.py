"""Do Zeek's logs in tabs become pages, names and lookups?"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readers.logs.formats.made_listings import SAMPLES, at, made_context, mangled
from readers.logs.formats.made_zeek import EMBED, HELLO, LOOKUP, VISIT, head_of, tabbed
from staffroom.readers.logs.formats.zeek_tabbed import FORMAT
from staffroom.readers.logs.reader import Context
from staffroom.records.requests import Grade, Request, Unreadable
from staffroom.rules.catalogue import load


def read(log: str, row: dict[str, str]) -> Request | Unreadable | None:
    return FORMAT.open(b"\n".join(head_of(log)), made_context()).read(tabbed(log, row))


def read_all(content: bytes) -> list[Request | Unreadable | None]:
    lines = FORMAT.open(content[:65_536], made_context())
    return [lines.read(line) for line in content.split(b"\n")]


def requests_in(content: bytes) -> list[Request]:
    return [answer for answer in read_all(content) if isinstance(answer, Request)]


def test_a_page_holds_its_size_its_type_and_that_it_had_no_referer() -> None:
    request = read("http", VISIT)

    assert isinstance(request, Request)
    assert request.listing.service == "facebook"
    assert request.client == "10.0.0.5"
    assert request.grade is Grade.PAGE
    assert (request.octets, request.content_type, request.referrer) == (109_978, "text/html", "")
    assert (request.user, request.blocked) == ("", False)


def test_the_time_is_the_start_and_no_length_is_made_up() -> None:
    request = read("http", VISIT)

    assert isinstance(request, Request)
    assert request.began_at == request.ended_at == 1_788_768_062_123


def test_of_a_referer_the_host_is_kept_and_nothing_else() -> None:
    request = read("http", EMBED)

    assert isinstance(request, Request)
    assert request.referrer == "news.example"


def test_a_server_name_is_a_name_without_volume() -> None:
    request = read("ssl", HELLO)

    assert isinstance(request, Request)
    assert request.listing.service == "reddit"
    assert request.grade is Grade.NAME
    assert (request.octets, request.referrer, request.content_type) == (None, None, None)


def test_a_handshake_whose_end_zeek_did_not_see_counts_like_any_other() -> None:
    assert read("ssl", HELLO | {"established": "F"}) == read("ssl", HELLO)


def test_a_query_is_a_lookup() -> None:
    request = read("dns", LOOKUP)

    assert isinstance(request, Request)
    assert request.grade is Grade.NAME_LOOKED_UP
    assert request.octets is None


@pytest.mark.parametrize("host", ["www.facebook.com:8080", "WWW.Facebook.com", "www.facebook.com."])
def test_a_host_may_hold_a_port_capitals_or_a_final_dot(host: str) -> None:
    assert read("http", VISIT | {"host": host}) == read("http", VISIT)


def test_without_a_host_what_a_proxy_was_asked_for_counts() -> None:
    tunnel = VISIT | {"host": "-", "method": "CONNECT", "uri": "www.facebook.com:443"}

    assert read("http", tunnel) == read("http", VISIT)
    assert read("http", VISIT | {"host": "-", "uri": "http://www.facebook.com/a"}) == read("http", VISIT)
    assert read("http", VISIT | {"host": "-", "uri": "/?to=http://www.facebook.com/"}) is None


def test_a_host_that_is_an_address_is_nothing() -> None:
    assert read("http", VISIT | {"host": "192.0.2.80"}) is None
    assert read("http", VISIT | {"host": "[2001:db8::80]:80"}) is None


def test_a_refused_tunnel_is_blocked_and_a_refused_page_is_the_sites_own_answer() -> None:
    tunnel = VISIT | {"method": "CONNECT", "uri": "www.facebook.com:443", "status_code": "403"}
    blocked, refused = read("http", tunnel), read("http", VISIT | {"status_code": "403"})

    assert isinstance(blocked, Request)
    assert isinstance(refused, Request)
    assert (blocked.blocked, refused.blocked) == (True, False)


def test_half_of_an_authentication_is_no_request() -> None:
    assert read("http", VISIT | {"status_code": "407"}) is None


def test_the_address_that_a_browser_can_forge_is_not_believed() -> None:
    request = read("http", VISIT | {"proxied": "X-FORWARDED-FOR -> 10.0.0.99", "username": "head"})

    assert isinstance(request, Request)
    assert (request.client, request.user) == ("10.0.0.5", "")


def test_unset_and_empty_fields_are_empty_and_of_several_types_the_first_counts() -> None:
    row = VISIT | {"resp_mime_types": "(empty)", "response_body_len": "-"}
    several = read("http", VISIT | {"resp_mime_types": "image/png,text/html"})
    request = read("http", row)

    assert isinstance(request, Request)
    assert isinstance(several, Request)
    assert (request.content_type, request.octets) == ("", None)
    assert several.content_type == "image/png"


def test_a_field_that_the_log_does_not_have_is_not_recorded() -> None:
    content = (
        b"#separator \\x09\n#path\thttp\n#fields\thost\tts\tid.orig_h\nfacebook.com\t1788768062.1\t10.0.0.5"
    )
    (request,) = requests_in(content)

    assert (request.referrer, request.content_type, request.octets) == (None, None, None)


def test_any_separator_that_the_header_names_is_used() -> None:
    content = b"\n".join([*head_of("http", ","), tabbed("http", VISIT, ",")])

    assert requests_in(content) == [read("http", VISIT)]


def test_logs_joined_together_are_each_read_by_their_own_header() -> None:
    close = b"#close\t2026-09-07-23-59-59"
    content = b"\r\n".join(
        [*head_of("http"), tabbed("http", VISIT), close, *head_of("dns"), tabbed("dns", LOOKUP), close]
    )

    assert requests_in(content) == [read("http", VISIT), read("dns", LOOKUP)]


def test_a_log_of_another_kind_joined_to_it_is_passed_over() -> None:
    files = (
        b"#separator \\x09\n#path\tfiles\n#fields\tts\tid.orig_h\thost\n1788768062.1\t10.0.0.5\tfacebook.com"
    )
    content = b"\n".join([*head_of("dns"), tabbed("dns", LOOKUP), files])

    assert requests_in(content) == [read("dns", LOOKUP)]
    assert not FORMAT.recognises(files)


@pytest.mark.clause("CON-1")
def test_a_host_that_is_not_listed_is_nothing_even_where_the_referer_is() -> None:
    assert read("http", VISIT | {"host": "union.example", "referrer": "http://www.facebook.com/"}) is None
    assert read("dns", LOOKUP | {"query": "union.example", "answers": "facebook.com"}) is None
    assert read("ssl", HELLO | {"server_name": "-"}) is None


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"ts": "XXXXXXXXXX.XXXXXX"}, "its time makes no sense"),
        ({"ts": "-"}, "its time makes no sense"),
        ({"id.orig_h": "pc-12"}, "the address of the machine cannot be read"),
        ({"uri": "/\t/"}, "it has not as many fields as its header names"),
    ],
)
def test_a_broken_line_about_a_listed_host_says_why(changes: dict[str, str], reason: str) -> None:
    assert read("http", VISIT | changes) == Unreadable(reason)


def test_a_line_that_no_header_explains_is_counted_only_where_it_names_a_listed_host() -> None:
    lines = FORMAT.open(b"", made_context())

    assert lines.read(tabbed("http", VISIT)) == Unreadable("no line before it names its fields")
    assert lines.read(tabbed("http", VISIT | {"host": "union.example"})) is None


def test_it_recognises_its_own_logs_only() -> None:
    assert FORMAT.recognises(b"\r\n".join(head_of("ssl")))
    assert not FORMAT.recognises(b"\n".join(head_of("ssl")).replace(b"\tssl", b"\tconn"))
    assert not FORMAT.recognises(tabbed("http", VISIT))


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="the folder of shared samples is not there")
def test_in_a_published_log_pages_visited_have_no_referer_and_embeds_have_one() -> None:
    content = (SAMPLES / "lnav/logfile_bro_http.log.0").read_bytes()
    found = requests_in(content)
    visits = [one for one in found if one.listing.name in ("reddit.com", "facebook.com")]
    embeds = [one for one in found if one.listing.name == "twitter.com"]

    assert FORMAT.recognises(content[:65_536])
    assert sum(one.referrer == "" for one in visits) >= 2
    assert "" not in {one.referrer for one in embeds}
    assert len(embeds) == 15
    assert not [answer for answer in read_all(content) if isinstance(answer, Unreadable)]


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="the folder of shared samples is not there")
def test_with_the_real_catalogue_the_published_log_holds_the_same_visits_and_embeds() -> None:
    content = (SAMPLES / "lnav/logfile_bro_http.log.0").read_bytes()
    lines = FORMAT.open(content[:65_536], Context(load(), 0))
    found = [answer for line in content.split(b"\n") if isinstance(answer := lines.read(line), Request)]
    referrers = {
        service: {one.referrer for one in found if one.listing.name.endswith(service)}
        for service in ("www.reddit.com", "www.facebook.com", "twitter.com")
    }

    assert "" in referrers["www.reddit.com"]
    assert referrers["www.facebook.com"] == {""}
    assert referrers["twitter.com"] == {"www.bro-ids.org"}


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="the folder of shared samples is not there")
@pytest.mark.parametrize("name", ["http", "dns", "ssl"])
def test_published_logs_without_listed_hosts_give_nothing(name: str) -> None:
    content = (SAMPLES / f"zat/{name}.log").read_bytes()

    assert FORMAT.recognises(content[:65_536])
    assert not [answer for answer in read_all(content) if isinstance(answer, Unreadable)]


@given(st.one_of(st.binary(max_size=300), mangled(b"\n".join([*head_of("http"), tabbed("http", VISIT)]))))
def test_no_file_is_ever_too_broken(content: bytes) -> None:
    for answer in read_all(content):
        assert answer is None or isinstance(answer, Request | Unreadable)
    assert FORMAT.recognises(content) in (True, False)


@given(at_ms=st.integers(at("2001-01-01T00:00:00"), at("2099-01-01T00:00:00")), octets=st.integers(0, 10**12))
def test_whatever_was_written_is_what_is_read(at_ms: int, octets: int) -> None:
    row = VISIT | {"ts": f"{at_ms // 1000}.{at_ms % 1000:03d}000", "response_body_len": str(octets)}
    request = read("http", row)

    assert isinstance(request, Request)
    assert (request.began_at, request.octets) == (at_ms, octets)

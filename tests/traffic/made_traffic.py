"""Made requests, and the logs of several products that would hold them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

MONDAY = 1_788_768_000_000  # 7 September 2026, 08:00 UTC, in milliseconds
MINUTE = 60_000
HOUR = 60 * MINUTE
DAY = 24 * HOUR

ZEEK_HTTP = (
    "ts",
    "uid",
    "id.orig_h",
    "method",
    "host",
    "uri",
    "referrer",
    "response_body_len",
    "resp_mime_types",
)
ZEEK_SSL = ("ts", "uid", "id.orig_h", "server_name", "established")


@dataclass(frozen=True, slots=True)
class Made:
    """One request of a made person; `at` is when it ended, in milliseconds."""

    at: int = MONDAY
    host: str = "www.chirp.example"
    client: str = "10.1.0.5"
    user: str = "asample"
    octets: int = 1_000
    elapsed: int = 0
    method: str = "GET"
    status: str = "TCP_MISS/200"
    referer: str = "-"
    kind: str = "text/html"

    @property
    def url(self) -> str:
        return f"{self.host}:443" if self.method == "CONNECT" else f"http://{self.host}/page/one/of/many"


def lines_of(texts: Iterable[str]) -> bytes:
    return "".join(f"{text}\n" for text in texts).encode()


def squid(made: Iterable[Made]) -> bytes:
    return lines_of(map(_squid, made))


def _squid(one: Made) -> str:
    stamp = f"{one.at // 1000}.{one.at % 1000:03d} {one.elapsed:6d} {one.client} {one.status} {one.octets}"
    return f"{stamp} {one.method} {one.url} {one.user} HIER_DIRECT/192.0.2.7 {one.kind}"


def recommended(made: Iterable[Made]) -> bytes:
    return lines_of(f'{_squid(one)} "{one.referer}" {one.host} 02:00:00:00:00:01' for one in made)


def combined(made: Iterable[Made]) -> bytes:
    return lines_of(map(_combined, made))


def _combined(one: Made) -> str:
    at = datetime.fromtimestamp(one.at // 1000, UTC).strftime("%d/%b/%Y:%H:%M:%S +0000")
    code, _, status = one.status.partition("/")
    front = f'{one.client} - {one.user} [{at}] "{one.method} {one.url} HTTP/1.1" {status} {one.octets}'
    return f'{front} "{one.referer}" "Made/1.0" {code}:HIER_DIRECT'


def zeek_http(made: Iterable[Made]) -> bytes:
    return _tabbed("http", ZEEK_HTTP, map(_page, made))


def zeek_http_json(made: Iterable[Made]) -> bytes:
    return lines_of(_json(ZEEK_HTTP, _page(one), {"trans_depth": 1}) for one in made)


def zeek_ssl(made: Iterable[Made]) -> bytes:
    return _tabbed("ssl", ZEEK_SSL, map(_hello, made))


def zeek_ssl_json(made: Iterable[Made]) -> bytes:
    return lines_of(_json(ZEEK_SSL, _hello(one), {"cipher": "made"}) for one in made)


def _stamp(one: Made) -> str:
    return f"{one.at // 1000}.{one.at % 1000:03d}000"


def _page(one: Made) -> list[str]:
    front = [_stamp(one), f"C{one.at % 999_983}", one.client, one.method, one.host, "/page"]
    return [*front, one.referer, str(one.octets), one.kind]


def _hello(one: Made) -> list[str]:
    return [_stamp(one), f"C{one.at % 999_983}", one.client, one.host, "T"]


def _tabbed(path: str, fields: tuple[str, ...], rows: Iterable[list[str]]) -> bytes:
    head = [
        "#separator \\x09",
        "#set_separator\t,",
        "#empty_field\t(empty)",
        "#unset_field\t-",
        f"#path\t{path}",
    ]
    named = "\t".join(("#fields", *fields))
    return lines_of([*head, named, *("\t".join(row) for row in rows), "#close\t2026-09-07-23-00-00"])


def _json(fields: tuple[str, ...], row: list[str], more: dict[str, object]) -> str:
    record: dict[str, object] = {name: value for name, value in zip(fields, row, strict=True) if value != "-"}
    record["ts"] = float(row[0])
    if "response_body_len" in record:
        record["response_body_len"] = int(row[fields.index("response_body_len")])
    if "resp_mime_types" in record:
        record["resp_mime_types"] = [record["resp_mime_types"]]
    return json.dumps(record | more, separators=(",", ":"))


def dnsmasq(made: Iterable[Made]) -> bytes:
    return lines_of(map(_lookup, made))


def _lookup(one: Made) -> str:
    at = datetime.fromtimestamp(one.at // 1000, UTC)
    return (
        f"{at:%Y-%m-%dT%H:%M:%S}.{one.at % 1000:03d}+00:00 dnsmasq[7]: query[A] {one.host} from {one.client}"
    )


def a_day(day: int = 0, people: int = 3) -> list[Made]:
    """A day of several people: visits, widgets, pushes, refusals, pupils and much that is not listed."""
    made = []
    for person in range(people):
        start = MONDAY + day * DAY + person * 1_777
        client, user = f"10.1.0.{5 + person}", ("asample", "bexample", "unknown")[person % 3]
        for step in range(6):
            at = start + step * 47_003
            page = {"client": client, "user": user, "octets": 90_000, "elapsed": 2_000}
            made += [
                Made(at, "www.chirp.example", **page),
                Made(at + 11, "img.chirp.example", **page | {"method": "CONNECT", "kind": "-"}),
                Made(at + 23, "www.union.example", client=client, user=user),
                Made(at + HOUR, "widget.chirp.example", client=client, user=user, octets=900),
            ]
        made += [
            Made(start + HOUR, "push.chirp.example", client=client, user=user, octets=300),
            Made(start + 2 * HOUR, "solo.example", client=client, user=user, status="TCP_DENIED/403"),
            Made(start + 3 * HOUR, "www.chirp.example", client="10.9.0.8", user="pupil1", octets=500_000),
        ]
    return made

"""The same made traffic as Zeek writes it in tabs and in JSON."""

from __future__ import annotations

import json

HEADS = {
    "http": "ts uid id.orig_h id.orig_p id.resp_h id.resp_p trans_depth method host uri referrer user_agent "
    "request_body_len response_body_len status_code status_msg username proxied resp_mime_types",
    "ssl": "ts uid id.orig_h id.orig_p id.resp_h id.resp_p version server_name established",
    "dns": "ts uid id.orig_h id.orig_p proto query qtype qtype_name rejected answers",
}
LISTS = ("proxied", "resp_mime_types", "answers")
NUMBERS = ("ts", "id.orig_p", "id.resp_p", "trans_depth", "response_body_len", "status_code", "qtype")

START = {"ts": "1788768062.123456", "uid": "C1", "id.orig_h": "10.0.0.5", "id.orig_p": "50123"}

VISIT = START | {
    "id.resp_h": "192.0.2.80",
    "id.resp_p": "80",
    "trans_depth": "1",
    "method": "GET",
    "host": "www.facebook.com",
    "uri": "/",
    "response_body_len": "109978",
    "status_code": "200",
    "status_msg": "OK",
    "resp_mime_types": "text/html",
}
EMBED = VISIT | {
    "host": "connect.facebook.net",
    "referrer": "http://News.example:8080/a?b=c",
    "uri": "/sdk.js",
}
HELLO = START | {"version": "TLSv13", "server_name": "www.reddit.com", "established": "T"}
LOOKUP = START | {"proto": "udp", "query": "www.facebook.com", "qtype": "1", "qtype_name": "A"}


def head_of(log: str, separator: str = "\t") -> list[bytes]:
    """Return the header lines of a log."""
    escaped = "".join(f"\\x{ord(sign):02x}" for sign in separator)
    lines = [
        f"#separator {escaped}",
        separator.join(("#set_separator", "," if separator != "," else ";")),
        separator.join(("#empty_field", "(empty)")),
        separator.join(("#unset_field", "-")),
        separator.join(("#path", log)),
        separator.join(("#open", "2026-09-07-08-00-00")),
        separator.join(("#fields", *HEADS[log].split())),
        separator.join(("#types", *["string"] * len(HEADS[log].split()))),
    ]
    return [line.encode() for line in lines]


def tabbed(log: str, row: dict[str, str], separator: str = "\t") -> bytes:
    """Write one line in tabs."""
    return separator.join(row.get(name, "-") for name in HEADS[log].split()).encode()


def in_json(row: dict[str, str], **more: object) -> bytes:
    """Write one line in JSON; Zeek leaves out what is unset."""
    record: dict[str, object] = {}
    for name, text in row.items():
        if name in LISTS:
            record[name] = text.split(",")
        elif name in NUMBERS:
            record[name] = json.loads(text)
        else:
            record[name] = text == "T" if name == "established" else text
    return json.dumps(record | more, separators=(",", ":")).encode()

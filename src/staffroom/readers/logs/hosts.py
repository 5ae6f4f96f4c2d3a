"""Which host does a URL, or an authority such as host:443, name?"""

from __future__ import annotations

LONGEST_NAME = 253  # RFC 1035 §2.3.4: 255 octets on the wire are 253 characters

_NEVER_IN_A_HOST = bytes(range(0x21)) + b"\x7f\"'<>,;|"
_ENDS_OF_AN_AUTHORITY = (b"/", b"?", b"#", b"\\")  # browsers take a backslash for a slash


def find_host(target: bytes) -> bytes:
    """Find the host of a URL or an authority.

    Takes `https://user@Host:443/path`, `//host/path`, `host:443`, `host/path`, `host` and
    `[2001:db8::1]:443`. Returns it in lower case without user, port, brackets and final dot, or
    b"" where there is none (a bare path, `-`, something that cannot be a name). Never raises.
    """
    authority = _drop_scheme(target)
    for end in _ENDS_OF_AN_AUTHORITY:
        authority = authority.partition(end)[0]
    if b"@" in authority:
        authority = authority.rpartition(b"@")[2]
    return clean_host(_drop_port(authority))


def clean_host(name: bytes) -> bytes:
    """Return a bare name in lower case without its final dot, or b"" where it cannot be a host."""
    host = name.removesuffix(b".").lower()
    if not host or host == b"-" or len(host) > LONGEST_NAME:
        return b""
    return host if len(host.translate(None, _NEVER_IN_A_HOST)) == len(host) else b""


def is_address(host: bytes) -> bool:
    """Say whether a host as `find_host` returns it is an IP address rather than a name."""
    return b":" in host or (host[-1:].isdigit() and not host.translate(None, b"0123456789."))


def _drop_scheme(target: bytes) -> bytes:
    """Return what follows `scheme://` or `//`; a `://` further on belongs to a query and stays."""
    scheme, mark, rest = target.partition(b"://")
    if mark and scheme.replace(b"+", b"").replace(b"-", b"").isalnum():
        return rest
    return target.removeprefix(b"//")


def _drop_port(authority: bytes) -> bytes:
    """Return the authority without its port, and an IPv6 address without its brackets."""
    if authority[:1] == b"[":
        address, bracket, _ = authority[1:].partition(b"]")
        return address if bracket else b""
    if authority.count(b":") > 1:
        return authority  # an IPv6 address without brackets, as some proxies write it
    return authority.partition(b":")[0]

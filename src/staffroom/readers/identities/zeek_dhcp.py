"""Which machine held which address, according to Zeek's dhcp.log?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from io import BytesIO

from staffroom.readers.identities.holdings import Holdings
from staffroom.readers.identities.machines import name_machines, read_hardware, read_host_name
from staffroom.readers.identities.moments import as_moment
from staffroom.readers.identities.reader import IdentityFormat, Problem
from staffroom.readers.logs.clients import read_address
from staffroom.readers.logs.contents import decode_text, trim_line
from staffroom.readers.logs.json_lines import load_record, text_of, texts_of
from staffroom.readers.logs.zeek import read_zeek_moment
from staffroom.readers.logs.zeek_header import ZeekHeader, learn_header
from staffroom.records.people import Claim

_PATH = re.compile(rb"^#path[^\r\n]{1,8}?dhcp\r?$", re.MULTILINE)
_JSON = re.compile(rb'^\{[^\n]{0,2000}"msg_types":', re.MULTILINE)
_FIELDS = ("ts", "mac", "assigned_addr", "assigned_ip", "lease_time", "host_name")  # assigned_ip: before 2.6
_ENDLESS = 4.29e9  # RFC 2131 §3.3: 2**32 - 1 seconds is no end; older logs round it

_Row = Mapping[str, bytes]


class ZeekDhcpFormat:
    """Zeek's dhcp.log in tabs or JSON: who was given which address, for how long, and gave it back.

    An address that was only asked about (INFORM), refused or declined is no claim.
    """

    name = "zeek-dhcp"
    title = "Zeek dhcp log"

    def recognises(self, head: bytes) -> bool:
        """Say whether the head is of a dhcp.log."""
        return (_PATH.search(head) or _JSON.search(head)) is not None

    def read(self, content: bytes, *, timezone: str, written_by: int) -> Iterator[Claim | Problem]:
        """Turn conversations into claims; see `identities.reader.IdentityFormat`."""
        holdings = Holdings(self.name)
        names: dict[str, str] = {}
        for number, row in _read_rows(content):
            problem = _enter(row, holdings, names) if row else "The line cannot be read."
            if problem:
                yield Problem(number, problem)
        yield from name_machines(holdings.claims(), names)


def _enter(row: _Row, holdings: Holdings, names: dict[str, str]) -> str:
    """Enter one conversation among the holdings, and return why it cannot be read, or ""."""
    machine = read_hardware(decode_text(row["mac"]))
    at = as_moment(read_zeek_moment(row["ts"]))
    messages = row["msg_types"].split(b",")
    if at is None:
        return "The line has no time that can be read."
    if messages[-1] == b"RELEASE":
        holdings.end(machine, at)
    address = read_address(row["assigned_addr"] or row["assigned_ip"])
    if messages[-1] in (b"", b"ACK") and address and machine:  # no messages: a log from before 2.6
        holdings.enter(address, machine, at, _find_end(at, row["lease_time"]))
        names[machine] = read_host_name(decode_text(row["host_name"])) or names.get(machine, "")
    return ""


def _find_end(at: datetime, lease_time: bytes) -> datetime | None:
    """Return when a lease ends; None where it is endless, or its length was not seen."""
    try:
        seconds = float(lease_time)
    except ValueError:
        return None
    return at + timedelta(seconds=seconds) if 0 <= seconds < _ENDLESS else None


def _read_rows(content: bytes) -> Iterator[tuple[int, _Row | None]]:
    """Give each line's fields with its number; None in place of the fields that cannot be read."""
    header = ZeekHeader()
    for number, line in enumerate(BytesIO(content), 1):
        line = trim_line(line)
        if line.startswith(b"#"):
            header = learn_header(header, line)
        elif line.startswith(b"{"):
            yield number, _read_json(line)
        elif line and (not header.width or header.log == "dhcp"):
            yield number, _read_tabbed(header, line)


def _read_json(line: bytes) -> _Row | None:
    """Read the fields of a JSON line; a field that is not there is unset."""
    record = load_record(line)
    if record is None:
        return None
    return {name: text_of(record, name) for name in _FIELDS} | {
        "msg_types": b",".join(texts_of(record, "msg_types"))
    }


def _read_tabbed(header: ZeekHeader, line: bytes) -> _Row | None:
    """Read the fields of a line in tabs."""
    whole = header.split(line)
    if whole is None:
        return None
    return {name: whole.field(name) or b"" for name in (*_FIELDS, "msg_types")}


FORMAT: IdentityFormat = ZeekDhcpFormat()

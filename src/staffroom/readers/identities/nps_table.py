"""Who was at which address, according to the accounting log of Microsoft's NPS as a table?"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from datetime import tzinfo

from staffroom.readers.identities.radius_records import Record
from staffroom.readers.identities.radius_sessions import read_sessions
from staffroom.readers.identities.reader import IdentityFormat, Problem
from staffroom.readers.identities.texts import number_lines
from staffroom.readers.logs.times import find_zone, parse_local
from staffroom.records.people import Claim

# "SERVER","IAS",09/07/2026,09:01:02,4,… The service is called IAS in every version.
_ROW = re.compile(rb'^"[^"\n]{1,64}","IAS",\d\d/\d\d/\d{4},\d\d:\d\d:\d\d,\d{1,3},', re.MULTILINE)

# Where each attribute stands, from 0: "Interpret NPS Database Format Log Files" (Microsoft).
_DATE, _CLOCK, _PACKET = 2, 3, 4
_PLACES = {
    "User-Name": 5,
    "Calling-Station-Id": 8,
    "Framed-IP-Address": 10,
    "NAS-Identifier": 11,
    "NAS-IP-Address": 12,
    "Acct-Status-Type": 31,
    "Acct-Delay-Time": 32,
    "Acct-Session-Id": 35,
    "Acct-Session-Time": 37,
}
_WIDTH = 38  # columns that are needed; there are more
_ACCOUNTING = "4"  # RFC 2866 §3: the code of an Accounting-Request


class NpsTableFormat:
    """NPS logs in the "database-compatible" format: rows without a header; see `radius_sessions`.

    Dates are month/day/year on every server, in its local time.
    """

    name = "nps-table"
    title = "Windows NPS accounting (database-compatible)"

    def recognises(self, head: bytes) -> bool:
        """Say whether a row of the head is of the service and its date in their places."""
        return _ROW.search(head) is not None

    def read(self, content: bytes, *, timezone: str, written_by: int) -> Iterator[Claim | Problem]:
        """Turn rows into claims; see `identities.reader.IdentityFormat`."""
        zone = find_zone(timezone)
        rows = (_read_row(number, line, zone) for number, line in number_lines(content) if line.strip())
        yield from read_sessions((row for row in rows if row), source=self.name)


def _read_row(number: int, line: str, zone: tzinfo) -> Record | Problem | None:
    """Read one row; None where it is no accounting."""
    try:
        row = next(csv.reader([line], strict=True), [])
    except csv.Error:
        return Problem(number, "The row is no CSV that can be read.")
    if len(row) > _PACKET and row[_PACKET] != _ACCOUNTING:
        return None
    if len(row) < _WIDTH:
        return Problem(number, "The row has too few columns.")
    written = f"{row[_DATE]} {row[_CLOCK]}".encode("ascii", "replace")
    attributes = {name: row[place].strip() for name, place in _PLACES.items()}
    return Record(number, parse_local(written, "%m/%d/%Y %H:%M:%S", zone), attributes)


FORMAT: IdentityFormat = NpsTableFormat()

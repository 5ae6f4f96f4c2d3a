"""What has the school decided about hosts of the catalogue, according to overrides.csv?"""

from __future__ import annotations

from collections.abc import Collection

from staffroom.readers.rosters.cells import list_known, needed_day, service_in
from staffroom.readers.rosters.problems import Complaints, Reading, RowError
from staffroom.readers.rosters.table import Columns, Row, read_table
from staffroom.records.school import Override
from staffroom.records.services import Role
from staffroom.rules.domains import is_domain, is_shared_suffix

FILE = "overrides.csv"
COLUMNS = Columns(needed=("host", "role", "reason", "decided on"), others=("service", "decided by"))
UNLISTED = "unlisted"
ROLES = frozenset({*(role.value for role in Role), UNLISTED})


def read_overrides(content: bytes, *, known_services: Collection[str] | None) -> Reading[Override]:
    """Read the school's decisions; `known_services` are the ids of the catalogue, None to trust any."""
    complaints = Complaints(FILE)
    rows_by_host: dict[str, int] = {}

    def override(row: Row) -> Override:
        host = _host(row)
        if host in rows_by_host:
            raise RowError(f"The host is in row {rows_by_host[host]} already, which counts.")
        made = _override(row, host, known_services)
        rows_by_host[host] = row.number
        return made

    return read_table(content, COLUMNS, complaints, override)


def _override(row: Row, host: str, known_services: Collection[str] | None) -> Override:
    role = row.need("role").casefold()
    if role not in ROLES:
        raise RowError(f"The role is not known. {list_known(ROLES)}")
    needs_service = role != UNLISTED or row["service"]
    return Override(
        host=host,
        service=service_in(row, known_services) if needs_service else "",
        role=role,
        reason=row.need("reason"),
        decided_on=needed_day(row, "decided on"),
        decided_by=row["decided by"],
    )


def _host(row: Row) -> str:
    host = row.need("host").casefold().rstrip(".")
    if not is_domain(host) or is_shared_suffix(host):
        raise RowError(
            "The host is not the domain of a site. Write www.example.org, without https:// and path."
        )
    return host

"""Which service does a host belong to, and what is the host for?"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any, Final

from staffroom.policy.keeping import keeps
from staffroom.records.school import Override
from staffroom.records.services import Host, Listing, Role, Service, Standing
from staffroom.rules.catalogue_additions import add
from staffroom.rules.catalogue_overrides import apply
from staffroom.rules.domains import LONGEST

FILES: Final = (
    "anonymous",
    "blogs",
    "dating",
    "defunct",
    "forums",
    "games",
    "interests",
    "live",
    "mastodon",
    "messaging",
    "networks",
    "pictures",
    "professional",
    "video",
)
_SHARED = ("kind", "checked_on", "source", "standing", "minimum_age")
REMEMBERED = 65_536  # hosts looked up before, so that a busy log costs one dictionary look-up a line


class Catalogue:
    """The services and their hosts; it never changes once made.

    `listings` is sorted by name, and a listing's `position` is its index there. `holes` are the domains
    that a school took out: they and every name under them are not listed, unless listed themselves.
    `checked_on` is the oldest day on which somebody last looked at a service, None for no services.
    """

    def __init__(self, services: Iterable[Service], holes: Iterable[str] = ()) -> None:
        self.services: Final[Mapping[str, Service]] = MappingProxyType({one.id: one for one in services})
        self.holes: Final = tuple(sorted(set(holes)))
        self.listings: Final = tuple(_listings(self.services.values()))
        self.checked_on: Final = _oldest_check(self.services.values())
        self._by_name: Final = self._index()
        self._found: Final[dict[bytes, Listing | None]] = {}

    def __reduce__(self) -> tuple[type[Catalogue], tuple[tuple[Service, ...], tuple[str, ...]]]:
        return Catalogue, (tuple(self.services.values()), self.holes)

    def service(self, id: str) -> Service:
        """Return the service with this id; KeyError where there is none."""
        return self.services[id]

    def listing(self, host: bytes) -> Listing | None:
        """Find the longest listed domain that a host is, or is under; None where there is none.

        `host` may be in any case and may end in a dot; it has no port. Bytes that are no host name,
        and names longer than DNS allows, are not listed. Never raises.
        """
        try:
            return self._found[host]
        except KeyError:
            return self._find(host)

    def _find(self, host: bytes) -> Listing | None:
        name = host[: LONGEST + 2].lower().removesuffix(b".")
        if len(name) > LONGEST:
            return None
        if len(self._found) >= REMEMBERED:
            self._found.clear()
        found = self._found[bytes(host)] = self._longest(name)
        return found

    def _longest(self, name: bytes) -> Listing | None:
        while name:
            if name in self._by_name:
                return self._by_name[name]
            name = name.partition(b".")[2]
        return None

    def _index(self) -> dict[bytes, Listing | None]:
        index: dict[bytes, Listing | None] = {one.name.encode("ascii"): one for one in self.listings}
        if len(index) != len(self.listings):
            raise ValueError("A host is listed twice in the catalogue.")
        return index | {hole.encode("ascii"): None for hole in self.holes}


@keeps("GEN-3")
def load(*, overrides: Sequence[Override] = (), additions: Sequence[Service] = ()) -> Catalogue:
    """Read the catalogue of the package, with a school's own services and its word about single hosts.

    A host of `additions` that the package's catalogue already covers keeps the role it has there; the
    overrides come last. Raises `OverrideError` or `AdditionError`, each with one sentence to show.
    """
    services = add(additions, to=_packaged())
    services, holes = apply(overrides, to=services)
    return Catalogue(services, holes)


@cache
def _packaged() -> tuple[Service, ...]:
    folder = files("staffroom.rules") / "services"
    return tuple(
        service
        for name in FILES
        for service in _services(tomllib.loads((folder / f"{name}.toml").read_text("utf-8")))
    )


def _services(contents: dict[str, Any]) -> Iterator[Service]:
    """Turn a file's table into services; a value of the whole file holds where a service has none."""
    shared = {key: contents[key] for key in _SHARED if key in contents}
    for entry in contents["service"]:
        yield _service(shared | entry)


def _service(entry: dict[str, Any]) -> Service:
    hosts = tuple(Host(name, role) for role in Role for name in entry.pop(role.value, ()))
    standing = Standing(entry.pop("standing", Standing.ALIVE))
    return Service(hosts=hosts, standing=standing, **entry)


def _listings(services: Iterable[Service]) -> Iterator[Listing]:
    hosts = sorted(((host, service.id) for service in services for host in service.hosts), key=_name)
    for position, (host, service) in enumerate(hosts):
        yield Listing(service=service, role=host.role, name=host.name, position=position)


def _name(listed: tuple[Host, str]) -> str:
    return listed[0].name


def _oldest_check(services: Iterable[Service]) -> date | None:
    return min((one.checked_on for one in services if one.checked_on), default=None)

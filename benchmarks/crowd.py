"""How long do many people wait who open pages at the same time?

Each client keeps its connection and its session, as a browser does, and asks for the next page when it has
the last, at once or after it has thought. Clients and pages are bounded; only loopback is asked.
"""

from __future__ import annotations

import http.client
import random
import statistics
import threading
import time
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

SECONDS_TO_ANSWER = 30


@dataclass(frozen=True, slots=True)
class Client:
    """Somebody who is signed in: the session, and the own reference, which some addresses have in them."""

    cookie: str
    ref: str


@dataclass(frozen=True, slots=True)
class Page:
    """A page; `{ref}` in its address is the client's. One without a session is for whoever comes."""

    name: str
    address: str
    has_session: bool = True


@dataclass(slots=True)
class Waited:
    """What was waited for each page, in milliseconds, and how many answers were not the page."""

    by_page: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    failed: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    seconds: float = 0.0
    lock: threading.Lock = field(default_factory=threading.Lock)

    def add(self, page: str, milliseconds: float, *, is_answered: bool) -> None:
        """Add one answer."""
        with self.lock:
            self.by_page[page].append(milliseconds)
            self.failed[page] += not is_answered

    def every(self) -> list[float]:
        """Return what was waited for all pages together."""
        return [one for some in self.by_page.values() for one in some]


def open_pages(
    port: int, clients: Sequence[Client], pages: Sequence[Page], *, rounds: int, thinks: float = 0.0
) -> Waited:
    """Let each client open all pages some times over, all clients at once.

    `thinks` is for how many seconds a client thinks before the next page, on average: half as long to half
    as long again.
    """
    waited, gate = Waited(), threading.Barrier(len(clients))
    threads = [
        threading.Thread(target=_open_as_one, args=(port, one, pages, rounds, thinks, number, gate, waited))
        for number, one in enumerate(clients)
    ]
    begun = time.perf_counter()
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    waited.seconds = time.perf_counter() - begun
    return waited


def _open_as_one(
    port: int,
    client: Client,
    pages: Sequence[Page],
    rounds: int,
    thinks: float,
    number: int,
    gate: threading.Barrier,
    waited: Waited,
) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=SECONDS_TO_ANSWER)
    chance = random.Random(number)
    gate.wait()
    for turn in range(rounds * len(pages)):
        page = pages[(number + turn) % len(pages)]
        time.sleep(thinks * chance.uniform(0.5, 1.5))
        begun = time.perf_counter()
        is_answered = _is_answered(connection, client, page)
        waited.add(page.name, 1000 * (time.perf_counter() - begun), is_answered=is_answered)
    connection.close()


def _is_answered(connection: http.client.HTTPConnection, client: Client, page: Page) -> bool:
    """Ask for a page; where the server has closed the idle connection, open another, as browsers do."""
    was_open = connection.sock is not None
    try:
        return _ask(connection, client, page)
    except (http.client.RemoteDisconnected, ConnectionResetError, BrokenPipeError):
        connection.close()
        return was_open and _is_answered(connection, client, page)
    except (OSError, http.client.HTTPException):
        connection.close()
        return False


def _ask(connection: http.client.HTTPConnection, client: Client, page: Page) -> bool:
    headers = {"Cookie": f"sessionid={client.cookie}"} if page.has_session else {}
    connection.request("GET", page.address.replace("{ref}", client.ref), headers=headers)
    answer = connection.getresponse()
    answer.read()
    return answer.status == http.client.OK


def percentiles(milliseconds: Sequence[float]) -> tuple[float, float, float]:
    """Return p50, p95 and p99 of at least two figures."""
    cuts = statistics.quantiles(milliseconds, n=100, method="inclusive")
    return cuts[49], cuts[94], cuts[98]

"""How long do many people wait who open pages at the same time?

Each client keeps its connection and its session, as a browser does, and asks for the next page when it has
the last. The number of clients and of pages is bounded; only loopback is asked.
"""

from __future__ import annotations

import http.client
import statistics
import threading
import time
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

SECONDS_TO_ANSWER = 30


@dataclass(slots=True)
class Waited:
    """What was waited for each page, in milliseconds, and how many answers were not the page."""

    by_page: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    failed: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    lock: threading.Lock = field(default_factory=threading.Lock)

    def add(self, page: str, milliseconds: float, *, is_answered: bool) -> None:
        """Add one answer."""
        with self.lock:
            self.by_page[page].append(milliseconds)
            self.failed[page] += not is_answered


def open_pages(port: int, cookies: Sequence[str], pages: Sequence[str], *, rounds: int) -> Waited:
    """Let a client for each session cookie open all pages some times over, all clients at once."""
    waited = Waited()
    gate = threading.Barrier(len(cookies))
    clients = [
        threading.Thread(target=_open_as_one, args=(port, cookie, pages, rounds, number, gate, waited))
        for number, cookie in enumerate(cookies)
    ]
    for client in clients:
        client.start()
    for client in clients:
        client.join()
    return waited


def _open_as_one(
    port: int,
    cookie: str,
    pages: Sequence[str],
    rounds: int,
    number: int,
    gate: threading.Barrier,
    waited: Waited,
) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=SECONDS_TO_ANSWER)
    gate.wait()
    for turn in range(rounds * len(pages)):
        page = pages[(number + turn) % len(pages)]
        begun = time.perf_counter()
        try:
            connection.request("GET", page, headers={"Cookie": f"sessionid={cookie}"})
            answer = connection.getresponse()
            answer.read()
            is_answered = answer.status == http.client.OK
        except (OSError, http.client.HTTPException):
            connection.close()
            is_answered = False
        waited.add(page, 1000 * (time.perf_counter() - begun), is_answered=is_answered)
    connection.close()


def percentiles(milliseconds: Sequence[float]) -> tuple[float, float, float]:
    """Return p50, p95 and p99 of at least two figures."""
    cuts = statistics.quantiles(milliseconds, n=100, method="inclusive")
    return cuts[49], cuts[94], cuts[98]

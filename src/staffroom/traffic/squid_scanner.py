"""How is Squid's native format read with the kernel, odd lines going to the plain reader?"""

from __future__ import annotations

import numpy as np

from staffroom.readers.logs.contents import decode_text, decode_user
from staffroom.readers.logs.reader import Lines
from staffroom.traffic import candidates, machine
from staffroom.traffic.domain_table import NAMED_KINDS
from staffroom.traffic.entry_points import SCAN_SQUID
from staffroom.traffic.hits import Columns, Tally, room_for
from staffroom.traffic.identity_table import PAIRS, new_table, pairs_since
from staffroom.traffic.line_scanner import count_blind
from staffroom.traffic.scan_counts import ASIDE, DROPPED, HITS, LINES, PLACES
from staffroom.traffic.scanning import Ground, Scan, read_lines

SHORTEST = 40  # bytes of a line that the kernel takes


class SquidScanner:
    """Read chunks of Squid's native format; raises `machine.Unavailable` where there is no kernel."""

    def __init__(self, lines: Lines, ground: Ground, largest_chunk: int) -> None:
        assert ground.kernels is not None
        self._lines = lines
        self._ground = ground
        self._kernel = machine.load(SCAN_SQUID, ground.kernels)
        self._table = new_table()
        self._numbers = np.empty(0, dtype=np.int32)  # the reading's number of each pair of the table
        self._dropped = np.zeros(PAIRS, dtype=np.uint8)  # 1 for a pair that is a pupil's for all time
        self._room = room_for(largest_chunk // SHORTEST + 1)
        self._odd = np.empty(largest_chunk + 2, dtype=np.int32)
        self._counts = np.zeros(PLACES, dtype=np.int64)
        self._chunk = memoryview(b"")

    def begin(self, chunk: memoryview) -> None:
        """Run the kernel; it lets other work run beside it."""
        self._chunk = chunk
        self._counts[:] = 0
        text = np.frombuffer(chunk, dtype=np.uint8)
        suffixes, table = self._ground.domains.suffixes, self._table
        self._kernel(
            text, len(text), self._ground.seed,
            *suffixes, len(suffixes.slots) - 1,
            *table, len(table.slots) - 1, self._dropped,
            *self._room, self._odd, self._counts,
        )  # fmt: skip

    def finish(self) -> Scan:
        """Give the pairs their numbers, and put odd lines before the plain reader."""
        dropped = int(self._counts[DROPPED])
        tally = Tally(lines=int(self._counts[LINES]), listed=int(self._counts[HITS]) + dropped)
        count_blind(tally, self._counts)
        hits = [self._hits()]
        odd = [line for line in self._odd_lines() if self._is_candidate(line, tally)]
        aside = read_lines(self._lines, odd, self._ground, tally)
        if aside is not None:
            hits.append(aside)
        return Scan(hits, tally, dropped)

    def _hits(self) -> Columns:
        self._number_pairs()
        hits = self._room.cut(int(self._counts[HITS]))
        return hits._replace(identity=self._numbers[hits.identity])

    def _number_pairs(self) -> None:
        new = pairs_since(self._table, len(self._numbers)) if self._table.used[0] > len(self._numbers) else []
        if new:
            numbers = [
                self._ground.identities.number(decode_text(client), decode_user(user, client))
                for client, user in new
            ]
            known = len(self._numbers)
            self._dropped[known : known + len(new)] = list(map(self._ground.identities.is_dropped, numbers))
            self._numbers = np.concatenate([self._numbers, np.array(numbers, dtype=np.int32)])

    def _odd_lines(self) -> list[bytes]:
        spans = self._odd[: 2 * self._counts[ASIDE]].reshape(-1, 2).tolist()
        return [bytes(self._chunk[start:end]) for start, end in spans]

    def _is_candidate(self, line: bytes, tally: Tally) -> bool:
        """Say whether an odd line is for the reader: a remark (which is no line), or one that names a listed
        domain; count what else it names.
        """
        if line.startswith(b"#"):
            tally.lines -= 1
            return True
        found = candidates.look(line, self._ground.domains.meanings)
        if isinstance(found, int):
            tally.blind[NAMED_KINDS[found].value] += 1
        elif found == candidates.ADDRESSES:
            tally.blind[candidates.ADDRESSES_KIND] += 1
        return found == candidates.LISTED

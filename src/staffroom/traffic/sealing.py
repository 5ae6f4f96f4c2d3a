"""How is something sealed while it is written, so that its plain form is on no disk?"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import BinaryIO

# Reads a plain stream to its end, and writes what it becomes.
Seal = Callable[[BinaryIO, BinaryIO], None]


@contextmanager
def sealed(seal: Seal | None, target: BinaryIO) -> Iterator[BinaryIO]:
    """Give a stream to write to, which goes through `seal` into `target`; without one, `target` itself.

    What `seal` raises is raised here.
    """
    if seal is None:
        yield target
        return
    ends = os.pipe()
    failed: list[BaseException] = []
    with os.fdopen(ends[1], "wb") as plain:
        thread = threading.Thread(target=_run, args=(seal, ends[0], target, failed))
        thread.start()
        try:
            yield plain
            plain.flush()
        except BrokenPipeError:
            if not failed:
                raise
        finally:
            _close(plain)
            thread.join()
    if failed:
        raise failed[0]


def _run(seal: Seal, end: int, target: BinaryIO, failed: list[BaseException]) -> None:
    with os.fdopen(end, "rb") as source:
        try:
            seal(source, target)
        except BaseException as error:  # noqa: BLE001  it is raised again where somebody waits for it
            failed.append(error)


def _close(plain: BinaryIO) -> None:
    with suppress(BrokenPipeError):
        plain.close()

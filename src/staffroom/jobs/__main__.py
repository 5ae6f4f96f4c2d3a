"""Runs the clock, as `staffroom clock` and `staffroom serve` do."""

from __future__ import annotations

import os
import signal
import threading

import django


def main() -> None:
    """Keep time until the process is told to end."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "staffroom.config.settings")
    stopping = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stopping.set())
    django.setup()
    from staffroom.jobs.clock import keep_time

    keep_time(stopping)


if __name__ == "__main__":
    main()

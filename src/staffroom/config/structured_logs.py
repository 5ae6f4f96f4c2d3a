"""What do the logs of the office itself look like?

Constant words, numbers and route names only: no address, name, path or query of a request is written.
"""

from __future__ import annotations

import logging
import logging.config
import sys
from collections.abc import Mapping, MutableMapping
from typing import Any, Final

import structlog

# Fields that may stand in a line; all others are left out, whoever put them there.
ALLOWED: Final = frozenset(
    {"event", "level", "logger", "timestamp", "route", "method", "status", "milliseconds", "queries", "task",
     "count", "exception_type", "part"}
)  # fmt: skip

SPOKEN_FOR: Final = (
    "django.request",
    "django.security",
    "django.server",
    "axes",
    "allauth",
    "apprise",
    "gunicorn.access",
)
A_LIBRARY_SPOKE: Final = "a library has something to say"


class Reticent(logging.Handler):
    """Takes what libraries log, and writes which of them spoke of what kind of error, but no word of it.

    Their words may hold anything, such as the address in a request or the name in a form.
    """

    def emit(self, record: logging.LogRecord) -> None:
        """Write one line of constant words."""
        error = record.exc_info[0] if record.exc_info else None
        log = structlog.get_logger()
        speak = log.error if record.levelno >= logging.ERROR else log.warning
        kind = {"exception_type": error.__name__} if error else {}
        speak(A_LIBRARY_SPOKE, logger=record.name.partition(".")[0], **kind)


def describe_logging(environment: Mapping[str, str]) -> None:
    """Set up logging to standard error: JSON, or plain words where STAFFROOM_LOG is "plain"."""
    renderer: Any = (
        structlog.dev.ConsoleRenderer(colors=False)
        if environment.get("STAFFROOM_LOG") == "plain"
        else structlog.processors.JSONRenderer(sort_keys=True)
    )
    structlog.configure(
        processors=[
            structlog.stdlib.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            leave_out_the_personal,
            renderer,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
        logger_factory=structlog.PrintLoggerFactory(file=sys.stderr),
        cache_logger_on_first_use=False,
    )
    # Django's own messages hold paths and addresses of people; what matters of them is said by
    # `web.middleware.headers` in constant words.
    silent = {"handlers": ["nowhere"], "level": "CRITICAL", "propagate": False}
    logging.captureWarnings(True)
    logging.config.dictConfig(
        {
            "version": 1,
            "disable_existing_loggers": False,
            "handlers": {
                "nowhere": {"class": "logging.NullHandler"},
                "reticent": {"class": "staffroom.config.structured_logs.Reticent"},
            },
            "loggers": {name: silent for name in SPOKEN_FOR},
            "root": {"handlers": ["reticent"], "level": "WARNING"},
        }
    )


def leave_out_the_personal(
    _logger: object, _method: str, line: MutableMapping[str, Any]
) -> MutableMapping[str, Any]:
    """Keep of a line only what may stand there."""
    for field in set(line) - ALLOWED:
        del line[field]
    return line

"""How is named which logs are read?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from staffroom.readers.logs.shelf import format_named
from staffroom.records.actors import Actor
from staffroom.school.audit.actions import About, record
from staffroom.school.monitoring.actions.notice import publish_notice
from staffroom.school.monitoring.acts import Act
from staffroom.school.monitoring.models import LogSource
from staffroom.school.monitoring.queries.safeguards import acting_person
from staffroom.school.monitoring.refusals import (
    PLACE_TAKEN,
    NotAccepted,
    require_place,
    require_words,
    save_once,
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where logs lie: what people call it, its path or pattern, and its format ("" to recognise it)."""

    title: str
    place: str
    format: str = ""


@transaction.atomic
def add_source(*, by: Actor, at: datetime, place: Place) -> LogSource:
    """Add a place from which logs are read."""
    source = LogSource(added_by=acting_person(by), added_at=at)
    return _save(source, place, by, at, Act.SOURCE_ADDED)


@transaction.atomic
def change_source(*, by: Actor, at: datetime, source: LogSource, place: Place) -> LogSource:
    """Change where a source lies or what it is called."""
    return _save(source, place, by, at, Act.SOURCE_CHANGED)


@transaction.atomic
def set_source_read(*, by: Actor, at: datetime, source: LogSource, is_read: bool) -> LogSource:
    """Read a source from now on, or no more."""
    source.is_read = is_read
    source.save(update_fields=["is_read"])
    _write_down(Act.SOURCE_CHANGED, by, at, source)
    return source


def _save(source: LogSource, place: Place, by: Actor, at: datetime, act: Act) -> LogSource:
    source.title = require_words(place.title, "title", "Give it a name.")
    source.place = require_place(place.place)
    if place.format and format_named(place.format) is None:
        raise NotAccepted("Choose a format from the list.", "format")
    source.format = place.format
    save_once(source, "place", PLACE_TAKEN)
    _write_down(act, by, at, source)
    return source


def _write_down(act: Act, by: Actor, at: datetime, source: LogSource) -> None:
    about = About("source", source.ref)
    record(by=by, at=at, act=act, about=about, clause="MON-1", figures={"read": source.is_read})
    publish_notice(by=by, at=at)

"""How does the school load a list of services of its own?"""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from staffroom.readers.lists.reader import read_list
from staffroom.records.actors import Actor
from staffroom.rules.catalogue_additions import AdditionError, listed_by_school
from staffroom.school.audit.actions import About, record
from staffroom.school.monitoring.actions.notice import publish_notice
from staffroom.school.monitoring.acts import Act
from staffroom.school.monitoring.models import DomainList
from staffroom.school.monitoring.queries.safeguards import acting_person
from staffroom.school.monitoring.refusals import NotAccepted, require_words

TAKEN = "Another list has a name that is written alike. Choose another name."


@transaction.atomic
def load_list(*, by: Actor, at: datetime, name: str, content: bytes) -> DomainList:
    """Load a list, in place of one of the same name. Raises NotAccepted for a file that is no list."""
    called, read = require_words(name, "name", "Give the list a name."), read_list(content)
    if not read.names:
        raise NotAccepted(next(iter(read.problems), "The file is empty."), "file")
    DomainList.objects.filter(name=called).delete()
    _require_free(called)
    made = DomainList.objects.create(
        name=called,
        syntax=read.syntax,
        domains="\n".join(read.names),
        count=len(read.names),
        unreadable=dict(read.problems),
        added_by=acting_person(by),
        added_at=at,
    )
    _write_down(Act.LIST_LOADED, by, at, made)
    return made


@transaction.atomic
def remove_list(*, by: Actor, at: datetime, loaded: DomainList) -> None:
    """Take a list away again; what was read by it stays."""
    loaded.delete()
    _write_down(Act.LIST_REMOVED, by, at, loaded)


def _require_free(name: str) -> None:
    """Go on where the name is told apart from those of the other lists."""
    try:
        new = listed_by_school(name, ()).id
    except AdditionError as error:
        raise NotAccepted(str(error), "name") from None
    names = DomainList.objects.values_list("name", flat=True)
    if any(listed_by_school(other, ()).id == new for other in names):
        raise NotAccepted(TAKEN, "name")


def _write_down(act: Act, by: Actor, at: datetime, loaded: DomainList) -> None:
    about = About("list", loaded.ref)
    record(by=by, at=at, act=act, about=about, clause="MON-1", figures={"domains": loaded.count})
    publish_notice(by=by, at=at)

"""How is a file kept between its upload and its import?"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from staffroom.records.actors import Actor
from staffroom.records.roster_plans import Plan
from staffroom.school.audit.actions import About, record
from staffroom.school.people.actions.calendar import add_dates
from staffroom.school.people.actions.rosters import import_roster
from staffroom.school.people.acts import Act
from staffroom.school.people.models import Person, Upload
from staffroom.school.people.models.upload import Form
from staffroom.school.people.queries.uploads import first_choices, form_of, read_calendar, read_upload

KEPT_FOR = timedelta(days=1)


@transaction.atomic
def keep_roster(*, by: Actor, at: datetime, owner: Person, content: bytes) -> Upload:
    """Keep a roster until it is imported or given up; what was kept before goes."""
    return _keep(by, at, owner, content, form_of(content), first_choices(content))


@transaction.atomic
def keep_calendar(*, by: Actor, at: datetime, owner: Person, content: bytes) -> Upload:
    """Keep a calendar file until it is imported or given up."""
    return _keep(by, at, owner, content, Form.CALENDAR, {})


@transaction.atomic
def keep_devices(
    *, by: Actor, at: datetime, owner: Person, content: bytes, choices: Mapping[str, Any]
) -> Upload:
    """Keep a list of devices until it is imported or given up."""
    return _keep(by, at, owner, content, Form.DEVICES, choices)


def choose(*, upload: Upload, choices: Mapping[str, Any]) -> None:
    """Keep what the owner has chosen for a file; that is no act on anybody."""
    upload.choices = dict(choices)
    upload.save(update_fields=["choices"])


@transaction.atomic
def drop_upload(*, by: Actor, at: datetime, upload: Upload) -> None:
    """Delete a file that nobody wants to import."""
    upload.delete()
    record(by=by, at=at, act=Act.UPLOAD_DROPPED, about=About("upload", upload.ref))


@transaction.atomic
def drop_old_uploads(*, by: Actor, at: datetime) -> int:
    """Delete files that were kept for a day, for the clock, and return how many those were."""
    old = list(Upload.objects.filter(uploaded_at__lte=at - KEPT_FOR).defer("body"))
    for upload in old:
        drop_upload(by=by, at=at, upload=upload)
    return len(old)


@transaction.atomic
def import_upload(*, by: Actor, at: datetime, upload: Upload, shown: str) -> Plan:
    """Import an uploaded roster as it was shown, and delete the file. Raises as `import_roster` does."""
    roster = read_upload(upload, on=timezone.localdate(at)).roster
    plan = import_roster(by=by, at=at, roster=roster, shown=shown)
    upload.delete()
    return plan


@transaction.atomic
def import_calendar(*, by: Actor, at: datetime, upload: Upload) -> int:
    """Add the dates of an uploaded calendar, delete the file, and return how many were new."""
    added = sum(add_dates(by=by, at=at, dates=dates) for dates in read_calendar(upload).records)
    upload.delete()
    return added


def _keep(
    by: Actor, at: datetime, owner: Person, content: bytes, form: Form, choices: Mapping[str, Any]
) -> Upload:
    drop_old_uploads(by=by, at=at)
    Upload.objects.filter(owner=owner).delete()
    upload = Upload.objects.create(
        owner=owner, form=form, uploaded_at=at, body=content, choices=dict(choices)
    )
    record(by=by, at=at, act=Act.UPLOADED, about=About("upload", upload.ref), figures={"bytes": len(content)})
    return upload

"""How is changed what the school has decided about monitoring?"""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from django.db import models, transaction

from staffroom.policy.keeping import keeps
from staffroom.records.actors import Actor
from staffroom.school.audit.actions import About, record
from staffroom.school.monitoring.actions.notice import publish_notice
from staffroom.school.monitoring.acts import Act
from staffroom.school.monitoring.models import SettingChange
from staffroom.school.monitoring.queries.record import school_row
from staffroom.school.monitoring.queries.safeguards import acting_person, monitoring_settings
from staffroom.school.monitoring.refusals import NotAccepted, require_words


class Setting(StrEnum):
    """What can be set: days, the smallest number of people behind a count, and 0 or 1 for no or yes."""

    KEEP_DAYS = "keep_days"
    SMALLEST_COHORT = "smallest_cohort"
    PUBLISH_AFTER_DAYS = "publish_after_days"
    ANSWER_DAYS = "answer_days"
    GRACE_DAYS = "grace_days"
    DROP_UNKNOWN_ACCOUNTS = "drop_unknown_accounts"


OF_SCHOOL = (Setting.KEEP_DAYS, Setting.SMALLEST_COHORT)
BOUNDS = {
    Setting.KEEP_DAYS: range(21, 401),
    Setting.SMALLEST_COHORT: range(5, 101),
    Setting.PUBLISH_AFTER_DAYS: range(1, 15),
    Setting.ANSWER_DAYS: range(1, 31),
    Setting.GRACE_DAYS: range(91),
    Setting.DROP_UNKNOWN_ACCOUNTS: range(2),
}


@keeps("MON-1", "CON-1")
@transaction.atomic
def change_setting(*, by: Actor, at: datetime, setting: Setting, value: int, reason: str) -> SettingChange:
    """Change one setting, with the reason. People are shown the notice anew where it says otherwise now."""
    words = require_words(reason, "reason", "Say why it is changed.")
    bounds = BOUNDS[setting]
    if value not in bounds:
        raise NotAccepted(f"Choose a number from {bounds[0]} to {bounds[-1]}.", "value")
    row: models.Model = school_row() if setting in OF_SCHOOL else monitoring_settings()
    was = getattr(row, setting.value)
    if was == value:
        raise NotAccepted("That is how it is set already.", "value")
    setattr(row, setting.value, value)
    row.save()
    change = SettingChange.objects.create(
        name=setting.value,
        was=str(was),
        now=str(value),
        reason=words,
        changed_by=acting_person(by),
        changed_at=at,
    )
    figures = {"was": was, "now": value}
    about = About("setting", setting.value)
    record(by=by, at=at, act=Act.SETTING_CHANGED, about=about, clause="MON-1", figures=figures)
    publish_notice(by=by, at=at)
    return change

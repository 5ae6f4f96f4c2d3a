"""Published weeks, notices, who read them, and changes of settings only grow."""

from __future__ import annotations

from django.db import migrations

from staffroom.school.audit.triggers import keep_append_only

TABLES = (
    "monitoring_publishedweek",
    "monitoring_noticeversion",
    "monitoring_noticeseen",
    "monitoring_settingchange",
)


class Migration(migrations.Migration):
    """Puts the triggers on the tables."""

    dependencies = (("monitoring", "0001_initial"),)
    operations = tuple(migrations.RunPython(*keep_append_only(table)) for table in TABLES)

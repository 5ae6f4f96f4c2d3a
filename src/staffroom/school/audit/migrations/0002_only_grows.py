"""The database itself refuses to change or take away a line of the audit log."""

from __future__ import annotations

from django.db import migrations

from staffroom.school.audit.triggers import keep_append_only


class Migration(migrations.Migration):
    """Puts the triggers on the table."""

    dependencies = (("audit", "0001_initial"),)
    operations = (migrations.RunPython(*keep_append_only("audit_entry")),)

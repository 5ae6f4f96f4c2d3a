"""The database itself keeps answers and comments as they were made, and approved texts as they were approved."""

from __future__ import annotations

from django.db import migrations

from staffroom.school.audit.triggers import keep_append_only
from staffroom.school.policies.text_lock import lock_text, unlock_text


class Migration(migrations.Migration):
    """Puts the triggers on the tables."""

    dependencies = (("policies", "0001_initial"),)
    operations = (
        migrations.RunPython(*keep_append_only("policies_acknowledgement")),
        migrations.RunPython(*keep_append_only("policies_comment")),
        migrations.RunPython(*keep_append_only("policies_reply")),
        migrations.RunPython(lock_text, unlock_text),
    )

"""Links that let somebody in once stood with the others, or in the words: they go where they have arrived."""

from __future__ import annotations

import re
from datetime import timedelta

from django.apps.registry import Apps
from django.db import migrations

LASTS = {"invitation": timedelta(days=14), "sign-in": timedelta(days=3)}
ADDRESS = re.compile(r"https?://[^/\s]+(/password/\S+)\n*")


def sort_out(apps: Apps, schema_editor: object) -> None:
    """Take the link out of the words, and keep it only where the notice has still to arrive."""
    notices = apps.get_model("notices", "Notice").objects
    for notice in notices.filter(kind__in=LASTS).iterator():
        found = ADDRESS.search(notice.body)
        link = notice.link or (found.group(1) if found else "")
        if not link:
            continue
        notice.body, notice.link = ADDRESS.sub("", notice.body), ""
        if notice.state != "delivered":
            notice.one_use_link = link
            notice.one_use_until = notice.written_at + LASTS[notice.kind]
        notice.save(update_fields=["body", "link", "one_use_link", "one_use_until"])


class Migration(migrations.Migration):
    dependencies = [
        ("notices", "0003_one_use_links"),
    ]

    operations = [
        migrations.RunPython(sort_out, migrations.RunPython.noop),
    ]

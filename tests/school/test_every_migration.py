"""Do the migrations make the tables that the models describe?"""

from __future__ import annotations

import pytest
from django.core.management import call_command

ROOMS = ("audit", "clock", "people", "notices", "policies", "monitoring")


@pytest.mark.django_db
def test_no_model_has_changed_since_its_last_migration():
    call_command("makemigrations", *ROOMS, check=True, dry_run=True, verbosity=0)

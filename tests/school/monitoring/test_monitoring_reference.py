"""Does the reference page say how monitoring can be set, as the code has it?"""

from __future__ import annotations

from repository.checkout import ROOT
from staffroom.school.monitoring.actions.settings import BOUNDS, OF_SCHOOL, Setting
from staffroom.school.monitoring.models import MonitoringSettings
from staffroom.school.people.models import School

PAGE = ROOT / "docs" / "reference" / "monitoring.md"


def row_of(setting):
    model = School if setting in OF_SCHOOL else MonitoringSettings
    first = model._meta.get_field(setting.value).default
    bounds = BOUNDS[setting]
    return f"| `{setting.value}` | {first} | {bounds[0]} to {bounds[-1]} |"


def test_the_table_of_settings_is_that_of_the_code():
    lines = PAGE.read_text("utf-8").splitlines()
    assert [row_of(setting) for setting in Setting if row_of(setting) not in lines] == []

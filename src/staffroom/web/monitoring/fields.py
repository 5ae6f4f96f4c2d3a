"""Which fields do the forms of this part share?"""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from staffroom.rules.purpose import EVERY_SERVICE
from staffroom.school.monitoring.queries.record import catalogue_record

LONGEST = 4_000


def day_field(**options: Any) -> forms.DateField:
    """Make a field for a day."""
    widget = forms.DateInput(attrs={"type": "date", "width": "10"}, format="%Y-%m-%d")
    return forms.DateField(widget=widget, **options)


def words_field(rows: int = 4, **options: Any) -> forms.CharField:
    """Make a field for some sentences."""
    return forms.CharField(widget=forms.Textarea(attrs={"rows": rows}), max_length=LONGEST, **options)


def service_choices(*, with_every: bool) -> list[tuple[str, Any]]:
    """Return the services of the catalogue, by title."""
    services = sorted(catalogue_record().services.values(), key=lambda one: one.title.casefold())
    named: list[tuple[str, Any]] = [(one.id, one.title) for one in services]
    first: list[tuple[str, Any]] = [("", _("Choose one"))]
    return [*first, *([(EVERY_SERVICE, _("Every service"))] if with_every else []), *named]

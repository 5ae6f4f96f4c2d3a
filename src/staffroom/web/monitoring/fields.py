"""Which fields do the forms of this part share?"""

from __future__ import annotations

from typing import Any

from django import forms
from django.forms.utils import flatatt
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from staffroom.rules.purpose import EVERY_SERVICE
from staffroom.school.monitoring.queries.record import catalogue_record

LONGEST = 4_000
CHOSEN = SafeString(" selected")


def day_field(**options: Any) -> forms.DateField:
    """Make a field for a day."""
    widget = forms.DateInput(attrs={"type": "date", "width": "10"}, format="%Y-%m-%d")
    return forms.DateField(widget=widget, **options)


def words_field(rows: int = 4, **options: Any) -> forms.CharField:
    """Make a field for some sentences."""
    return forms.CharField(widget=forms.Textarea(attrs={"rows": rows}), max_length=LONGEST, **options)


class ServiceSelect(forms.Select):
    """A list of hundreds of services. It is written in one go: a template for each option takes long."""

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        """Write the list, with the service that is chosen."""
        options = format_html_join(
            "",
            '<option value="{}"{}>{}</option>',
            ((id, CHOSEN if id == (value or "") else "", title) for id, title in self.choices),
        )
        given = self.build_attrs(self.attrs, attrs or {})
        return format_html(
            '<select class="govuk-select" name="{}"{}>{}</select>', name, flatatt(given), options
        )


def service_field(**options: Any) -> forms.ChoiceField:
    """Make a field for a service; its choices are set when the form is made."""
    return forms.ChoiceField(widget=ServiceSelect, **options)


def service_choices(*, with_every: bool) -> list[tuple[str, Any]]:
    """Return the services of the catalogue, by title."""
    services = sorted(catalogue_record().services.values(), key=lambda one: one.title.casefold())
    named: list[tuple[str, Any]] = [(one.id, one.title) for one in services]
    first: list[tuple[str, Any]] = [("", _("Choose one"))]
    return [*first, *([(EVERY_SERVICE, _("Every service"))] if with_every else []), *named]

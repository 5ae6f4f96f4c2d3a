"""Who may use which service for the school's work, and how does one ask for it?"""

from __future__ import annotations

from collections.abc import Sequence

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from staffroom.rules import access
from staffroom.school.monitoring.actions.purposes import Line, ask_for_purpose
from staffroom.school.monitoring.models import SchoolPurpose
from staffroom.school.monitoring.queries.purposes import lines_for, requests_of
from staffroom.school.monitoring.queries.safeguards import monitoring_settings
from staffroom.web.monitoring.doing import did
from staffroom.web.monitoring.fields import day_field, service_choices, service_field, words_field
from staffroom.web.monitoring.words import titles
from staffroom.web.pages import page
from staffroom.web.requests import Request, actor_of, day_of


class LineForm(forms.Form):
    """A line of the register."""

    service = service_field(label=gettext_lazy("Service"))
    purpose = words_field(
        rows=3,
        label=gettext_lazy("What for"),
        help_text=gettext_lazy("For example: putting up the school's own pictures of the sports day."),
    )
    since = day_field(label=gettext_lazy("From"))
    until = day_field(
        label=gettext_lazy("Until"),
        required=False,
        help_text=gettext_lazy("The last day. Leave it empty where there is none."),
    )

    def __init__(self, *args: object, **options: object) -> None:
        super().__init__(*args, **options)  # type: ignore[arg-type]
        self.fields["service"].choices = service_choices(with_every=True)  # type: ignore[attr-defined]

    def line(self) -> Line:
        """Return the line as the office takes it."""
        given = self.cleaned_data
        return Line(given["service"], given["purpose"], given["since"], given["until"])


@page(admits=access.in_scope, answers=("GET", "POST"))
def show_purposes(request: Request) -> HttpResponse:
    """Show what a person may use for the school's work, and take a request."""
    assert request.person is not None
    form = LineForm(request.POST or None, initial={"since": day_of(request)})
    if request.method == "POST" and form.is_valid() and did(form, lambda: _ask(request, form)):
        messages.success(request, _("Your request was sent."))
        return redirect("purposes")
    shown = {
        "lines": with_titles(lines_for(request.person, on=day_of(request))),
        "requests": with_titles(requests_of(request.person)),
        "answer_days": monitoring_settings().answer_days,
        "form": form,
    }
    return render(request, "monitoring/purposes.html", shown)


def _ask(request: Request, form: LineForm) -> None:
    ask_for_purpose(by=actor_of(request), at=request.at, line=form.line())


def with_titles(lines: Sequence[SchoolPurpose]) -> list[dict[str, object]]:
    """Put beside each line what people call its service."""
    title_of = titles()
    return [{"line": one, "service": title_of(one.service)} for one in lines]

"""Which logs are read, and what could not be read? No people are on these pages."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from staffroom.readers.logs.shelf import all_formats
from staffroom.rules import access
from staffroom.school.monitoring.actions.sources import Place, add_source, change_source, set_source_read
from staffroom.school.monitoring.models import LogSource
from staffroom.school.monitoring.queries.safeguards import may_read_now
from staffroom.school.monitoring.queries.sources import log_sources, readings_of
from staffroom.web.monitoring.doing import did
from staffroom.web.pages import page
from staffroom.web.requests import Request, actor_of, day_of

ADMITS = access.keeps_network


class SourceForm(forms.Form):
    """Where logs lie."""

    title = forms.CharField(
        label=gettext_lazy("Name"),
        max_length=60,
        help_text=gettext_lazy("For example: Proxy, main building."),
    )
    place = forms.CharField(
        label=gettext_lazy("Place on the server"),
        max_length=400,
        help_text=gettext_lazy("A file, a folder, or a pattern such as /var/log/squid/access.log*"),
    )
    format = forms.ChoiceField(label=gettext_lazy("Format"), required=False)

    def __init__(self, *args: object, **options: object) -> None:
        super().__init__(*args, **options)  # type: ignore[arg-type]
        formats = sorted(all_formats(), key=lambda one: one.title.casefold())
        every = [("", _("Recognise it")), *((one.name, one.title) for one in formats)]
        self.fields["format"].choices = every  # type: ignore[attr-defined]

    def where(self) -> Place:
        """Return the place as the office takes it."""
        given = self.cleaned_data
        return Place(given["title"], given["place"], given["format"])


@page(admits=ADMITS)
def show_sources(request: Request) -> HttpResponse:
    """List the sources, with what came of the latest reading of each."""
    shown = {"sources": log_sources(), "may_read": may_read_now(on=day_of(request))}
    return render(request, "monitoring/sources.html", shown)


@page(admits=ADMITS, answers=("GET", "POST"))
def add(request: Request) -> HttpResponse:
    """Add a source."""
    form = SourceForm(request.POST or None)

    def act() -> None:
        add_source(by=actor_of(request), at=request.at, place=form.where())

    if request.method == "POST" and form.is_valid() and did(form, act):
        messages.success(request, _("The source is in the list. It is read tonight, if monitoring is on."))
        return redirect("log_sources")
    return render(request, "monitoring/source.html", {"form": form, "source": None})


@page(admits=ADMITS, answers=("GET", "POST"))
def show_source(request: Request, ref: str) -> HttpResponse:
    """Show a source with its readings, and take a change of it."""
    source = get_object_or_404(LogSource, ref=ref)
    now = {"title": source.title, "place": source.place, "format": source.format}
    form = SourceForm(request.POST or None, initial=now)

    def act() -> None:
        change_source(by=actor_of(request), at=request.at, source=source, place=form.where())

    if request.method == "POST" and form.is_valid() and did(form, act):
        messages.success(request, _("The source is changed."))
        return redirect("log_sources")
    shown = {"form": form, "source": source, "readings": readings_of(source)}
    return render(request, "monitoring/source.html", shown)


@page(admits=ADMITS, answers=("POST",))
def switch_source(request: Request, ref: str) -> HttpResponse:
    """Read a source from now on, or no more."""
    source = get_object_or_404(LogSource, ref=ref)
    set_source_read(by=actor_of(request), at=request.at, source=source, is_read=not source.is_read)
    messages.success(
        request, _("The source is read again.") if source.is_read else _("The source is not read.")
    )
    return redirect("log_sources")

"""How do dates come in from a calendar file?"""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from staffroom.readers.rosters.terms_ics import LARGEST_BYTES
from staffroom.rules import access
from staffroom.school.people.actions.uploads import import_calendar, keep_calendar
from staffroom.school.people.models.upload import Form
from staffroom.school.people.queries.pages import calendar_shown
from staffroom.school.people.queries.uploads import read_calendar
from staffroom.web.pages import page
from staffroom.web.people.asking import ask, tell
from staffroom.web.people.roster_file import find_upload
from staffroom.web.requests import Request, actor_of

LEAD = _("You see what is in the file before anything is added. Only whole days are read, by their titles.")


class CalendarFileForm(forms.Form):
    """A file."""

    file = forms.FileField(
        label=_("Calendar file"), help_text=_("A file that ends in .ics, from the school's calendar.")
    )

    def clean_file(self) -> Any:
        """Refuse a file that is too large to be read."""
        file = self.cleaned_data["file"]
        if file.size > LARGEST_BYTES:
            raise ValidationError(_("The file is larger than 2 MB. Export the term dates alone."))
        return file


@page(admits=access.keeps_people, answers=("GET", "POST"))
def upload_calendar(request: Request) -> HttpResponse:
    """Take a calendar file."""
    form = CalendarFileForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        assert request.person is not None
        content = form.cleaned_data["file"].read()
        upload = keep_calendar(by=actor_of(request), at=request.at, owner=request.person, content=content)
        return redirect("calendar_file", upload.ref)
    back = reverse("school_calendar")
    return ask(request, form, title=_("Term dates from a file"), button=_("Look"), back=back, lead=LEAD)


@page(admits=access.keeps_people, answers=("GET", "POST"))
def look_at_calendar(request: Request, ref: str) -> HttpResponse:
    """Show which dates a file would add, and add them."""
    upload = find_upload(request, ref, (Form.CALENDAR,))
    if request.method == "POST":
        added = import_calendar(by=actor_of(request), at=request.at, upload=upload)
        said = ngettext("%(n)d entry was added.", "%(n)d entries were added.", added) % {"n": added}
        return tell(request, said, reverse("school_calendar"))
    reading = read_calendar(upload)
    shown = {"upload": upload, "dates": reading.records[0], "problems": reading.problems}
    return render(request, "people/calendar_file.html", {**shown, "kept": calendar_shown()})

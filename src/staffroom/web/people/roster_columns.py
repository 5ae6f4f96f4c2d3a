"""Which column of a table holds what?"""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from staffroom.readers.rosters.plain_table import guess_columns
from staffroom.records.people import Standing
from staffroom.records.roster_tables import Field, Whom
from staffroom.rules import access
from staffroom.school.people.actions.uploads import choose
from staffroom.school.people.models import Upload
from staffroom.school.people.models.upload import Form
from staffroom.school.people.queries.uploads import mapping_from
from staffroom.web.pages import page
from staffroom.web.people.asking import ask
from staffroom.web.people.roster_file import find_upload
from staffroom.web.people.words import COLUMNS, STANDINGS, WHOM
from staffroom.web.requests import Request

LEAD = _("The columns were guessed from their headings. Look at each, and choose another where it is wrong.")
NO_HEADINGS = _(
    "No headings were found. The first row of the file must name its columns. Save it as CSV UTF-8 and "
    "upload it again."
)


class ColumnsForm(forms.Form):
    """Who is in the table, and which column holds what."""

    whom = forms.ChoiceField(
        label=_("Who is in the file?"), choices=list(WHOM.items()), widget=forms.RadioSelect
    )
    standing = forms.ChoiceField(
        label=_("Standing of those about whom the file does not say it"),
        choices=list(STANDINGS.items()),
        help_text=_("Not for pupils."),
    )
    is_complete = forms.BooleanField(
        label=_("Everybody is in the file: whoever came by an import and is not in it has left"),
        required=False,
    )

    def __init__(self, *args: Any, upload: Upload, **kwargs: Any) -> None:
        mapping = mapping_from(upload.choices)
        first = {"whom": mapping.whom, "standing": mapping.standing, "is_complete": mapping.is_complete}
        super().__init__(*args, **kwargs)
        self.initial = first
        self.headings = guess_columns(bytes(upload.body)).found
        choices = [("", _("Not in the file")), *((one, one) for one in self.headings)]
        for column, label in COLUMNS.items():
            self.fields[_name(column)] = forms.ChoiceField(
                label=label, choices=choices, required=False, initial=mapping.columns.get(Field(column), "")
            )

    def clean(self) -> None:
        """Refuse a choice by which nobody could be named, or found again."""
        found = self.cleaned_data
        if not (found.get(_name(Field.NAME)) or found.get(_name(Field.FAMILY_NAME))):
            raise ValidationError(_("Choose a column for the full name, or for the family name."))
        known_by = [Field.IDENTIFIER, Field.EMAIL]
        known_by += [Field.ACCOUNT] if found.get("whom") == Whom.PUPILS else []
        if not any(found.get(_name(one)) for one in known_by):
            raise ValidationError(_("Choose a column for the code or the e-mail address of a person."))

    def choices(self) -> dict[str, Any]:
        """Return what was chosen, to be kept with the upload."""
        found = self.cleaned_data
        return {
            "columns": {one.value: found[_name(one)] for one in Field if found[_name(one)]},
            "whom": found["whom"],
            "standing": Standing(found["standing"]).value,
            "is_complete": found["is_complete"],
        }


def _name(column: str) -> str:
    return f"column_{column.replace(' ', '_').replace('-', '_')}"


@page(admits=access.keeps_people, answers=("GET", "POST"))
def choose_columns(request: Request, ref: str) -> HttpResponse:
    """Ask which column of an uploaded table holds what."""
    upload = find_upload(request, ref, (Form.TABLE,))
    form = ColumnsForm(request.POST or None, upload=upload)
    if request.method == "POST" and form.is_valid():
        choose(upload=upload, choices=form.choices())
        return redirect("roster_look", upload.ref)
    lead = LEAD if form.headings else NO_HEADINGS
    title = _("Which column holds what?")
    return ask(request, form, title=title, button=_("Look"), back=reverse("roster_upload"), lead=lead)

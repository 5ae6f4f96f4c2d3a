"""How does a roster come in: a file, a look at what it would do, and then the import?"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, Final

from django import forms
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from staffroom.rules import access
from staffroom.school.people.actions.uploads import drop_upload, keep_roster
from staffroom.school.people.models import Upload
from staffroom.school.people.models.upload import Form
from staffroom.web.pages import page, permit
from staffroom.web.people.asking import ask, tell
from staffroom.web.requests import Request, actor_of

LARGEST: Final = 20_000_000
LEAD = _(
    "You see what would be added, changed and ended before anything is written. The file is deleted when it "
    "is imported, when you give it up, or after a day."
)


class RosterFileForm(forms.Form):
    """A file."""

    file = forms.FileField(
        label=_("File"),
        help_text=_("A OneRoster zip (1.1 or 1.2) from the school's system, or a table saved as CSV."),
    )

    def clean_file(self) -> Any:
        """Refuse a file that is too large to be read."""
        file = self.cleaned_data["file"]
        if file.size > LARGEST:
            raise ValidationError(_("The file is larger than 20 MB. Look whether it is the right one."))
        return file


def find_upload(request: Request, ref: str, forms_of_it: Collection[Form]) -> Upload:
    """Return somebody's own upload. Raises Refused for anybody else's, and Http404."""
    upload = get_object_or_404(Upload.objects.select_related("owner"), ref=ref)
    assert request.viewer is not None
    permit(access.owns(request.viewer, upload.owner.ref))
    if upload.form not in forms_of_it:
        raise Http404
    return upload


@page(admits=access.keeps_people, answers=("GET", "POST"))
def upload_roster(request: Request) -> HttpResponse:
    """Take a file with people."""
    form = RosterFileForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        assert request.person is not None
        content = form.cleaned_data["file"].read()
        upload = keep_roster(by=actor_of(request), at=request.at, owner=request.person, content=content)
        return redirect("roster_columns" if upload.form == Form.TABLE else "roster_look", upload.ref)
    title = _("Import people")
    return ask(request, form, title=title, button=_("Look"), back=reverse("people"), lead=LEAD)


@page(admits=access.keeps_people, answers=("POST",))
def give_up(request: Request, ref: str) -> HttpResponse:
    """Delete a file that is not to be imported."""
    upload = find_upload(request, ref, tuple(Form))
    back = reverse("school_calendar" if upload.form == Form.CALENDAR else "people")
    drop_upload(by=actor_of(request), at=request.at, upload=upload)
    return tell(request, _("The file was deleted. Nothing was imported."), back)

"""How does a list of devices come in: a file, a look at what it would do, and then the import?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from staffroom.records.people import Device
from staffroom.rules import access
from staffroom.school.monitoring.actions.device_lists import import_devices
from staffroom.school.monitoring.actions.devices import see_holders
from staffroom.school.monitoring.queries.devices import read_device_upload
from staffroom.school.monitoring.refusals import NotAccepted
from staffroom.school.people.actions.uploads import drop_upload, keep_devices
from staffroom.school.people.models import Person, Upload
from staffroom.school.people.models.upload import Form
from staffroom.web.pages import page, permit
from staffroom.web.requests import Request, actor_of, day_of

LARGEST: Final = 20_000_000
MOST_SHOWN: Final = 100


class DeviceFileForm(forms.Form):
    """A table, where it is from, and whether it is all there is."""

    file = forms.FileField(
        label=gettext_lazy("File"),
        help_text=gettext_lazy(
            "A table saved as CSV with the columns address and person (the roster number, empty for a shared "
            "device); if you have them, also since and until."
        ),
    )
    source = forms.CharField(
        label=gettext_lazy("Where the list is from"),
        max_length=60,
        help_text=gettext_lazy("For example: Asset register."),
    )
    is_complete = forms.BooleanField(
        label=gettext_lazy("All devices are in this list: end those that are not"), required=False
    )

    def clean_file(self) -> Any:
        """Refuse a file that is too large to be read."""
        file = self.cleaned_data["file"]
        if file.size > LARGEST:
            raise ValidationError(_("The file is larger than 20 MB. Look whether it is the right one."))
        return file


@page(admits=access.keeps_devices, answers=("GET", "POST"))
def upload_devices(request: Request) -> HttpResponse:
    """Take a file with devices."""
    form = DeviceFileForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        assert request.person is not None
        given = form.cleaned_data
        upload = keep_devices(
            by=actor_of(request),
            at=request.at,
            owner=request.person,
            content=given["file"].read(),
            choices={"source": given["source"], "is_complete": given["is_complete"]},
        )
        return redirect("device_look", upload.ref)
    return render(request, "monitoring/device_file.html", {"form": form})


@page(admits=access.keeps_devices, answers=("GET", "POST"))
def look_at_devices(request: Request, ref: str) -> HttpResponse:
    """Show what an import would do; a POST imports what was shown."""
    upload = _find(request, ref)
    if request.method != "POST":
        return _show(request, upload)
    try:
        import_devices(
            by=actor_of(request), at=request.at, upload=upload, shown=request.POST.get("shown", "")
        )
    except NotAccepted as error:
        return _show(request, upload, str(error), status=409)
    messages.success(request, _("The list is imported. It counts from the next reading on."))
    return redirect("devices")


@page(admits=access.keeps_devices, answers=("POST",))
def give_up(request: Request, ref: str) -> HttpResponse:
    """Delete a file that is not to be imported."""
    drop_upload(by=actor_of(request), at=request.at, upload=_find(request, ref))
    messages.success(request, _("The file was deleted. Nothing was imported."))
    return redirect("devices")


def _find(request: Request, ref: str) -> Upload:
    """Return somebody's own list of devices. Raises Refused for anybody else's, and Http404."""
    upload = get_object_or_404(Upload.objects.select_related("owner"), ref=ref, form=Form.DEVICES)
    assert request.viewer is not None
    permit(access.owns(request.viewer, upload.owner.ref))
    return upload


def _show(request: Request, upload: Upload, refusal: str = "", status: int = 200) -> HttpResponse:
    reading = read_device_upload(upload, on=day_of(request))
    plan, names = reading.plan, _holders(request)
    rows = [
        *((_("Added"), None, one) for one in plan.added[:MOST_SHOWN]),
        *((_("Changed"), one.was, one.then) for one in plan.changed[:MOST_SHOWN]),
        *((_("Ends"), one, None) for one in plan.left[:MOST_SHOWN]),
    ]
    if names:
        named = sum(bool(one and one.person) for _what, was, now in rows for one in (was, now))
        see_holders(by=actor_of(request), at=request.at, named=named)
    shown = {
        "upload": upload,
        "plan": plan,
        "problems": reading.problems,
        "rows": [_row(what, was, now, names) for what, was, now in rows],
        "most": MOST_SHOWN,
        "refusal": refusal,
    }
    return render(request, "monitoring/device_look.html", shown, status=status)


def _holders(request: Request) -> Mapping[str, str]:
    """Return how the page calls people: by name where the viewer may see that, else by nothing."""
    assert request.viewer is not None
    if not access.names_holders(request.viewer).allowed:
        return {}
    return {one.ref: one.name for one in Person.objects.all()}


def _row(what: str, was: Device | None, now: Device | None, names: Mapping[str, str]) -> dict[str, Any]:
    shown = now or was
    assert shown is not None
    return {
        "what": what,
        "address": shown.address,
        "since": shown.since,
        "until": shown.until,
        "was": _holder(was, names),
        "now": _holder(now, names),
    }


def _holder(device: Device | None, names: Mapping[str, str]) -> str:
    if device is None:
        return "–"
    return names.get(device.person, _("One person")) if device.person else _("Shared")

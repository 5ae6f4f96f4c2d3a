"""Whose is each device? The network manager sees that it is somebody's, and not whose."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from staffroom.rules import access
from staffroom.school.monitoring.actions.devices import DeviceEntry, add_device, end_device, see_holders
from staffroom.school.monitoring.models import SchoolDevice
from staffroom.school.monitoring.queries.devices import school_devices
from staffroom.web.monitoring.doing import did
from staffroom.web.monitoring.fields import day_field
from staffroom.web.pages import page
from staffroom.web.requests import Request, actor_of, day_of

ON_A_PAGE = 100


class DeviceForm(forms.Form):
    """A device, whose it is, and from when to when."""

    address = forms.CharField(
        label=gettext_lazy("Device"),
        max_length=253,
        help_text=gettext_lazy("An IP address, a MAC address or a host name."),
    )
    number = forms.CharField(
        label=gettext_lazy("Roster number of the holder"),
        max_length=100,
        required=False,
        help_text=gettext_lazy("The number in the school's own system. Leave it empty for a shared device."),
    )
    since = day_field(label=gettext_lazy("First day"), required=False)
    until = day_field(label=gettext_lazy("Last day"), required=False)
    source = forms.CharField(
        label=gettext_lazy("Where the school knows it from"),
        max_length=60,
        help_text=gettext_lazy("For example: Asset register."),
    )


@page(admits=access.keeps_devices)
def show_devices(request: Request) -> HttpResponse:
    """List the register, with names for those who keep the list of people."""
    assert request.viewer is not None
    shows_names = access.names_holders(request.viewer).allowed
    leaf = Paginator(school_devices(), ON_A_PAGE).get_page(request.GET.get("page"))
    if shows_names:
        named = sum(one.person_id is not None for one in leaf)
        see_holders(by=actor_of(request), at=request.at, named=named)
    shown = {"leaf": leaf, "shows_names": shows_names, "today": day_of(request)}
    return render(request, "monitoring/devices.html", shown)


@page(admits=access.keeps_devices, answers=("GET", "POST"))
def add(request: Request) -> HttpResponse:
    """Write a device down."""
    form = DeviceForm(request.POST or None)

    def act() -> None:
        add_device(by=actor_of(request), at=request.at, entry=DeviceEntry(**form.cleaned_data))

    if request.method == "POST" and form.is_valid() and did(form, act):
        messages.success(request, _("The device is in the register. It counts from the next reading on."))
        return redirect("devices")
    return render(request, "monitoring/device.html", {"form": form})


@page(admits=access.keeps_devices, answers=("POST",))
def end(request: Request, ref: str) -> HttpResponse:
    """End a row with the day before."""
    end_device(by=actor_of(request), at=request.at, device=get_object_or_404(SchoolDevice, ref=ref))
    messages.success(request, _("The entry ended yesterday. Days before are judged by it."))
    return redirect("devices")

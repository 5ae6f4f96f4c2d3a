"""How is a setting of monitoring changed, and why?"""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from staffroom.rules import access
from staffroom.school.monitoring.actions.settings import BOUNDS, OF_SCHOOL, Setting, change_setting
from staffroom.school.monitoring.queries.record import school_row
from staffroom.school.monitoring.queries.safeguards import monitoring_settings
from staffroom.web.monitoring import words
from staffroom.web.monitoring.doing import did
from staffroom.web.monitoring.fields import words_field
from staffroom.web.pages import page
from staffroom.web.requests import Request, actor_of


class SettingForm(forms.Form):
    """A number, and why it is changed."""

    value = forms.IntegerField(label=gettext_lazy("New number"), widget=forms.TextInput(attrs={"width": "5"}))
    reason = words_field(rows=3, label=gettext_lazy("Why is it changed?"))


@page(admits=access.governs_monitoring, answers=("GET", "POST"))
def change(request: Request, name: str) -> HttpResponse:
    """Change one setting."""
    setting = _setting(name)
    row = school_row() if setting in OF_SCHOOL else monitoring_settings()
    form = SettingForm(request.POST or None, initial={"value": getattr(row, setting.value)})
    if request.method == "POST" and form.is_valid() and did(form, lambda: _change(request, setting, form)):
        messages.success(request, _("The setting is changed. The notice says so where it speaks of it."))
        return redirect("monitoring_record")
    title, hint = words.SETTINGS[setting]
    shown = {
        "form": form,
        "title": title,
        "hint": hint,
        "least": BOUNDS[setting][0],
        "most": BOUNDS[setting][-1],
    }
    return render(request, "monitoring/setting.html", shown)


def _setting(name: str) -> Setting:
    try:
        return Setting(name)
    except ValueError:
        raise Http404 from None


def _change(request: Request, setting: Setting, form: SettingForm) -> None:
    given = form.cleaned_data
    change_setting(
        by=actor_of(request), at=request.at, setting=setting, value=given["value"], reason=given["reason"]
    )

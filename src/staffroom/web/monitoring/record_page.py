"""What is on record about monitoring, what is missing, and is it on?"""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from staffroom.records.safeguards import Subject
from staffroom.rules import access
from staffroom.rules.monitoring_gate import may_confirm
from staffroom.rules.monitoring_questions import TITLES
from staffroom.school.monitoring.actions.settings import Setting
from staffroom.school.monitoring.actions.switching import ask_to_switch, confirm_switch, take_back_switch
from staffroom.school.monitoring.models import MonitoringSettings, SwitchRequest
from staffroom.school.monitoring.queries.record import school_row
from staffroom.school.monitoring.queries.safeguards import (
    gate_now,
    held_reviews,
    setting_changes,
    standing_now,
    switch,
    switch_history,
    waiting_switch,
)
from staffroom.school.people.queries import viewer_of
from staffroom.web.monitoring import words
from staffroom.web.monitoring.doing import did
from staffroom.web.monitoring.fields import words_field
from staffroom.web.pages import page
from staffroom.web.requests import Request, actor_of, day_of

ADMITS = access.governs_monitoring
HOME = "monitoring_record"


class SwitchForm(forms.Form):
    """Why monitoring is switched on or off."""

    reason = words_field(rows=3, label=gettext_lazy("Why?"))


@page(admits=ADMITS)
def show_record_of_monitoring(request: Request) -> HttpResponse:
    """Show what is on record and what is missing, the switch, the reviews and the settings."""
    today = day_of(request)
    now = standing_now(on=today)
    shown = {
        "statements": [
            {"subject": one.value, "title": TITLES[one], "need": need, "version": now.statements.get(one)}
            for one, need in zip(Subject, now.needs, strict=False)
        ],
        "review_needs": now.needs[len(Subject) :],
        "review": now.review,
        "held": held_reviews(),
        "switch": now.switch,
        "may_read": now.may_read,
        "waiting": _waiting(request),
        "settings": _settings(now.settings),
        "changes": [_change(one) for one in setting_changes()],
        "history": switch_history(),
        "seats": words.SEATS,
    }
    return render(request, "monitoring/record_of_monitoring.html", shown)


def _change(change: object) -> dict[str, object]:
    name = getattr(change, "name")  # noqa: B009
    return {"change": change, "title": words.SETTINGS[Setting(name)][0]}


def _settings(own: MonitoringSettings) -> list[dict[str, object]]:
    row = school_row()
    return [
        {
            "name": one.value,
            "title": title,
            "value": getattr(row, one.value, None) or getattr(own, one.value, 0),
        }
        for one, (title, _hint) in words.SETTINGS.items()
    ]


def _waiting(request: Request) -> dict[str, object] | None:
    asked = waiting_switch()
    if asked is None or request.viewer is None:
        return None
    first = viewer_of(asked.asked_by, on=day_of(request))
    return {"asked": asked, "decision": may_confirm(first, request.viewer)}


@page(admits=ADMITS, answers=("GET", "POST"))
def ask_switch(request: Request) -> HttpResponse:
    """Ask that monitoring be switched the other way."""
    is_on = not switch().is_on
    form = SwitchForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and did(form, lambda: _ask(request, form, is_on)):
        messages.success(request, _("You have asked for it. A second person has to confirm it."))
        return redirect(HOME)
    gate = gate_now(on=day_of(request)) if is_on else None
    return render(request, "monitoring/switch.html", {"form": form, "is_on": is_on, "gate": gate})


def _ask(request: Request, form: SwitchForm, is_on: bool) -> None:
    ask_to_switch(by=actor_of(request), at=request.at, is_on=is_on, reason=form.cleaned_data["reason"])


@page(admits=ADMITS, answers=("POST",))
def confirm(request: Request, ref: str) -> HttpResponse:
    """Confirm what somebody else has asked for."""
    asked = get_object_or_404(SwitchRequest, ref=ref)
    did(forms.Form(), lambda: confirm_switch(by=actor_of(request), at=request.at, asked=asked))
    said = _("Monitoring is switched on.") if asked.is_on else _("Monitoring is switched off.")
    messages.success(request, said)
    return redirect(HOME)


@page(admits=ADMITS, answers=("POST",))
def take_back(request: Request, ref: str) -> HttpResponse:
    """Take a request back, or refuse it."""
    asked = get_object_or_404(SwitchRequest, ref=ref)
    did(forms.Form(), lambda: take_back_switch(by=actor_of(request), at=request.at, asked=asked))
    messages.success(request, _("The request is taken back. Monitoring stays as it was."))
    return redirect(HOME)

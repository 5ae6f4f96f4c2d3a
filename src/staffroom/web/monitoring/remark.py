"""What does somebody say to a use that is held on them?

Which use it is comes in the body of the request and never in an address, which servers and browsers keep.
"""

from __future__ import annotations

from datetime import date

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from staffroom.records.remarks import RemarkKind
from staffroom.rules import access
from staffroom.rules.access import owns
from staffroom.rules.own_record import HeldUse
from staffroom.school.monitoring.actions.remarks import Said, write_remark
from staffroom.school.monitoring.queries.own_record import find_use
from staffroom.web.monitoring import words
from staffroom.web.monitoring.doing import did
from staffroom.web.monitoring.fields import words_field
from staffroom.web.pages import page, permit
from staffroom.web.requests import Request, actor_of


class RemarkForm(forms.Form):
    """What somebody says to which use, and whether they give their name."""

    use = forms.CharField(max_length=120, widget=forms.HiddenInput)
    kind = forms.ChoiceField(
        label=gettext_lazy("What do you want to say?"),
        choices=[(kind.value, said) for kind, said in words.REMARKS.items()],
        widget=forms.RadioSelect,
    )
    words = words_field(
        label=gettext_lazy("In your own words"),
        help_text=gettext_lazy("Those who answer read this. Write no more about yourself than you want to."),
    )
    is_signed = forms.BooleanField(
        label=gettext_lazy("Give my name to those who answer"),
        required=False,
    )


@page(admits=access.anybody, answers=("POST",))
def write_about(request: Request, ref: str) -> HttpResponse:
    """Ask what the person wants to say to one use, and take it when they have said it."""
    assert request.viewer is not None
    permit(owns(request.viewer, ref))
    use = _use(request)
    is_said = "kind" in request.POST or "words" in request.POST
    form = RemarkForm(request.POST if is_said else None, initial={"use": request.POST.get("use", "")})
    if is_said and form.is_valid() and did(form, lambda: _write(request, use, form)):
        messages.success(request, _("Your remark was sent. The answer will stand here with your record."))
        return redirect("own_record", ref=ref)
    shown = {"use": use, "outcome": words.OUTCOMES[use.outcome], "form": form, "ref": ref}
    return render(request, "monitoring/remark.html", shown)


def _use(request: Request) -> HeldUse:
    """Return the use that the request names; one that is not held on this person is not there."""
    assert request.person is not None
    day, _space, rest = request.POST.get("use", "").partition(" ")
    first, _space, service = rest.partition(" ")
    try:
        found = find_use(request.person, day=date.fromisoformat(day), service=service, first=int(first))
    except ValueError:
        found = None
    if found is None:
        raise Http404
    return found


def _write(request: Request, use: HeldUse, form: RemarkForm) -> None:
    given = form.cleaned_data
    said = Said(RemarkKind(given["kind"]), given["words"], given["is_signed"])
    write_remark(by=actor_of(request), at=request.at, use=use, said=said)

"""What was done and read in Staffroom, when and by whom?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from staffroom.rules import access
from staffroom.school.audit.models import Entry
from staffroom.school.audit.reading import Asked, read_log
from staffroom.school.people.queries import names_of
from staffroom.web.audit.acts import Act_Words, acts_by_room
from staffroom.web.pages import page
from staffroom.web.requests import Request, actor_of

ON_A_PAGE: Final = 50


@dataclass(frozen=True, slots=True)
class Line:
    """One entry as a person reads it."""

    entry: Entry
    who: str
    act: str
    about: str
    figures: str


class AskForm(forms.Form):
    """Which act, and on which day."""

    act = forms.ChoiceField(label=_("What was done"), required=False)
    day = forms.DateField(label=_("On which day"), required=False, widget=forms.DateInput({"type": "date"}))

    def __init__(self, given: Mapping[str, Any] | None, choices: Act_Words) -> None:
        super().__init__(given)
        self.fields["act"].choices = [("", gettext("Everything")), *choices]  # type: ignore[attr-defined]


@page(admits=access.reads_audit)
def show_log(request: Request) -> HttpResponse:
    """Show a page of the log, newest first; that it was read is written down as well."""
    form = AskForm(request.GET or None, acts_by_room())
    number = _page_number(request.GET.get("page", ""))
    act, day = _asked(form)
    asked = Asked(act=act, day=day, page=number, on_a_page=ON_A_PAGE)
    entries, is_more = read_log(by=actor_of(request), at=request.at, asked=asked)
    shown = {
        "form": form,
        "lines": _lines(request, entries),
        "number": number,
        "earlier": number + 1 if is_more else None,
        "later": number - 1 if number > 1 else None,
        "asked": f"act={act}&day={day.isoformat() if day else ''}",
    }
    return render(request, "audit/log.html", shown)


def _asked(form: AskForm) -> tuple[str, date | None]:
    if not form.is_valid():
        return "", None
    return form.cleaned_data["act"], form.cleaned_data["day"]


def _page_number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and int(text[:6]) > 0 else 1


def _lines(request: Request, entries: list[Entry]) -> list[Line]:
    """Write entries as people read them; names only for those who keep the list of people anyway."""
    assert request.viewer is not None
    refs = {one.actor for one in entries} | {one.about for one in entries if one.about_kind == "person"}
    names = names_of(refs) if access.keeps_people(request.viewer).allowed else {}
    return [_line(one, names) for one in entries]


def _line(entry: Entry, names: dict[str, str]) -> Line:
    if entry.actor_kind == "system":
        who = gettext("Staffroom itself (%(part)s)") % {"part": entry.actor}
    else:
        who = names.get(entry.actor, entry.actor)
    act = gettext(entry.act.partition(".")[2] or entry.act)
    about = f"{gettext(entry.about_kind)} {names.get(entry.about, entry.about)}".strip()
    figures = ", ".join(f"{name}: {figure}" for name, figure in sorted(entry.figures.items()))
    return Line(entry, who, act[:1].upper() + act[1:], about, figures)

"""What would an import do? And then, if that is right, the import."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from staffroom.readers.rosters.one_roster.package import read_one_roster
from staffroom.records.roster_plans import Plan
from staffroom.records.rosters import Held, RosterSchool
from staffroom.rules import access
from staffroom.rules.roster_plan import plan_import
from staffroom.rules.roster_roles import STAFF_ROLES
from staffroom.school.people.actions.rosters import NobodyWouldKeepPeople, PlanHasChanged
from staffroom.school.people.actions.uploads import choose, import_upload
from staffroom.school.people.models import Person, Upload
from staffroom.school.people.models.upload import Form
from staffroom.school.people.queries.rosters import held_for_roster
from staffroom.school.people.queries.uploads import ROSTER_FILE, read_upload
from staffroom.web.pages import page
from staffroom.web.people.asking import tell
from staffroom.web.people.roster_changes import changes_of
from staffroom.web.people.roster_file import find_upload
from staffroom.web.requests import Request, actor_of, day_of

MOST_SHOWN: Final = 100
FORMS: Final = (Form.ROSTER, Form.TABLE)
CHANGED_MEANWHILE = _("Something has changed since you looked. Look again, and import then.")
LOCKED_OUT = _("After this import nobody could look after people. Make somebody an administrator first.")


@page(admits=access.keeps_people, answers=("GET", "POST"))
def look_at_roster(request: Request, ref: str) -> HttpResponse:
    """Show what an import would do; a POST imports what was shown."""
    upload = find_upload(request, ref, FORMS)
    if request.method == "POST":
        return _import(request, upload)
    return _show(request, upload)


@page(admits=access.keeps_people, answers=("POST",))
def choose_school(request: Request, ref: str) -> HttpResponse:
    """Choose one school of a trust's roster."""
    upload = find_upload(request, ref, (Form.ROSTER,))
    choose(upload=upload, choices={**upload.choices, "school": request.POST.get("school", "")[:200]})
    return redirect("roster_look", upload.ref)


def _import(request: Request, upload: Upload) -> HttpResponse:
    try:
        shown = request.POST.get("shown", "") or "none"
        plan = import_upload(by=actor_of(request), at=request.at, upload=upload, shown=shown)
    except PlanHasChanged:
        return _show(request, upload, CHANGED_MEANWHILE, status=409)
    except NobodyWouldKeepPeople:
        return _show(request, upload, LOCKED_OUT, status=409)
    return tell(request, _told(plan), reverse("people"))


def _show(request: Request, upload: Upload, refusal: Any = "", status: int = 200) -> HttpResponse:
    reading = read_upload(upload, on=day_of(request))
    held = held_for_roster()
    plan = plan_import(reading.roster, held, on=day_of(request))
    shown = {
        "upload": upload,
        "roster": reading.roster,
        "problems": reading.problems,
        "plan": plan,
        "refusal": refusal,
        "most": MOST_SHOWN,
        **_shown_people(plan, held),
        "roles": sorted(STAFF_ROLES.items()),
        "schools": _schools(request, upload),
        "school": upload.choices.get("school", ""),
    }
    return render(request, "people/roster_look.html", shown, status=status)


def _schools(request: Request, upload: Upload) -> tuple[RosterSchool, ...]:
    """Return the schools to choose from, where there are several."""
    if upload.form != Form.ROSTER:
        return ()
    found = read_one_roster(bytes(upload.body), name=ROSTER_FILE, on=day_of(request)).roster.schools
    return found if len(found) > 1 else ()


def _shown_people(plan: Plan, held: Held) -> dict[str, list[dict[str, Any]]]:
    """Return those of the staff whom the page shows, with their names."""
    left, changed = plan.staff.left[:MOST_SHOWN], plan.staff.changed[:MOST_SHOWN]
    gone = plan.staff.gone[:MOST_SHOWN]
    refs = {*(one.ref for one in left), *(one.ref for one in changed), *gone}
    names = {one.ref: one.name for one in Person.objects.filter(ref__in=refs)}
    on_file = {one.ref: one for one in held.staff}
    return {
        "left": [{"name": names[one.ref], "last_day": one.last_day} for one in left],
        "changed": [{"name": names[one.ref], "fields": changes_of(one, on_file[one.ref])} for one in changed],
        "gone": [{"name": names[ref], "ref": ref} for ref in gone],
    }


def _told(plan: Plan) -> str:
    parts = [*_counted(plan.staff, ngettext), *_counted(plan.pupils, _of_pupils)]
    terms = len(plan.terms.added) + len(plan.terms.changed) + len(plan.terms.removed)
    if terms:
        parts.append(
            ngettext("%(n)d term brought up to date", "%(n)d terms brought up to date", terms) % {"n": terms}
        )
    if not parts:
        return gettext("Everything was as the file says already. Nothing was changed.")
    undo = gettext("Whoever left by mistake can be brought back on their own page.")
    return f"{gettext('Imported')}: {', '.join(parts)}. {undo if plan.staff.left else ''}".strip()


def _counted(group: Any, say: Any) -> Iterable[str]:
    for what, one, many in (
        (group.added, "%(n)d person added", "%(n)d people added"),
        (group.changed, "%(n)d person changed", "%(n)d people changed"),
        (group.left, "%(n)d person left", "%(n)d people left"),
    ):
        if what:
            yield say(one, many, len(what)) % {"n": len(what)}


def _of_pupils(one: str, many: str, count: int) -> str:
    words = {
        "%(n)d person added": ngettext("%(n)d pupil added", "%(n)d pupils added", count),
        "%(n)d person changed": ngettext("%(n)d pupil changed", "%(n)d pupils changed", count),
        "%(n)d person left": ngettext("%(n)d pupil left", "%(n)d pupils left", count),
    }
    return words[one]

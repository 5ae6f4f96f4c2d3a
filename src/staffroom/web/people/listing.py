"""Who is in scope of the policy?"""

from __future__ import annotations

from django import forms
from django.core.paginator import Paginator
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _

from staffroom.rules import access
from staffroom.school.audit.actions import record
from staffroom.school.people.acts import Act
from staffroom.school.people.queries.listing import Search, Who, find_people
from staffroom.web.pages import page
from staffroom.web.people.words import POSTS, STANDINGS
from staffroom.web.requests import Request, actor_of, day_of

ON_A_PAGE = 50
SOUGHT = "people_sought"  # what was typed is kept in the session: a name does not belong in an address
ANY = [("", _("Any"))]


class Filters(forms.Form):
    """What the list may be narrowed by; none of it says who somebody is."""

    standing = forms.ChoiceField(label=_("Standing"), required=False, choices=[*ANY, *STANDINGS.items()])
    post = forms.ChoiceField(label=_("Post"), required=False, choices=[*ANY, *POSTS.items()])
    who = forms.ChoiceField(
        label=_("Show"),
        required=False,
        choices=[
            (Who.IN_SCOPE.value, _("People to whom the policy applies")),
            (Who.LEFT.value, _("People who have left")),
            (Who.EVERYBODY.value, _("Everybody")),
        ],
    )

    def search(self, text: str) -> Search:
        """Return what is looked for; a filter that is not understood leaves out nobody."""
        self.is_valid()
        found = self.cleaned_data
        who = Who(found.get("who") or Who.IN_SCOPE)
        return Search(text, found.get("standing", ""), found.get("post", ""), who)


@page(admits=access.keeps_people, answers=("GET", "POST"))
def show_people(request: Request) -> HttpResponse:
    """List people with their standings and posts, a page at a time."""
    if request.method == "POST":
        request.session[SOUGHT] = " ".join(request.POST.get("sought", "").split())[:80]
        return redirect(request.get_full_path().partition("?")[0] + _kept(request))
    sought = request.session.get(SOUGHT, "")
    filters = Filters(request.GET)
    found = Paginator(find_people(filters.search(sought), on=day_of(request)), ON_A_PAGE)
    listed = found.get_page(request.GET.get("page"))
    with transaction.atomic():
        record(by=actor_of(request), at=request.at, act=Act.LISTED, figures={"people": len(listed)})
    shown = {
        "people": listed,
        "filters": Filters(initial=request.GET.dict()),
        "sought": sought,
        "kept": _kept(request),
        "reads_pupils": bool(request.viewer and access.reads_pupils(request.viewer).allowed),
        "is_narrowed": bool(sought or any(request.GET.get(name) for name in Filters.base_fields)),
        "pages": found.get_elided_page_range(listed.number, on_each_side=1, on_ends=1),
    }
    return render(request, "people/list.html", shown)


def _kept(request: Request) -> str:
    """Return the filters as the rest of an address, without the page."""
    query = request.GET.copy()
    query.pop("page", None)
    return f"?{query.urlencode()}" if query else ""

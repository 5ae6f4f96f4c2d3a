"""Who has answered and who has not, for those who keep the policy?"""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from staffroom.rules import access
from staffroom.school.policies.actions.campaigns import ask_again
from staffroom.school.policies.actions.looking import look_at_names
from staffroom.school.policies.queries.campaigns import ON_ONE_PAGE, OVERDUE, last_words, people_in
from staffroom.web.pages import page
from staffroom.web.policies.answers import do
from staffroom.web.policies.finding import asked_or_404, campaign_or_404
from staffroom.web.policies.states import STATES
from staffroom.web.requests import Request, actor_of, day_of

SHOWN = {state: words for state, words in STATES.items() if state != OVERDUE}


@page(admits=access.keeps_policy)
def show_people_asked(request: Request, ref: str) -> HttpResponse:
    """List by name who has answered and who has not; that it was looked at is written down."""
    campaign = campaign_or_404(ref)
    wanted = request.GET.get("state", "pending")
    state = wanted if wanted in SHOWN else ""
    look_at_names(by=actor_of(request), at=request.at, campaign=campaign)
    people = people_in(campaign, on=day_of(request), state=state)
    here = Paginator(people, ON_ONE_PAGE).get_page(request.GET.get("page"))
    words = last_words(here.object_list)
    shown = {
        "campaign": campaign,
        "policy": campaign.version.policy,
        "version": campaign.version,
        "here": here,
        "rows": [(one, words.get(one.pk, "")) for one in here.object_list],
        "state": state,
        "states": SHOWN.items(),
        "said": STATES,
        "today": day_of(request),
    }
    return render(request, "policies/people_asked.html", shown)


@page(admits=access.keeps_policy, answers=("POST",))
def ask_person_again(request: Request, ref: str) -> HttpResponse:
    """Ask somebody again whose answer was settled by mistake."""
    asked = asked_or_404(ref)
    return do(
        request,
        lambda: ask_again(by=actor_of(request), at=request.at, asked=asked),
        _("They are being asked again. What was answered before stays on record."),
        "policy_people_asked",
        asked.campaign.ref,
    )

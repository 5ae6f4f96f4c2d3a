"""How far is the set-up, and where does it go on?"""

from __future__ import annotations

from collections.abc import Iterable

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from staffroom.rules import access
from staffroom.school.people.actions.school import finish_setting_up, mark_step
from staffroom.school.people.queries.school import find_school, has_administrator, is_set_up
from staffroom.school.people.setup_token import opens_setup
from staffroom.web.home.tasks import Task
from staffroom.web.pages import page
from staffroom.web.requests import Request, actor_of
from staffroom.web.setup.admission import WITH_TOKEN, setting_up
from staffroom.web.setup.steps import State, find_step, list_steps, may_finish

MARKS = {State.DONE.value, State.LATER.value}


@page(admits=None)
def begin(request: Request, token: str) -> HttpResponse:
    """Take the printed word out of the address, and go on to the steps."""
    if is_set_up() or has_administrator() or not opens_setup(settings.FOLDER, token):
        return render(request, "setup/ended.html", status=410)
    request.session[WITH_TOKEN] = True
    return redirect("setup")


@setting_up()
def show_steps(request: Request) -> HttpResponse:
    """Show every step and how far it is."""
    school, made = find_school(), has_administrator()
    shown = {
        "steps": list_steps(school, has_administrator=made),
        "may_finish": may_finish(school, has_administrator=made),
    }
    return render(request, "setup/steps.html", shown)


@setting_up(answers=("GET", "POST"))
def show_step(request: Request, name: str) -> HttpResponse:
    """Show what a step is for and lead to its page; remember whether it is done."""
    step = find_step(name)
    if step is None or find_school() is None:
        raise Http404
    mark = request.POST.get("mark", "")
    if mark in MARKS:
        mark_step(step=step.name, state=mark)
        return redirect("setup")
    return render(request, "setup/step.html", {"step": step})


@page(admits=access.keeps_people, answers=("GET", "POST"))
def finish(request: Request) -> HttpResponse:
    """Finish setting up."""
    if request.method != "POST":
        return redirect("setup")
    if may_finish(find_school(), has_administrator=has_administrator()) and not is_set_up():
        finish_setting_up(by=actor_of(request), at=request.at, folder=settings.FOLDER)
        messages.success(request, _("The school is set up."))
    return redirect("home")


def unfinished_setup(request: Request) -> Iterable[Task]:
    """Yield, for those who may, that the set-up is not finished."""
    if request.viewer and access.keeps_people(request.viewer).allowed and not is_set_up():
        yield Task(
            gettext_lazy("Set up the school"),
            reverse("setup"),
            gettext_lazy("Go on where you left off."),
            is_due=True,
            status=gettext_lazy("Not finished"),
        )

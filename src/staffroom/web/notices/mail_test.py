"""Do the school's mail settings work?"""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from staffroom.notifiers.notifier import CannotDeliver
from staffroom.rules import access
from staffroom.school.notices.actions.mail import test_mail
from staffroom.web.notices.reasons import in_words
from staffroom.web.pages import page
from staffroom.web.requests import Request, actor_of


@page(admits=access.keeps_mail, answers=("GET", "POST"))
def send_test(request: Request) -> HttpResponse:
    """Send whoever asks a mail, now, and say what came of it."""
    assert request.person is not None
    if request.method != "POST":  # somebody came back to the address of a test that had failed
        return redirect("notices_mail")
    try:
        test_mail(by=actor_of(request), at=request.at, to=request.person)
    except CannotDeliver as error:
        shown = {"because": in_words(error.reason)}
        return render(request, "notices/test_failed.html", shown, status=502)
    messages.success(request, _("A test is on its way to you. Look whether it arrives."))
    return redirect("notices_mail")

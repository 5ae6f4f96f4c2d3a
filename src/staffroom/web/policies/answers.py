"""How is the office's answer given to the person: done, or not done and why?"""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.functional import Promise

from staffroom.policy.text import NotAPolicyError
from staffroom.readers.documents.document import UnreadableDocumentError
from staffroom.school.policies.refusals import NotDone
from staffroom.web.requests import Request

Said = Promise | str
REFUSALS = (NotDone, UnreadableDocumentError, NotAPolicyError)


def do(request: Request, act: Callable[[], object], done: Said, to: str, *args: object) -> HttpResponse:
    """Do something, say what was done or why it was not, and go on to a page."""
    try:
        act()
    except NotDone as error:
        messages.error(request, " ".join(error.reasons))
    else:
        messages.success(request, str(done))
    return redirect(to, *args)


def is_done(form: Form, act: Callable[[], object]) -> bool:
    """Do something that a form asks for; where the office refuses, put its reasons on the form."""
    if not form.is_valid():
        return False
    try:
        act()
    except REFUSALS as error:
        for reason in getattr(error, "reasons", (str(error),)):
            form.add_error(None, reason)
        return False
    return True

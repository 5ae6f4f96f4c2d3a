"""Is the PDF or the statement of an acknowledgement one that this server signed?"""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render

from staffroom.readers.documents.signed_statement import LARGEST, NoStatementError, Signed, read_signed
from staffroom.rules import access
from staffroom.school.policies.signing import is_ours
from staffroom.web.pages import page
from staffroom.web.policies.answer_forms import CheckForm
from staffroom.web.requests import Request


@page(admits=access.anybody, answers=("GET", "POST"))
def check_statement(request: Request) -> HttpResponse:
    """Say whether a file is an acknowledgement that this server signed, unchanged. Nothing of it is kept."""
    form = CheckForm(request.POST or None, request.FILES or None)
    shown: dict[str, object] = {"form": form}
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        shown |= _check(file.read(LARGEST + 1), form)
    return render(request, "policies/check.html", shown)


def _check(content: bytes, form: CheckForm) -> dict[str, object]:
    try:
        signed: Signed = read_signed(content)
    except NoStatementError as error:
        form.add_error("file", str(error))
        return {}
    return {"signed": signed, "is_ours": is_ours(signed.statement, signed.signature)}

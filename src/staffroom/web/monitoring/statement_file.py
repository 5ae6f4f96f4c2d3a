"""How does one version of a statement read as a PDF, to print, sign and file?"""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse
from django.template.loader import render_to_string

from staffroom.rules import access
from staffroom.rules.monitoring_questions import TITLES, asked
from staffroom.school.monitoring.models import Statement
from staffroom.school.monitoring.queries.safeguards import versions_of
from staffroom.school.people.queries import school_name
from staffroom.web.monitoring.statement import subject_of
from staffroom.web.pages import page
from staffroom.web.pdf import draw_pdf
from staffroom.web.requests import Request


@page(admits=access.governs_monitoring)
def give_statement(request: Request, subject: str, number: int) -> HttpResponse:
    """Give a finished version as a PDF."""
    about = subject_of(subject)
    found = next((one for one in versions_of(about) if one.number == number), None)
    if found is None:
        raise Http404
    text = render_to_string("monitoring/statement_file.html", _shown(found))
    answer = HttpResponse(draw_pdf(text), content_type="application/pdf")
    answer["Content-Disposition"] = f'attachment; filename="{about.value}-{number}.pdf"'
    return answer


def _shown(statement: Statement) -> dict[str, Any]:
    about = subject_of(statement.subject)
    answers = [
        (
            one.title,
            dict(one.choices).get(statement.answers.get(one.name, ""), statement.answers.get(one.name, "")),
        )
        for one in asked(about, statement.answers)
    ]
    return {"statement": statement, "title": TITLES[about], "answers": answers, "school": school_name()}

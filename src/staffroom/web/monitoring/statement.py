"""How is a statement of the monitoring record written, one plain question after the other?"""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from staffroom.records.safeguards import Question, Subject
from staffroom.rules import access
from staffroom.rules.monitoring_questions import QUESTIONS, TITLES, unanswered
from staffroom.school.monitoring.actions.statements import finish_statement, save_statement
from staffroom.school.monitoring.models import Statement
from staffroom.school.monitoring.queries.safeguards import draft_of, versions_of
from staffroom.web.monitoring.doing import did
from staffroom.web.monitoring.fields import LONGEST, words_field
from staffroom.web.pages import page
from staffroom.web.requests import Request, actor_of

ADMITS = access.governs_monitoring


class StatementForm(forms.Form):
    """The questions of a subject. None is required in order to save; all that are asked are, to finish."""

    def __init__(self, subject: Subject, *args: object, **options: object) -> None:
        super().__init__(*args, **options)  # type: ignore[arg-type]
        self.subject = subject
        for question in QUESTIONS[subject]:
            self.fields[question.name] = _field(question, _first_words(subject, question))

    def answers(self) -> dict[str, str]:
        """Return the answers as the office takes them."""
        return {name: str(given) for name, given in self.cleaned_data.items()}

    def complain(self) -> None:
        """Write on each question that still needs an answer that it does."""
        for question in unanswered(self.subject, self.answers()):
            self.add_error(question.name, _("Answer this question."))


def _field(question: Question, condition: str) -> forms.Field:
    hint = " ".join(part for part in (condition, question.hint) if part)
    if question.choices:
        return forms.ChoiceField(
            label=question.title,
            help_text=hint,
            choices=question.choices,
            widget=forms.RadioSelect,
            required=False,
        )
    if question.is_short:
        return forms.CharField(label=question.title, help_text=hint, max_length=LONGEST, required=False)
    return words_field(rows=4, label=question.title, help_text=hint, required=False)


def _first_words(subject: Subject, question: Question) -> str:
    """Say when a question need not be answered, for it is on the page all the same."""
    if not question.asked_if:
        return ""
    other = next(one for one in QUESTIONS[subject] if one.name == question.asked_if[0])
    chosen = dict(other.choices)[question.asked_if[1]]
    return _("Only if you answered “%(chosen)s” to “%(title)s”.") % {"chosen": chosen, "title": other.title}


@page(admits=ADMITS, answers=("GET", "POST"))
def write_statement(request: Request, subject: str) -> HttpResponse:
    """Show the questions of a subject; save what is answered, or finish the version."""
    about = subject_of(subject)
    draft, versions = draft_of(about), versions_of(about)
    form = StatementForm(about, request.POST or None, initial=_initial(draft, versions))
    if request.method == "POST" and form.is_valid():
        done = _finish(request, form) if "finish" in request.POST else _save(request, form)
        if done:
            return redirect("monitoring_record")
    shown = {"subject": about, "title": TITLES[about], "form": form, "draft": draft, "versions": versions}
    return render(request, "monitoring/statement.html", shown)


def subject_of(name: str) -> Subject:
    """Return the subject of this name. Raises Http404 where there is none."""
    try:
        return Subject(name)
    except ValueError:
        raise Http404 from None


def _initial(draft: Statement | None, versions: object) -> dict[str, str]:
    """Begin with the draft, or with the last version where there is none."""
    if draft is not None:
        return dict(draft.answers)
    return dict(versions[0].answers) if versions else {}  # type: ignore[index]


def _save(request: Request, form: StatementForm) -> bool:
    save_statement(by=actor_of(request), at=request.at, subject=form.subject, answers=form.answers())
    messages.success(request, _("What you wrote is saved. You can go on with it later."))
    return True


def _finish(request: Request, form: StatementForm) -> bool:
    form.complain()
    if form.errors:
        save_statement(
            by=actor_of(request), at=request.at, subject=form.subject, answers=_given(form, request)
        )
        return False

    def finish() -> None:
        finish_statement(by=actor_of(request), at=request.at, subject=form.subject, answers=form.answers())

    is_done = did(form, finish)
    if is_done:
        messages.success(request, _("This version is finished and counts from now on."))
    return is_done


def _given(form: StatementForm, request: Request) -> dict[str, str]:
    """Return what was entered; a field with an error is no longer among the cleaned ones."""
    return {name: request.POST.get(name, "")[:LONGEST] for name in form.fields}

"""What is held on the person who is looking, and on nobody else?

The address has the person's own reference. For any other, also one that is nobody's, the answer is the same
refusal, so that it tells nothing. Looking at one's own record is written nowhere.
"""

from __future__ import annotations

from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render

from staffroom.policy.keeping import keeps
from staffroom.records.evidence import Outcome
from staffroom.records.remarks import RemarkKind
from staffroom.rules import access
from staffroom.rules.access import owns
from staffroom.school.monitoring.models import RemarkState
from staffroom.school.monitoring.queries.own_record import WEEK, RecordedUse, own_record, own_week
from staffroom.web.monitoring import words
from staffroom.web.monitoring.weeks import asked_monday, weeks_around
from staffroom.web.pages import page, permit
from staffroom.web.requests import Request


@page(admits=access.anybody)
def go_to_my_record(request: Request) -> HttpResponse:
    """Lead to the person's own record."""
    assert request.viewer is not None
    return redirect("own_record", ref=request.viewer.ref)


@keeps("CON-1", "MON-1")
@page(admits=access.anybody)
def show_record(request: Request, ref: str) -> HttpResponse:
    """Show what is held on the person of one week, by default of the latest that is kept."""
    assert request.viewer is not None
    assert request.person is not None
    permit(owns(request.viewer, ref))
    asked = asked_monday(request)
    record = own_week(request.person, asked)
    shown = {
        "record": record,
        "sunday": record.monday + WEEK if record.monday else None,
        "weeks": weeks_around(record.mondays, record.monday, asked) if record.monday else None,
        "uses": [_drawn(one) for one in record.uses],
        "counted_nowhere": sum(not _stands_first(one) for one in record.uses),
    }
    return render(request, "monitoring/record.html", shown)


@page(admits=access.anybody)
def give_record(request: Request, ref: str) -> HttpResponse:
    """Give all that is held on the person as one JSON file."""
    assert request.viewer is not None
    assert request.person is not None
    permit(owns(request.viewer, ref))
    record = own_record(request.person)
    document = {"kept_days": record.keep_days, "uses": [_written(one) for one in record.uses]}
    answer = JsonResponse(document, json_dumps_params={"indent": 2, "ensure_ascii": False})
    answer["Content-Disposition"] = 'attachment; filename="my-record.json"'
    return answer


def _stands_first(recorded: RecordedUse) -> bool:
    """Say whether a use is shown at once: a visit, or one that something was said to."""
    return recorded.use.outcome is Outcome.VISIT or bool(recorded.remarks)


def _drawn(recorded: RecordedUse) -> dict[str, object]:
    use = recorded.use
    return {
        "use": use,
        "stands_first": _stands_first(recorded),
        "outcome": words.OUTCOMES[use.outcome],
        "figures": use.because[1:],
        "hours": [words.HOURS[one] for one in use.hours],
        "remarks": [
            {
                "remark": one,
                "kind": words.REMARKS[RemarkKind(one.kind)],
                "state": words.ANSWERS[RemarkState(one.state)],
            }
            for one in recorded.remarks
        ],
    }


def _written(recorded: RecordedUse) -> dict[str, object]:
    use = recorded.use
    return {
        "service": use.title,
        "day": use.day.isoformat(),
        "from": use.begins.isoformat(),
        "to": use.ends.isoformat(),
        "judged": use.outcome.value,
        "because": list(use.because),
        "minutes_at_least": use.least_minutes,
        "minutes_at_most": use.most_minutes,
        "hours": [one.value for one in use.hours],
        "school_purpose": use.purpose.because if use.purpose.allowed else None,
        "deleted_on": use.goes_on.isoformat(),
        "remarks": [
            {
                "kind": one.kind,
                "words": one.words,
                "written_at": one.written_at.isoformat(),
                "answer_due_on": one.due_on.isoformat(),
                "state": one.state,
                "answer": one.answer,
                "answered_at": one.answered_at.isoformat() if one.answered_at else None,
            }
            for one in recorded.remarks
        ],
    }

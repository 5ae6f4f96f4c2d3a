"""Which remarks wait for an answer, and which were found right?"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, timedelta

from staffroom.records.remarks import AcceptedRemark, RemarkKind
from staffroom.school.monitoring.models import Remark, RemarkState


def waiting_remarks() -> Sequence[Remark]:
    """Return the remarks that wait for an answer, the oldest first."""
    return list(
        Remark.objects.filter(state=RemarkState.WAITING)
        .select_related("signed_by")
        .order_by("written_at", "id")
    )


def accepted_remarks(monday: date) -> tuple[AcceptedRemark, ...]:
    """Return the remarks on a week that were found right, as the judgement takes them."""
    return tuple(_accepted(one) for one in Remark.objects.filter(monday=monday, state=RemarkState.ACCEPTED))


def remarks_of(codes: dict[date, int]) -> Sequence[Remark]:
    """Return the remarks made under somebody's codes, by week."""
    words = {format(code, "016x") for code in codes.values()}
    found = Remark.objects.filter(who__in=words, monday__in=codes).select_related("answered_by")
    return [one for one in found if codes.get(one.monday) == int(one.who, 16)]


def weeks_with_answers(*, since: date) -> Collection[date]:
    """Return the Mondays of the weeks on which a remark was answered since a day."""
    answered = Remark.objects.filter(answered_at__date__gte=since - timedelta(days=1))
    return set(answered.values_list("monday", flat=True))


def as_accepted(remarks: Sequence[Remark]) -> tuple[AcceptedRemark, ...]:
    """Return those of some remarks that were found right, as the judgement takes them."""
    return tuple(_accepted(one) for one in remarks if one.state == RemarkState.ACCEPTED)


def _accepted(remark: Remark) -> AcceptedRemark:
    return AcceptedRemark(
        int(remark.who, 16), remark.service, remark.first, remark.last, RemarkKind(remark.kind), remark.answer
    )

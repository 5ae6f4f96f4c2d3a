"""What does the notice to staff say now, and who has read it?"""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import Exists, OuterRef

from staffroom.readers.logs.shelf import format_named
from staffroom.records.safeguards import Subject
from staffroom.rules.monitoring_notice import NoticeFacts, Section, write_notice
from staffroom.school.monitoring.models import LogSource, NoticeSeen, NoticeVersion, Statement
from staffroom.school.monitoring.queries.record import catalogue_record, school_row
from staffroom.school.monitoring.queries.safeguards import monitoring_settings, switch
from staffroom.school.people.models import Person

ANY_FORMAT = "logs in a form that is recognised by itself"


def notice_now() -> tuple[Section, ...]:
    """Write the notice from what is really set and really runs."""
    settings, row = monitoring_settings(), school_row()
    words = _own_words()
    return write_notice(
        NoticeFacts(
            school=row.name,
            is_on=switch().is_on,
            why=words.get("why", ""),
            contact=words.get("contact", "").rstrip("."),
            services=len(catalogue_record().services),
            kinds_of_log=_kinds_of_log(),
            keep_days=row.keep_days,
            smallest_cohort=row.smallest_cohort,
            answer_days=settings.answer_days,
            publish_after_days=settings.publish_after_days,
        )
    )


def latest_notice() -> NoticeVersion | None:
    """Return the notice that people are shown; None while monitoring was never on."""
    return NoticeVersion.objects.order_by("-id").first()


def is_notice_unread(person: Person) -> bool:
    """Say whether there is a notice that this person has not read as it is now. One query."""
    seen = NoticeSeen.objects.filter(version=OuterRef("pk"), person=person)
    latest = (
        NoticeVersion.objects.order_by("-id").annotate(is_seen=Exists(seen)).values_list("is_seen", flat=True)
    )
    return latest.first() is False


def notices_read_by(person: Person) -> Sequence[NoticeSeen]:
    """Return the notices that a person has read, the latest first."""
    return list(NoticeSeen.objects.filter(person=person).select_related("version"))


def _own_words() -> dict[str, str]:
    finished = Statement.objects.filter(subject=Subject.NOTICE.value, finished_at__isnull=False)
    answers = finished.order_by("-number").values_list("answers", flat=True).first()
    return dict(answers or {})


def _kinds_of_log() -> tuple[str, ...]:
    """Name the formats of the sources that are read, each once, never their places."""
    names = LogSource.objects.filter(is_read=True).order_by("format").values_list("format", flat=True)
    found = [(format_named(name), name) for name in dict.fromkeys(names)]
    return tuple(one.title if one else ANY_FORMAT for one, _ in found)

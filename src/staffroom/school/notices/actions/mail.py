"""How is the school's mail set up, tried out, and set going again?"""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from staffroom.notifiers.kinds.email import EmailNotifier
from staffroom.notifiers.message import MailServer, Message
from staffroom.notifiers.notifier import CannotDeliver, Reason
from staffroom.records.actors import Actor
from staffroom.school.audit.actions import record
from staffroom.school.notices.actions.delivering import bring_forward
from staffroom.school.notices.acts import Act
from staffroom.school.notices.models import Delivery, MailSettings, Notice, Stage, State
from staffroom.school.notices.secrets import MAIL_PASSWORD, forget_secret, keep_secret
from staffroom.school.notices.ways import ONLY, outgoing
from staffroom.school.people.models import Person
from staffroom.school.people.queries import school_name
from staffroom.school.people.references import make_reference


@transaction.atomic
def set_mail(
    *, by: Actor, at: datetime, server: MailServer, may_reach_inside: bool, keeps_password: bool = False
) -> None:
    """Set up the school's mail server; what waited for one goes with the next round.

    The password is kept apart, as a secret; `keeps_password` leaves the one that is there.
    """
    MailSettings.objects.update_or_create(
        pk=ONLY,
        defaults={
            "host": server.host,
            "port": server.port,
            "security": server.security.value,
            "user": server.user,
            "sender": server.sender,
            "sender_name": server.sender_name,
            "may_reach_inside": may_reach_inside,
            "changed_at": at,
        },
    )
    bring_forward(at=at)
    record(by=by, at=at, act=Act.MAIL_SET)
    if not (keeps_password and server.user):
        _keep_password(server.password)


def _keep_password(password: str) -> None:
    if password:
        keep_secret(MAIL_PASSWORD, password)
    else:
        forget_secret(MAIL_PASSWORD)


def test_mail(*, by: Actor, at: datetime, to: Person) -> None:
    """Send a person a mail through the school's server, now. Raises CannotDeliver."""
    message = Message(
        ref=f"{make_reference()}.test",
        to=to.email,
        subject=_("A test from Staffroom"),
        body=_("This shows that the school's mail settings work. There is nothing to do."),
        school=school_name(),
        written_at=at,
    )
    try:
        EmailNotifier(outgoing().mail).deliver(message)
    except CannotDeliver:
        _write_down(by, at, arrived=False)
        raise
    _write_down(by, at, arrived=True)


@transaction.atomic
def _write_down(by: Actor, at: datetime, *, arrived: bool) -> None:
    record(by=by, at=at, act=Act.MAIL_TESTED, figures={"arrived": arrived})


@transaction.atomic
def try_refused_again(*, by: Actor, at: datetime) -> int:
    """Let every refused notice go once more, where it was refused, and return how many."""
    refused = Notice.objects.filter(state=State.REFUSED).exclude(because=Reason.LINK_OVER.value)
    Delivery.objects.filter(notice__in=refused, stage=Stage.REFUSED).delete()
    count = refused.update(state=State.WAITING, next_try_at=at, settled_at=None, tries=0, because="")
    record(by=by, at=at, act=Act.TRIED_AGAIN, figures={"notices": count})
    return count

"""How the school's mail goes out."""

from __future__ import annotations

from django.db import models

from staffroom.notifiers.message import Security
from staffroom.records.privacy import Lifetime, housekeeping


class MailSettings(models.Model):
    """The school's mail server, but for the password, which is a secret of the school's folder.

    `may_reach_inside` says whether the addresses that people add may lead into the school's own network.
    """

    host = models.CharField(max_length=253)
    port = models.PositiveIntegerField(default=587)
    security = models.CharField(max_length=10, choices=[(one.value, one.value) for one in Security])
    user = models.CharField(max_length=254, blank=True)
    sender = models.CharField(max_length=254)
    sender_name = models.CharField(max_length=120, blank=True)
    may_reach_inside = models.BooleanField(default=False)
    changed_at = models.DateTimeField()

    class Privacy:
        """The account is the school's own."""

        host = housekeeping(Lifetime.SCHOOL)
        port = housekeeping(Lifetime.SCHOOL)
        security = housekeeping(Lifetime.SCHOOL)
        user = housekeeping(Lifetime.SCHOOL)
        sender = housekeeping(Lifetime.SCHOOL)
        sender_name = housekeeping(Lifetime.SCHOOL)
        may_reach_inside = housekeeping(Lifetime.SCHOOL)
        changed_at = housekeeping(Lifetime.SCHOOL)

    class Meta:
        """There is only one."""

        constraints = (models.CheckConstraint(condition=models.Q(pk=1), name="mail_only_one"),)

    def __str__(self) -> str:
        return self.host

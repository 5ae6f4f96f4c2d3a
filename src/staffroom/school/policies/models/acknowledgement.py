"""What somebody said to a version, or what is recorded of them."""

from __future__ import annotations

from django.db import models

from staffroom.records.privacy import Lifetime, content, housekeeping, identifies, pseudonym
from staffroom.records.versions import Answer
from staffroom.school.people.models import Person
from staffroom.school.people.references import make_reference
from staffroom.school.policies.models.asked import Asked


class Acknowledgement(models.Model):
    """One answer; it only grows, so that a later answer stands beside the earlier one.

    `text_hash` is that of the words that were shown, `bundle` the codes of the standards and the titles of
    the documents shown with them. `recorded_by` is the second person of a paper acknowledgement or an
    exemption, else None; `scan` the hash of the scan; `signed_on` the day on the paper. `signature` and
    `key` are what the person's PDF carries.
    """

    ref = models.CharField(max_length=16, unique=True, default=make_reference, editable=False)
    asked = models.ForeignKey(Asked, on_delete=models.PROTECT, related_name="answers")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="acknowledgements")
    answer = models.CharField(max_length=10, choices=[(one.value, one.value) for one in Answer])
    reason = models.TextField(blank=True)
    text_hash = models.CharField(max_length=64)
    bundle = models.JSONField(default=list)
    at = models.DateTimeField()
    signed_on = models.DateField(null=True, blank=True)
    recorded_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    scan = models.CharField(max_length=64, blank=True)
    scan_kind = models.CharField(max_length=4, blank=True)
    signature = models.CharField(max_length=100)
    key = models.CharField(max_length=60)

    class Privacy:
        """An acknowledgement is the person's as much as the school's."""

        ref = housekeeping(Lifetime.ACKNOWLEDGEMENTS, is_shown=True)
        asked = housekeeping(Lifetime.ACKNOWLEDGEMENTS)
        person = identifies(Lifetime.ACKNOWLEDGEMENTS)
        answer = content(Lifetime.ACKNOWLEDGEMENTS)
        reason = content(Lifetime.ACKNOWLEDGEMENTS)
        text_hash = housekeeping(Lifetime.ACKNOWLEDGEMENTS, is_shown=True)
        bundle = housekeeping(Lifetime.ACKNOWLEDGEMENTS, is_shown=True)
        at = housekeeping(Lifetime.ACKNOWLEDGEMENTS, is_shown=True)
        signed_on = housekeeping(Lifetime.ACKNOWLEDGEMENTS, is_shown=True)
        recorded_by = identifies(Lifetime.ACKNOWLEDGEMENTS)
        scan = content(Lifetime.ACKNOWLEDGEMENTS)
        scan_kind = housekeeping(Lifetime.ACKNOWLEDGEMENTS)
        signature = pseudonym(Lifetime.ACKNOWLEDGEMENTS)
        key = housekeeping(Lifetime.ACKNOWLEDGEMENTS, is_shown=True)

    class Meta:
        """A person's own are looked up newest first."""

        ordering = ("-id",)
        indexes = (models.Index(fields=["person", "-id"], name="acknowledgement_person"),)
        constraints = (
            models.CheckConstraint(
                condition=~models.Q(answer=Answer.ON_PAPER.value)
                | (models.Q(recorded_by__isnull=False) & ~models.Q(scan="")),
                name="paper_has_a_second_person_and_a_scan",
            ),
            models.CheckConstraint(
                condition=models.Q(recorded_by__isnull=True) | ~models.Q(recorded_by=models.F("person")),
                name="nobody_records_their_own",
            ),
        )

    def __str__(self) -> str:
        return self.answer

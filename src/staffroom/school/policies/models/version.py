"""One version of a policy."""

from __future__ import annotations

from django.db import models

from staffroom.records.privacy import Lifetime, housekeeping
from staffroom.records.versions import VersionState
from staffroom.school.people.references import make_reference
from staffroom.school.policies.models.policy import Policy


class Version(models.Model):
    """A version: its state, what its front page says, and the hash of its words.

    Dates of the front page are as precise as they were written: "2021", "2021-02" or "2021-02-28"; the last
    day that the review date can mean is beside it. `after` is what follows the last piece. `text_hash` is the
    SHA-256 of the whole text; `source_hash` that of the text as it was imported. `round` counts the
    approvals asked for; `elsewhere` says of what ACAS advises to say which other document says it.
    """

    ref = models.CharField(max_length=16, unique=True, default=make_reference, editable=False)
    policy = models.ForeignKey(Policy, on_delete=models.PROTECT, related_name="versions")
    before = models.ForeignKey("self", on_delete=models.PROTECT, related_name="later", null=True, blank=True)
    state = models.CharField(
        max_length=12,
        choices=[(one.value, one.value) for one in VersionState],
        default=VersionState.DRAFT.value,
    )
    title = models.CharField(max_length=300, blank=True)
    number = models.CharField(max_length=40, blank=True)
    issued = models.CharField(max_length=10, blank=True)
    approved = models.CharField(max_length=10, blank=True)
    review_by = models.CharField(max_length=10, blank=True)
    review_last_day = models.DateField(null=True, blank=True)
    approved_by = models.CharField(max_length=160, blank=True)
    owner_words = models.CharField(max_length=160, blank=True)
    after = models.TextField(blank=True)
    text_hash = models.CharField(max_length=64, blank=True)
    source_hash = models.CharField(max_length=64, blank=True)
    source_file = models.CharField(max_length=64, blank=True)
    source_kind = models.CharField(max_length=10, blank=True)
    summary = models.TextField(blank=True)
    elsewhere = models.JSONField(default=dict)
    not_consulted_because = models.TextField(blank=True)
    consulted_until = models.DateField(null=True, blank=True)
    was_consulted = models.BooleanField(default=False)
    round = models.PositiveSmallIntegerField(default=0)
    made_at = models.DateTimeField()
    in_force_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Privacy:
        """The words of a policy are about nobody."""

        ref = housekeeping(Lifetime.POLICY)
        policy = housekeeping(Lifetime.POLICY)
        before = housekeeping(Lifetime.POLICY)
        state = housekeeping(Lifetime.POLICY)
        title = housekeeping(Lifetime.POLICY)
        number = housekeeping(Lifetime.POLICY)
        issued = housekeeping(Lifetime.POLICY)
        approved = housekeeping(Lifetime.POLICY)
        review_by = housekeeping(Lifetime.POLICY)
        review_last_day = housekeeping(Lifetime.POLICY)
        approved_by = housekeeping(Lifetime.POLICY)
        owner_words = housekeeping(Lifetime.POLICY)
        after = housekeeping(Lifetime.POLICY)
        text_hash = housekeeping(Lifetime.POLICY)
        source_hash = housekeeping(Lifetime.POLICY)
        source_file = housekeeping(Lifetime.POLICY)
        source_kind = housekeeping(Lifetime.POLICY)
        summary = housekeeping(Lifetime.POLICY)
        elsewhere = housekeeping(Lifetime.POLICY)
        not_consulted_because = housekeeping(Lifetime.POLICY)
        consulted_until = housekeeping(Lifetime.POLICY)
        was_consulted = housekeeping(Lifetime.POLICY)
        round = housekeeping(Lifetime.POLICY)
        made_at = housekeeping(Lifetime.POLICY)
        in_force_at = housekeeping(Lifetime.POLICY)
        ended_at = housekeeping(Lifetime.POLICY)

    class Meta:
        """The newest comes first; one version of a policy is in force at a time."""

        ordering = ("-made_at", "-id")
        indexes = (models.Index(fields=["state", "review_last_day"], name="version_review"),)
        constraints = (
            models.UniqueConstraint(
                fields=["policy"],
                condition=models.Q(state=VersionState.IN_FORCE.value),
                name="version_in_force_once",
            ),
        )

    def __str__(self) -> str:
        return self.number or self.ref

"""The school itself, and what it has decided."""

from __future__ import annotations

from django.db import models

from staffroom.records.calendar import Nation
from staffroom.records.privacy import Lifetime, housekeeping


class Colour(models.TextChoices):
    """The colours that a school may give to the head of its pages; white is legible on all of them."""

    PETROL = "petrol"
    NAVY = "navy"
    GREEN = "green"
    MAROON = "maroon"
    PURPLE = "purple"
    BLACK = "black"


class School(models.Model):
    """The one school that this Staffroom serves.

    `steps` says of the first steps which are done or left for later; `set_up_at` is when they were finished,
    None while they are not.
    """

    name = models.CharField(max_length=120)
    nation = models.CharField(
        max_length=3, choices=[(one.value, one.value) for one in Nation], default=Nation.ENGLAND.value
    )
    address = models.TextField(blank=True)
    colour = models.CharField(max_length=10, choices=Colour.choices, default=Colour.PETROL)
    smallest_cohort = models.PositiveSmallIntegerField(default=5)
    keep_days = models.PositiveSmallIntegerField(default=90)
    steps = models.JSONField(default=dict, blank=True)
    set_up_at = models.DateTimeField(null=True, blank=True)

    class Privacy:
        """Nothing here is about a person."""

        name = housekeeping(Lifetime.SCHOOL)
        nation = housekeeping(Lifetime.SCHOOL)
        address = housekeeping(Lifetime.SCHOOL)
        colour = housekeeping(Lifetime.SCHOOL)
        smallest_cohort = housekeeping(Lifetime.SCHOOL)
        keep_days = housekeeping(Lifetime.SCHOOL)
        steps = housekeeping(Lifetime.SCHOOL)
        set_up_at = housekeeping(Lifetime.SCHOOL)

    class Meta:
        """There is only one."""

        constraints = (models.CheckConstraint(condition=models.Q(pk=1), name="school_only_one"),)

    def __str__(self) -> str:
        return self.name

"""What somebody who answers for a policy replies to a question about it."""

from __future__ import annotations

from django.db import models

from staffroom.records.privacy import Lifetime, content, housekeeping, identifies
from staffroom.school.people.models import Person
from staffroom.school.policies.models.acknowledgement import Acknowledgement


class QuestionReply(models.Model):
    """The one reply to one question; it only grows, and whoever wants to know more asks again."""

    question = models.OneToOneField(Acknowledgement, on_delete=models.PROTECT, related_name="reply")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    text = models.TextField()
    at = models.DateTimeField()

    class Privacy:
        """A reply is kept as long as the question."""

        question = housekeeping(Lifetime.ACKNOWLEDGEMENTS)
        person = identifies(Lifetime.ACKNOWLEDGEMENTS)
        text = content(Lifetime.ACKNOWLEDGEMENTS)
        at = housekeeping(Lifetime.ACKNOWLEDGEMENTS, is_shown=True)

    def __str__(self) -> str:
        return f"Reply of {self.at:%d %B %Y}"

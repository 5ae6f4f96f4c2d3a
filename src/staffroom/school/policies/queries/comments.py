"""What was said to a draft?"""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import Q

from staffroom.school.people.models import Person
from staffroom.school.policies.models import Comment, Version

MOST_COMMENTS = 500  # on one draft, on one page


def comments_on(version: Version, *, own: Person | None = None) -> Sequence[Comment]:
    """Return the comments with their answers; with `own`, that person's and all that are answered."""
    comments = version.comments.select_related("person", "reply__person")
    if own is not None:
        comments = comments.filter(Q(person=own) | Q(reply__isnull=False))
    return list(comments[:MOST_COMMENTS])


def find_comment(ref: str) -> Comment | None:
    """Return the comment of a reference, with its version."""
    return Comment.objects.select_related("version__policy", "person").filter(ref=ref).first()

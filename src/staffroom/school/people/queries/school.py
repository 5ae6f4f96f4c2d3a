"""What has the school decided, and is it set up?"""

from __future__ import annotations

from staffroom.records.posts import Post
from staffroom.school.people.models import PostHeld, School


def find_school() -> School | None:
    """Return the school; None before anybody has described it."""
    return School.objects.first()


def is_set_up() -> bool:
    """Say whether the first steps are finished."""
    return School.objects.filter(set_up_at__isnull=False).exists()


def has_administrator() -> bool:
    """Say whether somebody has been made administrator."""
    return PostHeld.objects.filter(post=Post.ADMINISTRATOR).exists()

"""Who is looking at a page, as far as rules need to know?"""

from __future__ import annotations

from dataclasses import dataclass

from staffroom.records.people import Standing
from staffroom.records.posts import Post


@dataclass(frozen=True, slots=True)
class Viewer:
    """Somebody who has signed in: which standings and posts they hold today.

    `ref` is the person's reference. `is_second_factor_given` says whether a passkey or a code was used as
    well as the password.
    """

    ref: str
    standings: frozenset[Standing] = frozenset()
    posts: frozenset[Post] = frozenset()
    is_second_factor_given: bool = False

    @property
    def is_in_scope(self) -> bool:
        """Say whether the policy binds this person today (clause ABT-2)."""
        return bool(self.standings)

    def holds(self, *posts: Post) -> bool:
        """Say whether the person holds any of these posts."""
        return not self.posts.isdisjoint(posts)

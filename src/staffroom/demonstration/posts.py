"""Which of the made people hold which posts?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from staffroom.demonstration.staff import Colleague
from staffroom.records.posts import Post

# By job: the posts of the first holder, the second, and so on.
POSTS: Final[dict[str, tuple[tuple[Post, ...], ...]]] = {
    "headteacher": ((Post.HEADTEACHER,),),
    "deputy headteacher": ((Post.DEPUTY, Post.SAFEGUARDING_LEAD), (Post.ASSISTANT,)),
    "business director": ((Post.LEADERSHIP, Post.POLICY_OWNER),),
    "office": ((Post.ADMINISTRATOR,), (Post.DATA_PROTECTION,)),
    "site": ((Post.NETWORK,),),
    "governor": ((Post.CHAIR,), (Post.SAFEGUARDING_GOVERNOR,)),
}


def give_posts(colleagues: Sequence[Colleague]) -> Iterator[tuple[Colleague, Post]]:
    """Yield who holds which post, in the order of the people; somebody may hold two."""
    turn: dict[str, int] = {}
    for colleague in colleagues:
        if not colleague.here:
            continue
        title = colleague.job.title
        place = turn[title] = turn.get(title, -1) + 1
        for post in POSTS.get(title, ())[place : place + 1]:
            yield from ((colleague, one) for one in post)

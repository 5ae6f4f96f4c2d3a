"""What do other people's pages load from social networks, though nobody visits one?"""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import Final

from staffroom.demonstration.exchanges import Exchange, Fetch, draw_all, exchange
from staffroom.demonstration.manners import FACEBOOK_PICTURES

# Every figure is our assumption. In a public trace of real TLS names (WRCCDC 2018) six social names of ten
# were hosts that exist only to be embedded, most of them Facebook's and Twitter's. Sizes have long tails on
# purpose: an embedded feed or video is as large as a visit.


@dataclass(frozen=True, slots=True)
class Embed:
    """A widget, pixel or player: the share of sites that have it, and of their pages that load it."""

    name: str
    sites: float
    pages: float
    exchanges: tuple[Exchange, ...]


EMBEDS: Final = (
    Embed(
        "facebook pixel",
        0.26,
        0.9,
        (
            exchange("connect.facebook.net", median=45, sigma=1.0, likelihood=0.6),
            exchange("www.facebook.com", median=1.6, sigma=0.9, after=0.9),  # GET /tr
        ),
    ),
    Embed(
        "facebook like button",
        0.06,
        0.8,
        (
            exchange("connect.facebook.net", median=80, sigma=0.6, likelihood=0.6),
            exchange("www.facebook.com", median=28, sigma=0.7, after=0.7),
            exchange("static.xx.fbcdn.net", median=60, sigma=1.0, likelihood=0.7, after=1),
        ),
    ),
    Embed(
        "facebook page feed",
        0.025,
        0.5,
        (
            exchange("connect.facebook.net", median=80, sigma=0.6, likelihood=0.6),
            exchange("www.facebook.com", median=110, sigma=0.8, after=0.7),
            exchange("static.xx.fbcdn.net", median=220, sigma=0.9, likelihood=0.8, after=1),
            exchange(FACEBOOK_PICTURES, median=320, sigma=1.2, likelihood=0.9, after=1.3),
        ),
    ),
    Embed(
        "tweet button",
        0.07,
        0.7,
        (
            exchange("platform.twitter.com", median=40, sigma=0.8),
            exchange("syndication.twitter.com", median=2.5, sigma=0.7, likelihood=0.8, after=0.8),
        ),
    ),
    Embed(
        "tweet in an article",
        0.03,
        0.35,
        (
            exchange("platform.twitter.com", median=110, sigma=0.6),
            exchange("cdn.syndication.twimg.com", median=6, sigma=0.8, after=0.8),
            exchange("pbs.twimg.com", median=90, sigma=1.2, likelihood=0.7, after=1.2),
            exchange("video.twimg.com", median=800, sigma=1.0, likelihood=0.12, after=1.6),
        ),
    ),
    Embed(
        "linkedin insight",
        0.08,
        0.9,
        (
            exchange("snap.licdn.com", median=14, sigma=0.5, likelihood=0.5),
            exchange("px.ads.linkedin.com", median=1.4, sigma=0.6, after=0.7),
            exchange("www.linkedin.com", median=1.2, sigma=0.6, likelihood=0.3, after=0.9),
        ),
    ),
    Embed(
        "youtube player",
        0.07,
        0.3,
        (
            exchange("www.youtube.com", median=310, sigma=0.7),
            exchange("i.ytimg.com", median=45, sigma=0.7, likelihood=0.9, after=0.8),
            exchange("rr2---sn-cu-aigss.googlevideo.com", median=5200, sigma=1.3, likelihood=0.2, after=6),
        ),
    ),
    Embed(
        "youtube without cookies", 0.03, 0.3, (exchange("www.youtube-nocookie.com", median=280, sigma=0.7),)
    ),
    Embed(
        "instagram post",
        0.02,
        0.4,
        (
            exchange("www.instagram.com", median=75, sigma=0.7),
            exchange("static.cdninstagram.com", median=140, sigma=0.9, likelihood=0.7, after=0.7),
            exchange("scontent-lhr8-1.cdninstagram.com", median=260, sigma=1.1, likelihood=0.9, after=1.1),
        ),
    ),
    Embed("tiktok pixel", 0.07, 0.9, (exchange("analytics.tiktok.com", median=24, sigma=0.9),)),
    Embed("pinterest tag", 0.05, 0.8, (exchange("ct.pinterest.com s.pinimg.com", median=9, sigma=1.0),)),
    Embed("reddit pixel", 0.03, 0.9, (exchange("alb.reddit.com www.redditstatic.com", median=7, sigma=0.9),)),
)

SIGN_IN_ELSEWHERE: Final = (  # "Continue with Facebook": a person acts, but visits another site
    exchange("www.facebook.com", median=190, sigma=0.6),
    exchange("static.xx.fbcdn.net", median=160, sigma=1.1, likelihood=0.8, after=0.5),
)
SIGN_IN_WITH_GOOGLE: Final = (exchange("accounts.google.com", median=240, sigma=0.6),)
LINK_IN_A_MESSAGE: Final = (exchange("t.co lnkd.in", median=0.5, sigma=0.4),)


def draw_embeds(embeds: tuple[Embed, ...], chance: Random, at: int) -> list[Fetch]:
    """Draw what the embeds of a site load when one of its pages opens."""
    return [
        fetch
        for embed in embeds
        if chance.random() < embed.pages
        for fetch in draw_all(embed.exchanges, chance, at + chance.randrange(300, 2500))
    ]

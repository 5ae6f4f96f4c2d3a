"""What does it look like on the network when somebody uses a service in a browser or an app?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from staffroom.demonstration.chance import Spread
from staffroom.demonstration.exchanges import Exchange, exchange

# Every figure of this table is our assumption: kilobytes are log-normal with the median and sigma given,
# "acting" is one act of a person (a scroll, a click, a message), "idling" is one poll of a tab left open.
# Host names are those that the services' own pages and apps are known to use; a share of every service's
# octets is small, because browsers keep most pictures and scripts from the last visit.

BETWEEN_ACTS: Final = Spread(16, 0.9, least=1, most=240)


@dataclass(frozen=True, slots=True)
class Manner:
    """How a service is used: `weight` says how often it is chosen, `pause` the seconds between two acts.

    `poll` is the seconds between two polls of a page that is open. `hidden` is for a service whose name
    the log never shows, because the hello is encrypted.
    """

    service: str
    weight: float
    opening: tuple[Exchange, ...]
    acting: tuple[Exchange, ...]
    idling: tuple[Exchange, ...] = ()
    pause: Spread = BETWEEN_ACTS
    poll: float = 75
    hidden: bool = False


FACEBOOK_PICTURES: Final = (
    "scontent-lhr8-1.xx.fbcdn.net scontent-lhr8-2.xx.fbcdn.net scontent-man2-1.xx.fbcdn.net"
)
FACEBOOK: Final = Manner(
    "facebook",
    30,
    opening=(
        exchange("www.facebook.com", median=160, sigma=0.8),
        exchange("static.xx.fbcdn.net", median=120, sigma=1.4, after=0.4),
        exchange(FACEBOOK_PICTURES, median=350, sigma=1.0, likelihood=0.95, after=0.8),
        exchange("edge-chat.facebook.com gateway.facebook.com", median=3, sigma=0.6, likelihood=0.8, after=2),
    ),
    acting=(
        exchange("www.facebook.com", median=28, sigma=0.9),
        exchange(FACEBOOK_PICTURES, median=140, sigma=1.1, likelihood=0.8, after=0.5),
        exchange("video-lhr8-1.xx.fbcdn.net", median=900, sigma=1.1, likelihood=0.15, after=1),
    ),
    idling=(
        exchange("www.facebook.com", median=2.5, sigma=0.9),
        exchange("edge-chat.facebook.com", median=0.6, sigma=0.5, likelihood=0.8),
        exchange(FACEBOOK_PICTURES, median=40, sigma=1.2, likelihood=0.04),
    ),
)
INSTAGRAM: Final = Manner(
    "instagram",
    14,
    opening=(
        exchange("www.instagram.com", median=120, sigma=0.7),
        exchange("static.cdninstagram.com", median=90, sigma=1.3, after=0.4),
        exchange("scontent-lhr8-1.cdninstagram.com", median=600, sigma=0.9, likelihood=0.95, after=0.8),
    ),
    acting=(
        exchange("www.instagram.com", median=18, sigma=0.9),
        exchange("scontent-lhr8-1.cdninstagram.com", median=300, sigma=1.1, likelihood=0.85, after=0.5),
    ),
    idling=(exchange("www.instagram.com", median=2, sigma=0.8),),
)
X: Final = Manner(
    "x",
    12,
    opening=(
        exchange("x.com", median=70, sigma=0.7),
        exchange("abs.twimg.com", median=110, sigma=1.3, likelihood=0.8, after=0.4),
        exchange("api.x.com", median=90, sigma=0.8, after=0.8),
        exchange("pbs.twimg.com", median=220, sigma=1.0, likelihood=0.9, after=1),
    ),
    acting=(
        exchange("x.com api.x.com", median=22, sigma=0.8),
        exchange("pbs.twimg.com", median=120, sigma=1.1, likelihood=0.7, after=0.5),
        exchange("video.twimg.com", median=1100, sigma=1.0, likelihood=0.12, after=1),
    ),
    idling=(exchange("api.x.com", median=3, sigma=0.8),),
    poll=45,
)
LINKEDIN: Final = Manner(
    "linkedin",
    7,
    opening=(
        exchange("www.linkedin.com", median=140, sigma=0.7),
        exchange("static.licdn.com", median=130, sigma=1.3, after=0.4),
        exchange("media.licdn.com", median=180, sigma=1.0, likelihood=0.9, after=0.8),
    ),
    acting=(
        exchange("www.linkedin.com", median=30, sigma=0.9),
        exchange("media.licdn.com", median=70, sigma=1.0, likelihood=0.6, after=0.5),
    ),
    idling=(exchange("www.linkedin.com", median=1.5, sigma=0.7),),
)
YOUTUBE: Final = Manner(  # every act plays on for a while: the player fetches the next seconds by itself
    "youtube",
    12,
    opening=(
        exchange("www.youtube.com", median=420, sigma=0.6),
        exchange("i.ytimg.com", median=160, sigma=0.8, after=0.6),
        exchange("rr3---sn-aigl6nzs.googlevideo.com", median=2200, sigma=0.8, likelihood=0.9, after=1),
    ),
    acting=(
        exchange("rr3---sn-aigl6nzs.googlevideo.com", median=2600, sigma=0.8),
        exchange("www.youtube.com", median=14, sigma=0.9, likelihood=0.6),
        exchange("i.ytimg.com", median=60, sigma=1.0, likelihood=0.2),
    ),
    idling=(exchange("www.youtube.com", median=1.2, sigma=0.6),),
    pause=Spread(12, 0.5, least=2, most=60),
)
REDDIT: Final = Manner(
    "reddit",
    4,
    opening=(
        exchange("www.reddit.com", median=190, sigma=0.6),
        exchange("www.redditstatic.com", median=150, sigma=1.2, likelihood=0.8, after=0.4),
        exchange("preview.redd.it external-preview.redd.it", median=260, sigma=0.9, after=0.8),
    ),
    acting=(
        exchange("www.reddit.com", median=40, sigma=0.8),
        exchange("preview.redd.it i.redd.it", median=160, sigma=1.1, likelihood=0.6, after=0.5),
    ),
)
PINTEREST: Final = Manner(
    "pinterest",
    6,
    opening=(
        exchange("www.pinterest.co.uk", median=150, sigma=0.6),
        exchange("i.pinimg.com", median=500, sigma=0.8, after=0.6),
        exchange("s.pinimg.com", median=120, sigma=1.3, likelihood=0.7, after=0.4),
    ),
    acting=(
        exchange("www.pinterest.co.uk", median=35, sigma=0.8),
        exchange("i.pinimg.com", median=260, sigma=0.9, likelihood=0.9, after=0.4),
    ),
)
WHATSAPP: Final = Manner(  # messages are a few hundred octets; only pictures are large
    "whatsapp",
    10,
    opening=(
        exchange("web.whatsapp.com", median=60, sigma=0.9),
        exchange("static.whatsapp.net", median=40, sigma=1.4, likelihood=0.4),
        exchange("media-lhr8-1.cdn.whatsapp.net", median=45, sigma=1.1, likelihood=0.6, after=1),
    ),
    acting=(
        exchange("web.whatsapp.com", median=1.2, sigma=1.0),
        exchange("mmg.whatsapp.net", median=180, sigma=1.0, likelihood=0.12, after=0.5),
    ),
    idling=(exchange("web.whatsapp.com", median=0.6, sigma=0.6),),
    pause=Spread(22, 0.8, least=2, most=200),
    poll=30,
)
MUMSNET: Final = Manner(
    "mumsnet",
    4,
    opening=(exchange("www.mumsnet.com", median=90, sigma=0.6),),
    acting=(exchange("www.mumsnet.com", median=45, sigma=0.7),),
    pause=Spread(35, 0.8, least=3, most=240),
)
NEXTDOOR: Final = Manner(
    "nextdoor",
    2,
    opening=(exchange("nextdoor.co.uk", median=170, sigma=0.7),),
    acting=(exchange("nextdoor.co.uk", median=50, sigma=0.9),),
)
HIDDEN: Final = Manner(  # we suppose an encrypted hello: the log has the outer name only
    "discord",
    2,
    opening=(exchange("cloudflare-ech.com", median=300, sigma=0.9),),
    acting=(exchange("cloudflare-ech.com", median=25, sigma=1.0),),
    hidden=True,
)
IN_A_BROWSER: Final = (
    FACEBOOK,
    INSTAGRAM,
    X,
    LINKEDIN,
    YOUTUBE,
    REDDIT,
    PINTEREST,
    WHATSAPP,
    MUMSNET,
    NEXTDOOR,
    HIDDEN,
)

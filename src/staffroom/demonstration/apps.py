"""What does it look like on the network when somebody uses an app on a phone, or when nobody does?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from staffroom.demonstration.chance import Spread
from staffroom.demonstration.exchanges import Exchange, exchange
from staffroom.demonstration.manners import FACEBOOK_PICTURES, HIDDEN, Manner

# Every figure is our assumption; see `manners`. Apps speak to other hosts than browsers do, and some of
# them so little that no log can tell a person reading from a phone in a pocket (WhatsApp, Messenger).

FACEBOOK_APP: Final = Manner(
    "facebook",
    24,
    opening=(
        exchange("b-graph.facebook.com graph.facebook.com", median=90, sigma=0.8),
        exchange("api.facebook.com b-api.facebook.com", median=8, sigma=0.8, likelihood=0.5),
        exchange(FACEBOOK_PICTURES, median=300, sigma=1.0, likelihood=0.95, after=0.6),
    ),
    acting=(
        exchange("graph.facebook.com", median=24, sigma=0.9),
        exchange(FACEBOOK_PICTURES, median=170, sigma=1.1, likelihood=0.85, after=0.4),
        exchange("video-lhr8-1.xx.fbcdn.net", median=1200, sigma=1.0, likelihood=0.25, after=0.6),
    ),
    pause=Spread(11, 0.9, least=1, most=200),
)
INSTAGRAM_APP: Final = Manner(
    "instagram",
    24,
    opening=(
        exchange("i.instagram.com", median=80, sigma=0.7),
        exchange("scontent-lhr8-1.cdninstagram.com", median=700, sigma=0.9, after=0.5),
    ),
    acting=(
        exchange("i.instagram.com", median=16, sigma=0.9),
        exchange("scontent-lhr8-1.cdninstagram.com", median=500, sigma=1.1, likelihood=0.9, after=0.4),
    ),
    pause=Spread(10, 0.9, least=1, most=200),
)
WHATSAPP_APP: Final = Manner(
    "whatsapp",
    26,
    opening=(exchange("g.whatsapp.net", median=2.5, sigma=0.9),),
    acting=(
        exchange("g.whatsapp.net", median=0.9, sigma=0.9),
        exchange("mmg.whatsapp.net media-lhr8-1.cdn.whatsapp.net", median=170, sigma=1.0, likelihood=0.14),
    ),
    pause=Spread(20, 0.8, least=2, most=200),
)
X_APP: Final = Manner(
    "x",
    6,
    opening=(
        exchange("api.x.com api.twitter.com", median=110, sigma=0.8),
        exchange("pbs.twimg.com", median=300, sigma=0.9, after=0.6),
    ),
    acting=(
        exchange("api.x.com", median=25, sigma=0.8),
        exchange("pbs.twimg.com", median=150, sigma=1.0, likelihood=0.8, after=0.4),
    ),
    pause=Spread(12, 0.9, least=1, most=200),
)
ON_A_PHONE: Final = (FACEBOOK_APP, INSTAGRAM_APP, WHATSAPP_APP, X_APP, HIDDEN)


@dataclass(frozen=True, slots=True)
class Murmur:
    """What an app does by itself, about `an_hour` times an hour, on the share `installed` of phones."""

    installed: float
    an_hour: float
    exchanges: tuple[Exchange, ...]


ON_PHONES: Final = (
    Murmur(0.7, 14, (exchange("g.whatsapp.net", median=0.5, sigma=0.8),)),
    Murmur(0.7, 0.5, (exchange("mmg.whatsapp.net", median=190, sigma=1.1),)),  # a picture arrives
    Murmur(0.6, 10, (exchange("mqtt-mini.facebook.com edge-mqtt.facebook.com", median=0.7, sigma=0.7),)),
    Murmur(0.6, 1.2, (exchange("graph.facebook.com", median=6, sigma=1.1),)),
    Murmur(
        0.45,
        0.7,  # the feed is fetched before anybody asks for it
        (
            exchange("i.instagram.com", median=22, sigma=0.8),
            exchange("scontent-lhr8-1.cdninstagram.com", median=110, sigma=0.6, likelihood=0.85, most=900),
        ),
    ),
    Murmur(0.3, 0.6, (exchange("api.x.com", median=12, sigma=1.0),)),
    Murmur(0.25, 0.4, (exchange("www.linkedin.com", median=9, sigma=0.9),)),
    Murmur(0.9, 8, (exchange("mtalk.google.com courier.push.apple.com", median=1.2, sigma=0.8),)),
    Murmur(0.9, 4, (exchange("outlook.office365.com", median=9, sigma=1.3),)),
)
ON_DESKS: Final = (
    Murmur(0.95, 12, (exchange("outlook.office365.com", median=12, sigma=1.2),)),
    Murmur(0.8, 6, (exchange("teams.microsoft.com", median=8, sigma=1.2),)),
    Murmur(0.9, 1, (exchange("settings-win.data.microsoft.com", median=7, sigma=0.7),)),
    Murmur(0.15, 0.8, (exchange("www.linkedin.com", median=6, sigma=0.9),)),  # a tile of the mail program
)
LEFT_ON_OVERNIGHT: Final = (
    Murmur(1.0, 1.5, (exchange("settings-win.data.microsoft.com", median=7, sigma=0.7),)),
)
